/** Where a list goes on. Opaque to clients: base64url of what the store needs, marked with the list it belongs to. */
import { Schema } from "effect"
import { oneLine } from "./edge-text.ts"
import { AdminNameText, TokenIdText } from "./schemas/admin-json.ts"
import { ConversationText, GameIdText } from "./schemas/game-json.ts"
import { RunIdText } from "./schemas/job-json.ts"
import { PackKeyText } from "./schemas/pack-json.ts"
import { QuestionIdText } from "./schemas/question-json.ts"

/** The last instant a date can name: a forged cursor must not reach the store with a later one. */
const Instant = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 8_640_000_000_000_000 }))
const Position = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 2_147_483_647 }))

/** Nobody has so many voices. */
const blames = { minimum: -2_147_483_647, maximum: 2_147_483_647 }

const opaque = <S extends Schema.Constraint>(inner: S) =>
  Schema.StringFromBase64Url.pipe(Schema.decodeTo(Schema.fromJsonString(inner)))

export const QuestionCursor = opaque(Schema.Tuple([Schema.Literal("questions"), QuestionIdText]))
export const ProposalCursor = opaque(Schema.Tuple([Schema.Literal("proposals"), QuestionIdText]))
export const PackCursor = opaque(Schema.Tuple([Schema.Literal("packs"), PackKeyText]))
export const DislikedCursor = opaque(Schema.Tuple([Schema.Literal("disliked"), QuestionIdText]))
export const BlamedCursor = opaque(
  Schema.Tuple([Schema.Literal("blamed"), Schema.Int.check(Schema.isBetween(blames)), QuestionIdText])
)
export const GameCursor = opaque(Schema.Tuple([Schema.Literal("games"), Instant, GameIdText]))
export const EventCursor = opaque(Schema.Tuple([Schema.Literal("events"), Position]))
const Count = Schema.Natural.check(Schema.isLessThanOrEqualTo(Number.MAX_SAFE_INTEGER))
export const PlayerText = Schema.NonEmptyString.check(Schema.isMaxLength(100), oneLine)
export const VariantCursor = opaque(Schema.Tuple([Schema.Literal("variants"), Count]))
export const ImportCursor = opaque(Schema.Tuple([Schema.Literal("imports"), Count]))
export const LeaderCursor = opaque(Schema.Tuple([Schema.Literal("leaders"), PlayerText, Count, Count, Count]))
export const ParkedCursor = opaque(Schema.Tuple([Schema.Literal("parked"), ConversationText]))

export const AdminCursor = opaque(Schema.Tuple([Schema.Literal("admins"), AdminNameText]))
export const TokenCursor = opaque(Schema.Tuple([Schema.Literal("tokens"), TokenIdText]))
export const AuditCursor = opaque(Schema.Tuple([Schema.Literal("audit"), Count]))

export const DeadLetterCursor = opaque(Schema.Tuple([Schema.Literal("dead-letters"), Instant, ConversationText, Count]))

export const JobRunCursor = opaque(Schema.Tuple([Schema.Literal("job-runs"), Instant, RunIdText]))

export const pageJson = <S extends Schema.Constraint>(item: S) =>
  Schema.Struct({ items: Schema.Array(item), next: Schema.NullOr(Schema.String) })

export interface Page<A> {
  readonly items: ReadonlyArray<A>
  readonly next: string | null
}

/** `found` holds one more than `limit` when the list goes on. */
export const pageOf = <A, B>(
  found: ReadonlyArray<A>,
  limit: number,
  toJson: (item: A) => B,
  cursorOf: (last: A) => string
): Page<B> => {
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return { items: items.map(toJson), next: found.length > limit && last !== undefined ? cursorOf(last) : null }
}
