/** `info`: says where the game stands, or what the rules are, in any phase. */
import type { EventOf } from "../game-event.ts"
import type { GameState } from "../game-state.ts"
import { leftMsOf } from "../rules/time-left.ts"
import { go, type Step } from "../step.ts"

export const info = (state: GameState, { atMs, topic }: EventOf<"InfoRequested">): Step =>
  go(state, { _tag: "InfoShown", topic, leftMs: leftMsOf(state, atMs) })
