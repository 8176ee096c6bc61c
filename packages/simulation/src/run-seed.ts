/** One simulated run: a seed decides the world, what people do in it and what goes wrong; the checks decide the rest. */
import { presets, type Question, QuestionId, type Settings } from "@znatoki/engine"
import { Effect } from "effect"
import { MemoryDatabase } from "@znatoki/test-contracts/memory/memory-database"
import { apartOf } from "./apart.ts"
import { checkWorld, isQuiet } from "./check-world.ts"
import { Operations } from "./operations.ts"
import { People } from "./people.ts"
import { SeededDice } from "@znatoki/kernel/testing/seeded-dice"
import { SimulatedWorld } from "./simulated-world.ts"
import { Tally, Trace } from "./tally.ts"
import { onlyAbsencesTakeTime, type Trouble, troubleOf, withBeatingHearts } from "./trouble.ts"

export interface SeedResult {
  readonly seed: number
  readonly hash: string
  /** Empty: every promise held. */
  readonly wrongs: ReadonlyArray<string>
}

const questions: ReadonlyArray<Question> = Array.from({ length: 40 }, (_, i) => ({
  id: QuestionId.make(String(i + 1)),
  text: `Вопрос номер ${i + 1}?`,
  handout: null,
  answer: "Пушкин",
  accepted: [],
  rejected: [],
  comment: null,
  source: null,
  author: null
}))

const paces = ["lightning", "quick", "classic", "tv"] as const
const second = 1_000
/** Virtual time costs heartbeats, so nobody waits longer than it takes to break something. */
const slowest = 0.25

/** A game that the clock alone ends takes this long at most. */
const quietMaxMs = 20 * 60 * second

/** A game that is held because nothing can be said is not to be over before it is seen whether it goes on. */
const takesVoice = ({ muteEveryMs, putOutEveryMs }: Trouble): boolean => muteEveryMs !== null || putOutEveryMs !== null

/** In some worlds people think for so long that they see a clock. Dice of its own: what else a seed decides stays as it is. */
const clockSalt = 0xc10c
const seenClockMs = 30 * second

const settingsOf = (dice: SeededDice, seed: number, trouble: Trouble): Settings => {
  const seesClock = new SeededDice(seed ^ clockSalt).chance(0.15)
  const preset = presets[dice.pick(paces) ?? "quick"]
  const quick = (ms: number): number => Math.max(second, Math.floor(ms * slowest))
  return {
    ...preset,
    lobbyMs: quick(preset.lobbyMs),
    discussionMs: seesClock ? seenClockMs : quick(preset.discussionMs),
    warningMs: Math.floor(preset.warningMs * slowest),
    choiceMs: quick(preset.choiceMs),
    answerMs: quick(preset.answerMs),
    verdictMs: quick(preset.verdictMs),
    blitzMs: quick(preset.blitzMs),
    clubHelpMs: quick(preset.clubHelpMs),
    voteMs: quick(preset.voteMs),
    appealMs: quick(preset.appealMs),
    pauseMaxMs: takesVoice(trouble) ? 2 * quietMaxMs : 60 * second,
    outageNoticeMs: dice.chance(0.5) ? second : 0
  }
}

/** So many calls no game needs to end: something goes round in circles. */
const endlessCalls = 50_000

export interface RunOptions {
  readonly tally?: Tally
  readonly show?: (line: string) => void
}

export const runSeed = (seed: number, { show, tally = new Tally() }: RunOptions = {}): SeedResult => {
  const dice = new SeededDice(seed)
  const trace = new Trace(show)
  const worldDice = dice.fork()
  const thrown = troubleOf(dice)
  // Whose time was lost can be told only where all is one process.
  const apart = onlyAbsencesTakeTime(thrown) ? null : apartOf(seed)
  const trouble = apart === null || apart.replacedStill === 0 ? thrown : withBeatingHearts(thrown)
  const world = new SimulatedWorld({
    seed,
    dice: worldDice,
    trouble,
    apart,
    settings: settingsOf(dice, seed, trouble),
    questions,
    conversations: 1 + dice.below(24),
    database: Effect.runSync(Effect.provide(MemoryDatabase, MemoryDatabase.layer(questions))),
    tally,
    trace
  })
  const people = world.conversations.map((conversation) => new People(world, conversation, dice.fork()))
  const operations = new Operations(world, dice.fork())
  operations.begin()
  world.time.runUntil(world.time.nowMs + dice.between(20, 60) * second)

  operations.calmDown()
  for (const each of people) each.goHome()
  const quietAtMs = world.time.nowMs + quietMaxMs
  const callsMax = world.calls + endlessCalls
  const mayGoOn = (): boolean => world.wrongs.length === 0 && world.calls < callsMax && world.time.nowMs < quietAtMs
  while (mayGoOn() && !isQuiet(world)) world.time.runUntil(world.time.nowMs + 5 * second)
  // What somebody sent long ago arrives now.
  world.time.runUntil(world.time.nowMs + 5 * second)
  const wrongs = [...world.wrongs, ...checkWorld(world)]
  tally.count("seeds")
  for (const wrong of wrongs) trace.add(wrong)
  return { seed, hash: trace.hash, wrongs }
}
