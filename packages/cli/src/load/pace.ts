/** How long people take: to think, to read, to find a button, and how much they talk meanwhile. */
import type { Settings } from "@znatoki/engine"
import type { Kind } from "./replies.ts"

type Range = readonly [fromMs: number, toMs: number]

export interface Pace {
  readonly takes: { readonly [Name in Kind]: Range }
  /** How often they do nothing in a round and let the time run out. */
  readonly silence: number
  /** Every how many milliseconds one person says something that means nothing to the bot. */
  readonly talkEveryMs: number
  /** And how often a conversation asks for the rules. */
  readonly askEveryMs: number
}

/** They answer well before their time is over: a clock that strikes first leaves nothing to measure. */
export const humanPace = ({ answerMs, choiceMs, discussionMs, verdictMs }: Settings): Pace => ({
  takes: {
    start: [3_000, 8_000],
    join: [300, 900],
    go: [1_000, 2_000],
    early: [discussionMs * 0.4, discussionMs * 0.85],
    name: [Math.min(1_500, choiceMs / 4), Math.min(4_000, choiceMs / 2)],
    answer: [Math.min(2_000, answerMs / 4), Math.min(6_000, answerMs / 2)],
    next: [Math.min(2_000, verdictMs / 4), Math.min(5_000, verdictMs * 0.6)],
    vote: [500, 1_500],
    stop: [500, 2_000],
    ask: [0, 0],
    other: [1_000, 3_000]
  },
  silence: 0.08,
  talkEveryMs: 30_000,
  askEveryMs: 30_000
})

export const within = ([fromMs, toMs]: Range, chance: number): number => fromMs + (toMs - fromMs) * chance

/** Until somebody does again what is done that often on the average, independently of when it was done last. */
export const untilNext = (everyMs: number, chance: number): number => -Math.log(1 - chance) * everyMs
