/** What somebody has posted where VK posts its events: an event, the wish to confirm the address, or nothing of VK's. */
import { Option, Schema } from "effect"
import { createHash } from "node:crypto"

const Post = Schema.fromJsonString(
  Schema.Struct({
    type: Schema.NonEmptyString,
    group_id: Schema.Int.check(Schema.isGreaterThan(0)),
    event_id: Schema.optionalKey(Schema.String),
    secret: Schema.optionalKey(Schema.String)
  })
)

const decode = Schema.decodeUnknownOption(Post)

export interface CallbackPost {
  readonly isConfirmation: boolean
  readonly groupId: number
  /** Empty: none was sent. */
  readonly secret: string
  /** Names the event; where VK gave it no name, its own words do. */
  readonly eventId: string
}

/** Null: not VK's. */
export const readPost = (body: string): CallbackPost | null => {
  const post = Option.getOrNull(decode(body))
  if (post === null) return null
  const { event_id = "", group_id: groupId, secret = "", type } = post
  const eventId = event_id === "" ? createHash("sha256").update(body).digest("hex") : event_id
  return { isConfirmation: type === "confirmation", groupId, secret, eventId }
}
