/** How an event comes in from a log, or from anywhere else where no compiler has looked at it. */
import { Result, Schema } from "effect"
import { GameEvent } from "./game-event.ts"

/** What was handed in turned out to be. */
export type DecodedEvent =
  | { readonly _tag: "Ok"; readonly event: GameEvent }
  /** Not an event; `problem` tells where, for whoever looks into it. */
  | { readonly _tag: "Broken"; readonly problem: string }

const readEvent = Schema.decodeUnknownResult(GameEvent)

/**
 * Reads an event of a log of any released version, as parsed JSON. Never throws, whatever `value` is; what is no field of
 * an event is left out. What people send is no event yet: `decodeWish`.
 */
export const decodeEvent = (value: unknown): DecodedEvent => {
  const event = readEvent(value)
  return Result.isFailure(event)
    ? { _tag: "Broken", problem: String(event.failure) }
    : { _tag: "Ok", event: event.success }
}
