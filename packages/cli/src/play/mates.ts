/** What the simulated players do next: one plan for the phase the game is in. */
import { type GameState, momentOf, type Player, type Question, voteRefusalOf } from "@znatoki/engine"
import type { Action } from "@znatoki/host/action"
import { type ChatInput, PressRef } from "@znatoki/host/chat-input"
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

/** Null: they wait. */
export const planOf = (state: GameState, mates: Mates, rng: Rng): Plan | null => {
  switch (state._tag) {
    case "Lobby":
      return gather(state, mates, rng)
    case "Discussion":
      return think(state, mates, rng)
    case "ClubHelp":
      return chatter(state, mates, rng)
    case "SoloChoice":
    case "Choice":
      return choose(state, mates, rng)
    case "Answer":
      return reply(state, mates, rng)
    case "Vote":
    case "Appeal":
      return decide(state, mates, rng)
    case "Verdict":
      return appealOrHurry(state, mates, rng)
    case "Paused":
      return goOn(state, mates)
    case "Idle":
    case "Wheel":
    case "Finished":
      return null
  }
}

const gather = (state: In<"Lobby">, mates: Mates, rng: Rng): Plan | null => {
  const standing = mates.people.find((mate) => state.players.every(({ id }) => id !== mate.id))
  if (standing !== undefined) {
    return press(standing, { _tag: "Join", seen: momentOf(state) }, rng.between(300, 1_200))
  }
  const [opener] = state.players
  const ready = simulated(opener.id, mates)
  return ready === undefined ? null : press(ready, { _tag: "Go", seen: momentOf(state) }, second)
}

/** In a super-blitz the others are silent, and the soloist does not wait. */
const think = (state: In<"Discussion">, mates: Mates, rng: Rng): Plan | null => {
  const seen = momentOf(state)
  const afterMs = rng.between(5 * second, 15 * second)
  if (state.series?._tag === "SuperBlitz") {
    const soloist = simulated(state.series.soloist, mates)
    return soloist === undefined ? null : press(soloist, { _tag: "Early", seen }, afterMs)
  }
  const captain = simulated(state.captain, mates)
  const wish = captain === undefined ? null : wishOf(state, rng)
  return captain === undefined || wish === null ? chatter(state, mates, rng) : press(captain, wish, afterMs)
}

/** What a captain asks for: mostly nothing, the team talks. */
const wishOf = (state: In<"Discussion">, rng: Rng): Action | null => {
  const seen = momentOf(state)
  if (rng.chance(0.15)) return { _tag: "Early", seen }
  if (state.reserves.extraMinutes > 0 && rng.chance(0.15)) return { _tag: "Minute", seen }
  return state.reserves.clubHelps > 0 && !state.helped && rng.chance(0.1) ? { _tag: "Club", seen } : null
}

const chatter = (state: In<"Discussion" | "ClubHelp">, mates: Mates, rng: Rng): Plan | null => {
  const talker = rng.pick(mates.people)
  const afterMs = rng.between(5 * second, 15 * second)
  return talker === undefined ? null : { afterMs, input: written(talker, thought(state.question, mates, rng)) }
}

const choose = (state: In<"Choice" | "SoloChoice">, mates: Mates, rng: Rng): Plan | null => {
  const captain = simulated(state.captain, mates)
  const named = rng.pick(state.players)
  if (captain === undefined || named === undefined || rng.chance(0.1)) return null
  const action: Action = { _tag: "Name", seen: momentOf(state), player: named.id }
  return press(captain, action, rng.between(2 * second, 8 * second))
}

const reply = (state: In<"Answer">, mates: Mates, rng: Rng): Plan | null => {
  const answerer = simulated(state.answerer, mates)
  if (answerer === undefined || rng.chance(0.05)) return null
  const text = answerTo(state.question, mates, rng)
  return { afterMs: rng.between(2 * second, 12 * second), input: written(answerer, text) }
}

/** Everybody votes once; who answered is surer than the others. */
const decide = (state: In<"Vote" | "Appeal">, mates: Mates, rng: Rng): Plan | null => {
  const waiting = state.players.filter(({ id }) => voteRefusalOf(state, id) === null)
  const voter = rng.pick(waiting.filter(({ id }) => simulated(id, mates) !== undefined))
  if (voter === undefined) return null
  const isOwn = state._tag === "Vote" && voter.id === state.answerer.id
  const action: Action = { _tag: "Vote", seen: momentOf(state), yes: isOwn || rng.chance(0.5) }
  return press(voter, action, rng.between(1 * second, 4 * second))
}

/** Captains appeal against some of the lost rounds. */
const appealOrHurry = (state: In<"Verdict">, mates: Mates, rng: Rng): Plan | null => {
  const last = state.results.at(-1)
  const captain = simulated(state.captain, mates)
  const lost = last !== undefined && !last.right && last.given !== null && last.decidedBy === "judge"
  if (captain !== undefined && lost && state.reserves.appeals > 0 && last.appeal === "none" && rng.chance(0.25)) {
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
  if (hurried === undefined || rng.chance(0.5)) return null
  return press(hurried, { _tag: "Next", seen: momentOf(state) }, rng.between(4 * second, 9 * second))
}

const thought = (question: Question, mates: Mates, rng: Rng): string => {
  const guess = rng.chance(0.3) ? plainAnswer(question) : wrongAnswer(question, mates, rng)
  return (
    rng.pick([
      `А может, ${guess}?`,
      "Перечитайте вопрос, там подсказка.",
      `Моя версия — ${guess}.`,
      "Нужно слово покороче.",
      `${guess}? Красиво, но не факт.`
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
