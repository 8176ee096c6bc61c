/** What the simulated players do next: one plan for the phase the game is in. */
import {
  type GameState,
  isEverythingPlayed,
  momentOf,
  type Player,
  type Question,
  type Settings,
  voteRefusalOf
} from "@znatoki/engine"
import type { Action } from "@znatoki/chat/action"
import { capital } from "@znatoki/host/duration-words"
import { type ChatInput, PressRef } from "@znatoki/chat/chat-input"
import type { Rng } from "./rng.ts"

export interface Mates {
  /** Simulated players; whoever else sits at the table acts by themselves. */
  readonly people: ReadonlyArray<Player>
  /** How often their answer is right, 0 to 1. */
  readonly skill: number
  /** Wrong answers are taken from here. */
  readonly questions: ReadonlyArray<Question>
}

type In<Tag extends GameState["_tag"]> = Extract<GameState, { readonly _tag: Tag }>

export interface Plan {
  readonly afterMs: number
  readonly input: ChatInput
}

const second = 1_000

/** How much they say in a round. */
const remarksMax = 6

/** Phases that last hours are for people who come and go. Nobody at a terminal is one, so nobody leaves it to the clock. */
export const takesHours = ({ discussionMs }: Settings): boolean => discussionMs >= 3_600 * second

/** `remarks`: how often they have spoken in this round. Null: they wait. */
export const planOf = (state: GameState, mates: Mates, rng: Rng, remarks: number): Plan | null => {
  switch (state._tag) {
    case "Lobby":
      return gather(state, mates, rng)
    case "Discussion":
      return think(state, mates, rng, remarks)
    case "SoloChoice":
    case "Choice":
      return choose(state, mates, rng)
    case "Answer":
      return reply(state, mates, rng)
    case "Vote":
    case "Appeal":
      return decide(state, mates, rng)
    case "Verdict":
      // Whoever was in a hurry began without them.
      return (isEverythingPlayed(state) ? null : sitDown(state, mates, rng)) ?? appealOrHurry(state, mates, rng)
    case "Paused":
      return goOn(state, mates)
    case "Idle":
    case "Wheel":
    // There is no club at a terminal.
    case "ClubHelp":
    case "Finished":
      return null
  }
}

const sitDown = (state: In<"Lobby" | "Verdict">, mates: Mates, rng: Rng): Plan | null => {
  const standing = mates.people.find((mate) => state.players.every(({ id }) => id !== mate.id))
  if (standing === undefined) return null
  return press(standing, { _tag: "Join", seen: momentOf(state) }, rng.between(300, 1_200))
}

const gather = (state: In<"Lobby">, mates: Mates, rng: Rng): Plan | null => {
  const seat = sitDown(state, mates, rng)
  if (seat !== null) return seat
  const [opener] = state.players
  const ready = simulated(opener.id, mates)
  return ready === undefined ? null : press(ready, { _tag: "Go", seen: momentOf(state) }, second)
}

/** In a super-blitz the others are silent, and the soloist does not wait. */
const think = (state: In<"Discussion">, mates: Mates, rng: Rng, remarks: number): Plan | null => {
  const seen = momentOf(state)
  const afterMs = rng.between(5 * second, 15 * second)
  if (state.series?._tag === "SuperBlitz") {
    const soloist = simulated(state.series.soloist, mates)
    return soloist === undefined ? null : press(soloist, { _tag: "Early", seen }, afterMs)
  }
  const captain = simulated(state.captain, mates)
  const wish = captain === undefined ? null : wishOf(state, rng)
  return captain === undefined || wish === null ? chatter(state, mates, rng, remarks) : press(captain, wish, afterMs)
}

/** What a captain asks for: mostly nothing, the team talks. Whoever has hours is not cut short. */
const wishOf = (state: In<"Discussion">, rng: Rng): Action | null => {
  const seen = momentOf(state)
  if (takesHours(state.settings)) return null
  if (rng.chance(0.15)) return { _tag: "Early", seen }
  return state.reserves.extraMinutes > 0 && rng.chance(0.15) ? { _tag: "Minute", seen } : null
}

const chatter = (state: In<"Discussion">, mates: Mates, rng: Rng, remarks: number): Plan | null => {
  const talker = remarks < remarksMax ? rng.pick(mates.people) : undefined
  const afterMs = rng.between(5 * second, 15 * second)
  return talker === undefined ? null : { afterMs, input: written(talker, thought(state.question, mates, rng)) }
}

const choose = (state: In<"Choice" | "SoloChoice">, mates: Mates, rng: Rng): Plan | null => {
  const captain = simulated(state.captain, mates)
  const named = rng.pick(state.players)
  if (captain === undefined || named === undefined || isLate(0.1, state, rng)) return null
  const action: Action = { _tag: "Name", seen: momentOf(state), player: named.id }
  return press(captain, action, rng.between(2 * second, 8 * second))
}

const reply = (state: In<"Answer">, mates: Mates, rng: Rng): Plan | null => {
  const answerer = simulated(state.answerer, mates)
  if (answerer === undefined || isLate(0.05, state, rng)) return null
  const text = answerTo(state.question, mates, rng)
  return { afterMs: rng.between(2 * second, 12 * second), input: written(answerer, text) }
}

/** Everybody votes once. They see the right answer by then, and most of them are fair. */
const decide = (state: In<"Vote" | "Appeal">, mates: Mates, rng: Rng): Plan | null => {
  const waiting = state.players.filter(({ id }) => voteRefusalOf(state, id) === null)
  const voter = rng.pick(waiting.filter(({ id }) => simulated(id, mates) !== undefined))
  if (voter === undefined) return null
  const action: Action = { _tag: "Vote", seen: momentOf(state), yes: rng.chance(isNearlyRight(state) ? 0.8 : 0.2) }
  return press(voter, action, rng.between(1 * second, 4 * second))
}

const isNearlyRight = (state: In<"Vote" | "Appeal">): boolean =>
  state._tag === "Vote" && state.given.toLowerCase().includes(plainAnswer(state.question).toLowerCase())

/** Captains appeal against some of the lost rounds. */
const appealOrHurry = (state: In<"Verdict">, mates: Mates, rng: Rng): Plan | null => {
  const last = state.results.at(-1)
  const captain = simulated(state.captain, mates)
  const lost = last !== undefined && !last.right && last.given !== null && last.decidedBy === "judge"
  if (captain !== undefined && lost && state.reserves.appeals > 0 && last.appeal === "none" && rng.chance(0.1)) {
    return press(captain, { _tag: "Appeal", seen: momentOf(state) }, rng.between(2 * second, 6 * second))
  }
  return hurry(state, mates, rng)
}

/** A pause is for people: simulated players end one only when nobody else sits at the table. */
const goOn = (state: In<"Paused">, mates: Mates): Plan | null => {
  const [first] = state.held.players
  const isAlone = state.held.players.every(({ id }) => simulated(id, mates) !== undefined)
  return isAlone ? press(first, { _tag: "Resume", seen: momentOf(state) }, 10 * second) : null
}

const hurry = (state: In<"Verdict">, mates: Mates, rng: Rng): Plan | null => {
  const hurried = rng.pick(mates.people)
  if (hurried === undefined || takesHours(state.settings) || rng.chance(0.5)) return null
  return press(hurried, { _tag: "Next", seen: momentOf(state) }, rng.between(4 * second, 9 * second))
}

/** Now and then somebody lets the time run out. */
const isLate = (chance: number, { settings }: GameState, rng: Rng): boolean =>
  rng.chance(chance) && !takesHours(settings)

const thought = (question: Question, mates: Mates, rng: Rng): string => {
  const guess = rng.chance(0.3) ? plainAnswer(question) : wrongAnswer(question, mates, rng)
  return (
    rng.pick([
      `А может, ${guess}?`,
      "Перечитайте вопрос, там подсказка.",
      `Моя версия — ${guess}.`,
      "Нужно слово покороче.",
      `${capital(guess)}? Красиво, но не факт.`
    ]) ?? guess
  )
}

/** Now and then a right answer comes with a word too many, and the judge leaves it to the table. */
const answerTo = (question: Question, mates: Mates, rng: Rng): string => {
  if (!rng.chance(mates.skill)) return wrongAnswer(question, mates, rng)
  return rng.chance(0.15) ? `Знаменитое: ${plainAnswer(question)}` : plainAnswer(question)
}

const wrongAnswer = (question: Question, mates: Mates, rng: Rng): string => {
  const other = rng.pick(mates.questions.filter(({ id }) => id !== question.id))
  return other === undefined ? "не знаю" : plainAnswer(other)
}

/** As a person would write it: without the brackets of the optional parts. */
const plainAnswer = ({ answer }: Question): string => answer.replace(/[[\]]/g, "").replace(/\.$/, "")

const simulated = (id: string, mates: Mates): Player | undefined => mates.people.find((mate) => mate.id === id)

const press = (by: Player, action: Action, afterMs: number): Plan => ({
  afterMs,
  input: { _tag: "Pressed", by, action, press: PressRef.make(by.id) }
})

const written = (by: Player, text: string): ChatInput => ({ _tag: "Wrote", by, text, action: null, order: 0 })
