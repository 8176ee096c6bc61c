/** What goes wrong in a simulated world: which kinds and how often, thrown by the seed. */
import type { SeededDice } from "@znatoki/kernel/testing/seeded-dice"

/** How far a clock that jumps may be from the world's. */
export const clockOffMaxMs = 20_000

export interface Trouble {
  /** Milliseconds between two of them on average; null: never. */
  readonly crashEveryMs: number | null
  readonly stopEveryMs: number | null
  readonly twinEveryMs: number | null
  readonly freezeEveryMs: number | null
  readonly clockJumpEveryMs: number | null
  readonly storeAwayEveryMs: number | null
  readonly deafEveryMs: number | null
  readonly putOutEveryMs: number | null
  readonly muteEveryMs: number | null
  /** Chances of one call of a store. */
  readonly storeFails: number
  readonly storeAnswerLost: number
  readonly storeLate: number
  readonly storeSlow: number
  readonly crashAtCommit: number
  /** Chances of one delivery. */
  readonly vkBusy: number
  readonly vkAnswerLost: number
  readonly vkLate: number
  readonly vkRefuses: number
  /** Of one call. */
  readonly vkHangs: number
  /** Chances of one event. */
  readonly duplicate: number
  readonly reorder: number
  /** An event that makes the code throw. */
  readonly poison: number
  /** How many events an old cursor gives again. */
  readonly rewind: number
}

export const calm: Trouble = {
  crashEveryMs: null,
  stopEveryMs: null,
  twinEveryMs: null,
  freezeEveryMs: null,
  clockJumpEveryMs: null,
  storeAwayEveryMs: null,
  deafEveryMs: null,
  putOutEveryMs: null,
  muteEveryMs: null,
  storeFails: 0,
  storeAnswerLost: 0,
  storeLate: 0,
  storeSlow: 0,
  crashAtCommit: 0,
  vkBusy: 0,
  vkAnswerLost: 0,
  vkLate: 0,
  vkRefuses: 0,
  vkHangs: 0,
  duplicate: 0,
  reorder: 0,
  poison: 0,
  rewind: 0
}

/**
 * Every seed has some kinds and not others: a world where everything fails hides what only one kind shows alone, and some
 * promises can be checked only where a kind is missing.
 */
export const troubleOf = (dice: SeededDice): Trouble => {
  const now = (share: number, from: number, to: number): number => (dice.chance(share) ? dice.between(from, to) : 0)
  const every = (share: number, from: number, to: number): number | null =>
    dice.chance(share) ? dice.between(from, to) : null
  const trouble = {
    crashEveryMs: every(0.6, 2_000, 15_000),
    stopEveryMs: every(0.3, 5_000, 20_000),
    twinEveryMs: every(0.25, 5_000, 20_000),
    freezeEveryMs: every(0.25, 5_000, 20_000),
    clockJumpEveryMs: every(0.2, 5_000, 20_000),
    storeAwayEveryMs: every(0.25, 10_000, 30_000),
    deafEveryMs: every(0.25, 5_000, 20_000),
    putOutEveryMs: every(0.2, 2_000, 15_000),
    muteEveryMs: every(0.2, 2_000, 15_000),
    storeFails: now(0.3, 0.002, 0.05),
    storeAnswerLost: now(0.35, 0.002, 0.05),
    storeLate: now(0.25, 0.002, 0.02),
    storeSlow: now(0.25, 0.002, 0.02),
    crashAtCommit: now(0.4, 0.002, 0.03),
    vkBusy: now(0.4, 0.01, 0.2),
    vkAnswerLost: now(0.4, 0.01, 0.1),
    vkLate: now(0.25, 0.01, 0.05),
    vkRefuses: now(0.25, 0.002, 0.02),
    vkHangs: now(0.25, 0.005, 0.05),
    duplicate: now(0.4, 0.01, 0.3),
    reorder: now(0.3, 0.01, 0.1),
    poison: now(0.25, 0.001, 0.01),
    rewind: dice.chance(0.4) ? dice.below(40) : 0
  }
  // What it costs not to be heard is told only where nothing else takes time from people.
  return trouble.deafEveryMs !== null && dice.chance(0.4) ? { ...trouble, ...timely } : trouble
}

/** Where clocks and stores are right, and nothing is parked, only crashes and stops take time from people. */
export const onlyAbsencesTakeTime = (trouble: Trouble): boolean =>
  trouble.freezeEveryMs === null &&
  trouble.twinEveryMs === null &&
  trouble.poison === 0 &&
  trouble.clockJumpEveryMs === null &&
  trouble.storeAwayEveryMs === null &&
  trouble.storeSlow + trouble.storeFails + trouble.storeAnswerLost + trouble.storeLate === 0

/** Where who owns something and runs has a heart that beats: then it can be told who played. */
export const heartsBeat = ({ clockJumpEveryMs, deafEveryMs, poison, storeAwayEveryMs, storeSlow }: Trouble): boolean =>
  clockJumpEveryMs === null && deafEveryMs === null && storeAwayEveryMs === null && storeSlow + poison === 0

/** Who runs has beaten within so long: every second, and who stops does not beat to the last; of beats that fail, four in a row are too many. */
export const beatWithinMs = ({ storeFails, storeLate }: Trouble): number =>
  storeFails + storeLate === 0 ? 1_500 : 5_500

export const withBeatingHearts = (trouble: Trouble): Trouble => ({
  ...trouble,
  clockJumpEveryMs: null,
  deafEveryMs: null,
  poison: 0,
  storeAwayEveryMs: null,
  storeSlow: 0
})

/** Without what takes time from people in ways that nobody can count. */
const timely = {
  twinEveryMs: null,
  freezeEveryMs: null,
  clockJumpEveryMs: null,
  storeAwayEveryMs: null,
  storeFails: 0,
  storeAnswerLost: 0,
  storeLate: 0,
  storeSlow: 0,
  poison: 0
} as const satisfies Partial<Trouble>

/** What is counted when it really happens; a big run must have met all of them. */
export const faultKinds: ReadonlyArray<string> = [
  "fault: VK is busy",
  "fault: VK refuses a message for good",
  "fault: VK takes a message late",
  "fault: VK's answer is lost",
  "fault: a call of VK hangs",
  "fault: a clock jumps",
  "fault: a crash at any time",
  "fault: a crash just after a commit",
  "fault: a crash just before a commit",
  "fault: a crash of one of two",
  "fault: a message between processes comes twice",
  "fault: a message between processes is late",
  "fault: a message between processes is lost",
  "fault: an owner is replaced",
  "fault: an owner stands still and is replaced",
  "fault: a process stands still",
  "fault: a stop asked for",
  "fault: a store call fails",
  "fault: a store call fails and is done later",
  "fault: a store call is done and its answer lost",
  "fault: a store call is slow",
  "fault: an event twice",
  "fault: events out of order",
  "fault: an event makes the code throw",
  "fault: nobody is heard",
  "fault: the bot is put out of a chat",
  "fault: the bot may not speak in a chat",
  "fault: the store is away",
  "fault: two bots at once",
  "commits answered Duplicate",
  "commits answered Moved",
  "repeated messages VK dropped"
]
