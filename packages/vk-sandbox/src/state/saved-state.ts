/** What the state file holds. */
import { Schema } from "effect"
import { actionTypes } from "./message.ts"

export const stateVersion = 1

const { Array: List, Boolean, Int, Number, String, Struct, optional, optionalKey } = Schema
const Anything = Schema.Record(String, Schema.Unknown)

const Person = Struct({
  id: Int,
  first_name: String,
  last_name: String,
  deactivated: optionalKey(Schema.Literals(["deleted", "banned"]))
})

const Button = Struct({
  action: Schema.StructWithRest(
    Struct({ type: String, label: optionalKey(String), payload: optionalKey(String), link: optionalKey(String) }),
    [Anything]
  ),
  color: optionalKey(String)
})
const Keyboard = Struct({ one_time: Boolean, inline: Boolean, buttons: List(List(Button)), author_id: Int })

const Message = Struct({
  conversation_message_id: Int,
  id: Int,
  from_id: Int,
  at: Number,
  text: String,
  keyboard: optional(Keyboard),
  attachments: List(Schema.StructWithRest(Struct({ type: String }), [Anything])),
  payload: optional(String),
  action: optional(
    Struct({
      type: Schema.Literals(actionTypes),
      member_id: optionalKey(Int),
      text: optionalKey(String),
      conversation_message_id: optionalKey(Int),
      message: optionalKey(String),
      photo: optionalKey(Struct({ photo_50: String, photo_100: String, photo_200: String }))
    })
  ),
  reply_to: optional(Int),
  forwards: optionalKey(List(Int)),
  reactions: optionalKey(List(Struct({ member_id: Int, reaction_id: Int }))),
  random_id: Int,
  edited_at: optional(Number),
  deleted: Boolean
})

const Snackbar = Struct({
  event_id: String,
  user_id: Int,
  conversation_message_id: Schema.NullOr(Int),
  text: String,
  at: Number
})

const SavedConversation = Struct({
  peer_id: Int,
  owner_id: Int,
  title: String,
  full_access: Boolean,
  admin: Boolean,
  bot_inside: Boolean,
  pinned: optional(Int),
  links: optionalKey(Int),
  in_read: optionalKey(Int),
  keyboard: optional(Keyboard),
  members: List(Struct({ id: Int, invited_by: Int, join_date: Int })),
  messages: List(Message),
  sent: List(Schema.Tuple([Int, Struct({ conversationMessageId: Int, at: Number })])),
  snackbars: List(Snackbar),
  bot_sends: List(Number)
})
export type SavedConversation = typeof SavedConversation.Type

const SavedWorld = Struct({
  id: String,
  chats: Int,
  messages: Int,
  people: List(Person),
  conversations: List(SavedConversation)
})
export type SavedWorld = typeof SavedWorld.Type

const Counts = Schema.Record(String, Int)

export const SavedState = Struct({
  v: Schema.Literal(stateVersion),
  group_id: Int,
  world: SavedWorld,
  stats: Struct({
    calls: Counts,
    errors: Counts,
    rate_limit_hits: Int,
    duplicates_dropped: Int,
    events_given_up: optional(Int),
    messages: Int
  }),
  presses: List(
    Struct({ event_id: String, user_id: Int, peer_id: Int, conversation_message_id: optional(Int), at: Number })
  ),
  photos: Struct({
    last: Int,
    items: List(Struct({ id: Int, access_key: String, date: Number, type: String }))
  }),
  long_poll: Struct({
    enabled: Boolean,
    types: List(String),
    api_version: optionalKey(String),
    last: Int,
    events: List(Struct({ json: String, at: Number }))
  }),
  callbacks: Struct({
    last: Int,
    items: List(
      Struct({
        id: Int,
        title: String,
        url: String,
        secret_key: String,
        status: Schema.Literals(["unconfigured", "failed", "wait", "ok"]),
        version: String,
        events: List(String)
      })
    )
  })
})
export type SavedState = typeof SavedState.Type
