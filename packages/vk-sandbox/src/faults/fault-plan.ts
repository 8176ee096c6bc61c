/** What goes wrong on purpose: the body of `PUT /sandbox/faults`. */
import { Schema } from "effect"

const Rate = Schema.Number.check(Schema.isBetween({ minimum: 0, maximum: 1 }))
const Times = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))
const Positive = Schema.Int.check(Schema.isGreaterThan(0))
const Chance = Schema.Union([Schema.Boolean, Rate])

/** Neither rate nor times: always. Both: the rate, until the times are used up. */
const When = { rate: Schema.optionalKey(Rate), times: Schema.optionalKey(Times) }
/** Only calls about this conversation. */
const Where = { peer: Schema.optionalKey(Schema.Int), ...When }
const Method = Schema.optionalKey(Schema.String)

export const FaultPlan = Schema.Struct({
  seed: Schema.optionalKey(Schema.Int),
  errors: Schema.optionalKey(Schema.Array(Schema.Struct({ method: Method, code: Schema.Int, ...Where }))),
  /** Calls that are never answered. */
  hangs: Schema.optionalKey(Schema.Array(Schema.Struct({ method: Method, ...Where }))),
  latencyMs: Schema.optionalKey(Times),
  cutConnections: Schema.optionalKey(Schema.Struct({ method: Method, ...When })),
  loseAnswers: Schema.optionalKey(Schema.Struct({ method: Method, ...When })),
  http500: Schema.optionalKey(Schema.Struct({ method: Method, ...When })),
  duplicateEvents: Schema.optionalKey(Chance),
  reorder: Schema.optionalKey(Chance),
  /** Events that never come, as a press may be lost: of this type, or of every. */
  loseEvents: Schema.optionalKey(Schema.Struct({ type: Schema.optionalKey(Schema.String), ...When })),
  expireKey: Schema.optionalKey(Schema.Boolean),
  loseHistory: Schema.optionalKey(Schema.Boolean),
  staleTs: Schema.optionalKey(Schema.Boolean),
  /** What Long Poll says instead of its answer, also to those who wait for one already: this, or nothing at all. */
  longPoll: Schema.optionalKey(
    Schema.Struct({
      says: Schema.Union([
        Schema.Literal("nothing"),
        Schema.Struct({
          status: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 200, maximum: 599 }))),
          location: Schema.optionalKey(Schema.String),
          body: Schema.optionalKey(Schema.String)
        })
      ]),
      ...When
    })
  ),
  /** Words beyond so many letters are left out of events, which are marked as cropped. */
  cropText: Schema.optionalKey(Positive),
  rateLimit: Schema.optionalKey(Schema.Union([Positive, Schema.Literal(false)])),
  floodPerHour: Schema.optionalKey(Schema.Union([Positive, Schema.Literal(false)])),
  /** Callback redelivery keeps VK's delays at 1; 0.001 turns its hours into seconds. */
  callbackDelayScale: Schema.optionalKey(Schema.Number.check(Schema.isBetween({ minimum: 0, maximum: 1 }))),
  retention: Schema.optionalKey(
    Schema.Struct({
      count: Schema.optionalKey(Positive),
      ms: Schema.optionalKey(Positive)
    })
  )
})
export type FaultPlan = typeof FaultPlan.Type
export type FaultRule = NonNullable<FaultPlan["hangs"]>[number]
export type PollFault = NonNullable<FaultPlan["longPoll"]>["says"]
