/** What an update of VK means to the game: somebody spoke, pressed, left, invited us; or nothing. */
import { EpochMs } from "@znatoki/engine"
import type { Action } from "@znatoki/chat/action"
import { type ConversationId, type Incoming, type PressRef, SourceId } from "@znatoki/chat/chat-input"
import { Option, Schema } from "effect"
import { actionOfPayload, isBeginning } from "../presses/action-of-payload.ts"
import { standIn } from "../api/member-names.ts"
import { conversationIdOf, playerIdOf } from "../api/vk-id.ts"
import { packPress } from "../presses/press-ref.ts"
import type { Picture } from "@znatoki/chat/proposal"
import { callsIn, unescapeText, type VkCall, type Written } from "./calls-in.ts"
import { pictureIn } from "./picture-in.ts"
import { type Message, MessageEvent, MessageNew, UpdateEnvelope } from "./vk-update.ts"

/** Who did it; VK's events tell only the number, the name is asked for later. */
type Input =
  | {
      readonly _tag: "Wrote"
      readonly by: number
      readonly text: string
      readonly calls: ReadonlyArray<VkCall>
      readonly action: Action | null
      readonly order: number
      /** VK left some of the words out: these are not to be judged. */
      readonly cropped?: true
      readonly picture?: Picture
    }
  | { readonly _tag: "Pressed"; readonly by: number; readonly action: Action; readonly press: PressRef }
  | { readonly _tag: "Gone"; readonly player: number }
  | { readonly _tag: "Removed" }
  | { readonly _tag: "Invited"; readonly by: number }

export interface HeardUpdate {
  readonly _tag: "Heard"
  readonly source: SourceId
  readonly conversation: ConversationId
  /** The conversation's number at VK. */
  readonly peerId: number
  readonly input: Input
  /** Epoch milliseconds by VK's clock; null: VK does not say. */
  readonly writtenAtMs: number | null
  /** It came though it was not said to us: here VK shows us everything. */
  readonly hearsAll?: true
  /** A private dialog. */
  readonly alone?: true
  /** The people called their conversation so. */
  readonly title?: string
}

/** Who we are among those who can be called in a conversation. */
export interface Us {
  readonly groupId: number
  /** What a message says to us; null: it calls another community. */
  readonly spokenTo: (text: string) => string | null
}

export type Decoded =
  | HeardUpdate
  /** A press with a payload that is not ours: nobody else will end its waiting. */
  | { readonly _tag: "ForgedPress"; readonly press: PressRef }
  /** The people called their conversation so. */
  | { readonly _tag: "Titled"; readonly conversation: ConversationId; readonly title: string }
  /** Understood, and of no interest: bots' talk, a new picture. */
  | { readonly _tag: "Passed" }
  | {
      readonly _tag: "Strange"
      readonly why: "unknown type" | "malformed"
      readonly type: string
      readonly eventId: string
    }

/** Below are private dialogs, in which everything is said to us, and which have no title. */
export const chatsFrom = 2_000_000_000

/** Communities have negative numbers. */
const isAlone = (peerId: number): boolean => peerId > 0 && peerId < chatsFrom

const decodeEnvelope = Schema.decodeUnknownOption(UpdateEnvelope)
const decodeMessage = Schema.decodeUnknownOption(MessageNew)
const decodePress = Schema.decodeUnknownOption(MessageEvent)

const passed: Decoded = { _tag: "Passed" }

const serviceInput = (message: Message, type: string, member: number | undefined, groupId: number): Input | null => {
  if (type === "chat_kick_user" && member !== undefined && member > 0) return { _tag: "Gone", player: member }
  if (type === "chat_kick_user" && member === -groupId) return { _tag: "Removed" }
  // Who is told that a conversation is made is there from its first moment, and nobody invites them.
  const isLetIn = type === "chat_create" || (type === "chat_invite_user" && member === -groupId)
  return isLetIn && message.from_id > 0 ? { _tag: "Invited", by: message.from_id } : null
}

/** Whatever calls somebody, or stands for another sign, begins with one of these; most of what people say has none. */
const isMarked = /[[@*&<]/

/** What a person said to us, as the game reads it; null: it was said to another community. */
export const wordsOf = (text: string, us: Us): Written | null => {
  if (!isMarked.test(text)) return { text: text.trim(), calls: [] }
  const said = us.spokenTo(unescapeText(text))
  return said === null ? null : callsIn(said)
}

const messageInput = (message: Message, us: Us): Input | null => {
  const { action } = message
  if (action !== undefined && action !== null) return serviceInput(message, action.type, action.member_id, us.groupId)
  if (message.from_id <= 0 || message.out === 1) return null
  const words = wordsOf(message.text ?? "", us)
  if (words === null) return null
  return {
    _tag: "Wrote",
    by: message.from_id,
    ...words,
    action: message.payload === undefined ? null : actionOfPayload(message.payload),
    order: message.conversation_message_id,
    ...(message.is_cropped === true ? { cropped: true } : {}),
    ...(isAlone(message.peer_id) ? saidAlone(message) : {})
  }
}

/** What means something only where somebody talks to us alone: VK's button «Начать», and pictures. */
const saidAlone = ({ attachments = [], payload }: Message) => {
  const picture = pictureIn(attachments)
  return {
    ...(isBeginning(payload) ? { action: { _tag: "Welcome" } as const } : {}),
    ...(picture === null ? {} : { picture })
  }
}

interface Happened {
  readonly groupId: number
  readonly peerId: number
  /** Names it for ever, whichever way it comes. */
  readonly name: string
  readonly input: Input
  readonly date?: number | undefined
}

const heard = ({ date, groupId, input, name, peerId }: Happened): HeardUpdate => {
  return {
    ...(isAlone(peerId) ? { alone: true } : {}),
    _tag: "Heard",
    source: SourceId.make(`vk:${name}`),
    conversation: conversationIdOf({ groupId, peerId }),
    peerId,
    input,
    writtenAtMs: date === undefined || date <= 0 ? null : date * 1000
  }
}

/** Without access to the whole talk VK shows a bot calls, commands, buttons, and who comes and goes. */
const isOverheard = ({ action, payload, peer_id, text = "" }: Message, us: Us): boolean => {
  if (peer_id < chatsFrom) return true
  const said = text.trim()
  const isForUs = said.startsWith("/") || (isMarked.test(said) && us.spokenTo(said) !== said)
  return !isForUs && (action ?? null) === null && (payload ?? null) === null
}

/** Null: the message is of something else. */
const titleIn = ({ action }: Message): string | null => {
  const isOfTitle = action?.type === "chat_title_update" || action?.type === "chat_create"
  return isOfTitle && action.text !== undefined ? unescapeText(action.text) : null
}

/**
 * By its place, for a message that VK's events have lost is fetched by its number and has no event's name then. The date keeps
 * it apart from one of that number in a conversation that was begun anew.
 */
const messageName = (message: Message, eventId: string | undefined, { groupId }: Us): string => {
  const { conversation_message_id: number, date, peer_id: peerId } = message
  if (number === 0 && eventId !== undefined) return eventId
  return `${conversationIdOf({ groupId, peerId })}/${number}${date === undefined ? "" : `@${date}`}`
}

const readMessage = (message: Message, eventId: string | undefined, us: Us): Decoded => {
  const title = titleIn(message)
  const input = messageInput(message, us)
  if (input === null) {
    const conversation = conversationIdOf({ groupId: us.groupId, peerId: message.peer_id })
    return title === null ? passed : { _tag: "Titled", conversation, title }
  }
  const { date, peer_id: peerId } = message
  const name = messageName(message, eventId, us)
  const titled = title === null ? {} : { title }
  const event = { ...heard({ groupId: us.groupId, peerId, name, input, date }), ...titled }
  return isOverheard(message, us) ? { ...event, hearsAll: true } : event
}

const readPress = (
  { event_id, payload, peer_id: peerId, user_id: userId }: MessageEvent,
  eventId: string | undefined,
  { groupId }: Us
): Decoded => {
  // A community presses nothing; whatever this is, there is nobody to answer.
  if (userId <= 0) return passed
  const press = packPress({ groupId, peerId, userId, eventId: event_id })
  const action = actionOfPayload(payload)
  if (action === null) return { _tag: "ForgedPress", press }
  const input = { _tag: "Pressed", by: userId, action, press } as const
  const name = eventId ?? `${conversationIdOf({ groupId, peerId })}/press/${event_id}`
  return heard({ groupId, peerId, name, input })
}

export const decodeUpdate = (update: unknown, us: Us): Decoded => {
  const envelope = Option.getOrUndefined(decodeEnvelope(update))
  if (envelope === undefined) return { _tag: "Strange", why: "malformed", type: "?", eventId: "?" }
  const { event_id, object, type } = envelope
  const eventId = event_id === "" ? undefined : event_id
  const strange = (why: "unknown type" | "malformed"): Decoded => ({
    _tag: "Strange",
    why,
    type,
    eventId: eventId ?? "?"
  })
  switch (type) {
    case "message_new":
      return Option.match(decodeMessage(object), {
        onNone: () => strange("malformed"),
        onSome: (read) => readMessage("message" in read ? read.message : read, eventId, us)
      })
    case "message_event":
      return Option.match(decodePress(object), {
        onNone: () => strange("malformed"),
        onSome: (event) => readPress(event, eventId, us)
      })
    default:
      return strange("unknown type")
  }
}

/** The event as the game gets it, once the names are known. */
export const withNames = (event: HeardUpdate, names: ReadonlyMap<number, string>, atMs: number): Incoming => {
  const player = (id: number) => ({ id: playerIdOf(id), name: names.get(id) ?? standIn(id) })
  const { conversation, input, source } = event
  // Not later than it was read, in case VK's clock is ahead of ours.
  const writtenAtMs = Math.min(event.writtenAtMs ?? atMs, atMs)
  const hears = event.hearsAll === true ? ({ hearsAll: true } as const) : {}
  const alone = event.alone === true ? ({ alone: true } as const) : {}
  const common = { source, conversation, atMs: EpochMs.make(writtenAtMs), ...hears, ...alone }
  switch (input._tag) {
    case "Gone":
      return { ...common, input: { _tag: "Gone", player: playerIdOf(input.player) } }
    case "Removed":
      return { ...common, input: { _tag: "Removed" } }
    case "Wrote": {
      const { calls, ...wrote } = input
      const called = calls.map(({ from, person, to }) => ({
        from,
        to,
        player: person === null ? null : playerIdOf(person)
      }))
      return { ...common, input: { ...wrote, by: player(input.by), ...(called.length > 0 ? { calls: called } : {}) } }
    }
    case "Pressed":
      return { ...common, input: { ...input, by: player(input.by) } }
    case "Invited":
      return { ...common, input: { ...input, by: player(input.by) } }
  }
}
