/** How a state is kept between two runs of the program. */
import { Result, Schema } from "effect"
import { GameState } from "./game-state.ts"
import { liftSnapshot } from "./lift-snapshot.ts"
import { lifts } from "./lifts.ts"

/** Goes up when the shape of a state changes; the way from the version before then goes into `lifts`. */
const current = 4

/** What a snapshot turned out to be. */
export type Decoded =
  | { readonly _tag: "Ok"; readonly state: GameState }
  /** Not a state of any version; `problem` tells where, for whoever looks into it. */
  | { readonly _tag: "Broken"; readonly problem: string }
  /** Written by a version of the rules that this one cannot read. */
  | { readonly _tag: "Unsupported"; readonly version: number }

/** A state as one line of JSON, with the version of its shape: later versions of the rules can still read it. */
export const encodeSnapshot = (state: GameState): string => JSON.stringify({ v: current, s: state })

const readEnvelope = Schema.decodeUnknownResult(Schema.Struct({ v: Schema.Natural, s: Schema.Unknown }))
const isState = Schema.is(GameState)
const readState = Schema.decodeUnknownResult(GameState)

const broken = (problem: unknown): Decoded => ({ _tag: "Broken", problem: String(problem) })

/** Reads what this or any earlier released version has written, as a state of today. Never throws, whatever `text` is. */
export const decodeSnapshot = (text: string): Decoded => {
  const json = readJson(text)
  if (Result.isFailure(json)) return broken(json.failure)
  const envelope = readEnvelope(json.success)
  if (Result.isFailure(envelope)) return broken(envelope.failure)
  const { s, v } = envelope.success
  const found = liftSnapshot(lifts, current, v, s)
  if (found === null) return { _tag: "Unsupported", version: v }
  // As it was written, to the order of its keys: what is stored and read again is the same text.
  if (isState(found.lifted)) return { _tag: "Ok", state: found.lifted }
  const state = readState(found.lifted)
  return Result.isFailure(state) ? broken(state.failure) : { _tag: "Ok", state: state.success }
}

const readJson = (text: string): Result.Result<unknown, unknown> => Result.try((): unknown => JSON.parse(text))
