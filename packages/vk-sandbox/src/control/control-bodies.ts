/** What the control API accepts. */
import { Schema } from "effect"

const Int = Schema.Int
const Name = Schema.Struct({ first_name: Schema.NonEmptyString, last_name: Schema.String })
const Who = Schema.Union([Int, Name])
const OneOrMany = <S extends Schema.Top>(item: S) => Schema.Union([Schema.Array(item), item])

export const NewConversation = Schema.Struct({
  title: Schema.NonEmptyString,
  members: Schema.NonEmptyArray(Who),
  full_access: Schema.optionalKey(Schema.Boolean),
  admin: Schema.optionalKey(Schema.Boolean),
  with_bot: Schema.optionalKey(Schema.Boolean)
})

export const NewMessage = Schema.Struct({
  from_id: Int,
  text: Schema.optionalKey(Schema.String),
  payload: Schema.optionalKey(Schema.Unknown),
  attachments: Schema.optionalKey(
    Schema.Array(
      Schema.StructWithRest(Schema.Struct({ type: Schema.NonEmptyString }), [
        Schema.Record(Schema.String, Schema.Unknown)
      ])
    )
  ),
  reply_to: Schema.optionalKey(Int),
  forwards: Schema.optionalKey(Schema.Array(Int))
})

export const EditedMessage = Schema.Struct({ from_id: Int, text: Schema.String })

export const DeletedMessage = Schema.Struct({ from_id: Int })

export const PinnedMessage = Schema.Struct({ from_id: Int, conversation_message_id: Schema.NullOr(Int) })

export const ChangedPerson = Schema.Struct({
  deactivated: Schema.optionalKey(Schema.NullOr(Schema.Literals(["deleted", "banned"]))),
  allows_messages: Schema.optionalKey(Schema.Boolean)
})

export const NewPress = Schema.Struct({
  from_id: Int,
  conversation_message_id: Schema.optionalKey(Int),
  button: Schema.Union([Schema.NonEmptyString, Schema.Struct({ row: Int, column: Int })]),
  old_client: Schema.optionalKey(Schema.Boolean)
})

export const MembersBody = Schema.Struct({
  add: Schema.optionalKey(OneOrMany(Who)),
  remove: Schema.optionalKey(OneOrMany(Int)),
  by: Schema.optionalKey(Int),
  by_link: Schema.optionalKey(Schema.Boolean)
})

/** As `POST /photos` answers. */
const ChatPhoto = Schema.Struct({
  type: Schema.Literal("photo"),
  photo: Schema.Struct({ sizes: Schema.NonEmptyArray(Schema.Struct({ url: Schema.NonEmptyString })) })
})

export const ChangedConversation = Schema.Struct({
  title: Schema.optionalKey(Schema.NonEmptyString),
  photo: Schema.optionalKey(Schema.NullOr(ChatPhoto)),
  full_access: Schema.optionalKey(Schema.Boolean),
  admin: Schema.optionalKey(Schema.Boolean),
  by: Schema.optionalKey(Int)
})

export const ClockTurn = Schema.Struct({
  jump_ms: Schema.optionalKey(Int.check(Schema.isGreaterThanOrEqualTo(0))),
  frozen: Schema.optionalKey(Schema.Boolean)
})
