/** What VK's Long Poll server can answer, and what each answer asks for. Anything else is nonsense, and moves nothing. */
import { Schema } from "effect"

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

/** Which event was the last: text in most answers, a number in `failed: 1`; never more than a double holds exactly. */
export const Ts = Schema.Union([Schema.String.check(Schema.isPattern(/^\d{1,15}$/)), Count])

const PollAnswer = Schema.Union([
  Schema.Struct({ failed: Schema.Literal(1), ts: Ts }),
  Schema.Struct({ failed: Schema.Literals([2, 3]) }),
  Schema.Struct({ ts: Ts, updates: Schema.Array(Schema.Unknown) })
])
type PollAnswer = typeof PollAnswer.Type

export type PollStep =
  | { readonly _tag: "Page"; readonly ts: string; readonly updates: ReadonlyArray<unknown> }
  /** Some history is gone; the key is still good. */
  | { readonly _tag: "GoOnFrom"; readonly ts: string }
  /** Only the key is too old: our place in the queue is still good. */
  | { readonly _tag: "NewKey" }
  | { readonly _tag: "NewKeyAndTs" }

export const decodePollAnswer = Schema.decodeUnknownEffect(PollAnswer)

export const pollStep = (answer: PollAnswer): PollStep => {
  if ("updates" in answer) return { _tag: "Page", ts: String(answer.ts), updates: answer.updates }
  if ("ts" in answer) return { _tag: "GoOnFrom", ts: String(answer.ts) }
  return answer.failed === 2 ? { _tag: "NewKey" } : { _tag: "NewKeyAndTs" }
}
