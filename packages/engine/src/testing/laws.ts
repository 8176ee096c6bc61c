/** What is true of every game, whatever happens in it. */
import { Schema } from "effect"
import { GameEffect } from "../game-effect.ts"
import { GameState, unpaused } from "../game-state.ts"
import { reduce } from "../reduce.ts"
import { momentOf } from "../rules/moment.ts"
import { decodeSnapshot, encodeSnapshot } from "../snapshot.ts"
import type { Rules } from "../step.ts"
import { always, isUnmoved, type Law, same } from "./law.ts"
import type { Turn } from "./moves.ts"
import { silenceHoldsTheGame } from "./silence-law.ts"
import { rightsLaws } from "./rights-laws.ts"
import { timerLaws } from "./timer-laws.ts"

const isValidState = Schema.is(GameState)
const areValidEffects = Schema.is(Schema.Array(GameEffect))
const refusalOf = ({ step }: Turn<string>) => step.effects.find((effect) => effect._tag === "Refused")

/** Every state that came of a turn, once: most turns leave the state they found. */
const eachState = (turns: ReadonlyArray<Turn<string>>, holds: (state: GameState) => boolean): boolean =>
  turns.every(({ step }, i) => step.state === turns[i - 1]?.step.state || holds(step.state))

const isTotal: Law = {
  sentence: "whatever happens, the next state and its effects are valid",
  holds: (turns) =>
    eachState(turns, isValidState) && turns.every(({ step }) => areValidEffects(step.effects.map(withKnownReason)))
}
/** Rules of one's own may refuse for any reason. */
const withKnownReason = (effect: Turn<string>["step"]["effects"][number]) =>
  effect._tag === "Refused" ? { ...effect, reason: "not now" } : effect

const isDeterministic = (rules: Rules<string>): Law =>
  always("the same state and event always give the same step", ({ before, event, step }) =>
    same(rules(structure(before), structure(event)), step)
  )
/** The same value in other objects, so that nothing can hang on identity. */
const structure = <A>(value: A): A => JSON.parse(JSON.stringify(value))

const refusalChangesNothing = always(
  "a refusal changes nothing but who was heard, and says nothing else",
  (turn) => refusalOf(turn) === undefined || (isUnmoved(turn) && turn.step.effects.length === 1)
)

const isMomentOf = (state: GameState, seen: unknown): boolean => same(seen, momentOf(state))

const pastMomentIsRefused = always("a button of a moment that is over is refused, and no other button is", (turn) => {
  const { before, event } = turn
  const seen = "seen" in event ? event.seen : null
  const held = before._tag === "Paused" ? before.held : before
  const past = seen !== null && !isMomentOf(before, seen) && !isMomentOf(held, seen)
  return past === (refusalOf(turn)?.reason === "moment passed")
})

const survivesSnapshot: Law = {
  sentence: "a state is the same after a snapshot and after JSON, to the letter",
  holds: (turns) =>
    eachState(turns, (state) => {
      const decoded = decodeSnapshot(encodeSnapshot(state))
      const text = JSON.stringify(state)
      return decoded._tag === "Ok" && JSON.stringify(decoded.state) === text && isValidState(JSON.parse(text))
    })
}

const onePointPerRound = always("points, finished rounds and results are as many", ({ step }) => {
  const state = unpaused(step.state)
  if (!("results" in state)) return true
  const { results, score } = state
  const right = results.filter((result) => result.right).length
  const isOver = state._tag === "Verdict" || state._tag === "Appeal"
  const finished = !("round" in state) || results.length === (isOver ? state.round : state.round - 1)
  return finished && score.team === right && score.team + score.bot === results.length
})

const onlyNamedPlayerAnswers = always("only words of the named player during the answer count", (turn) => {
  const { before, event } = turn
  if (event._tag !== "TextSaid") return true
  const { effects, state } = turn.step
  const isTalk = isUnmoved(turn) && effects.length === 0
  if (before._tag !== "Answer" || event.by !== before.answerer) return isTalk
  if (event.cropped !== true && /[\p{L}\p{N}]/u.test(event.text)) return state._tag !== "Answer"
  // A sign may be asked for; whatever else has no words, or not all of them, is told of once.
  return state._tag !== "Answer" || isTalk || effects.every(({ _tag }) => _tag === "TextWanted")
})

const infoChangesNothing = always(
  "asking for information changes nothing but who was heard",
  (turn) => turn.event._tag !== "InfoRequested" || isUnmoved(turn)
)

const tableIsSound = always("the captain and the named player sit at the table, nobody sits twice", ({ step }) => {
  const state = unpaused(step.state)
  if (state._tag === "Idle" || state._tag === "Finished") return true
  const ids = state.players.map((player) => player.id)
  const named = [
    ...("captain" in state ? [state.captain] : []),
    ...(state._tag === "Answer" ? [state.answerer] : []),
    ...("series" in state && state.series?._tag === "SuperBlitz" ? [state.series.soloist] : [])
  ]
  return (
    new Set(ids).size === ids.length && ids.length <= state.settings.playersMax && named.every((id) => ids.includes(id))
  )
})

/** Holds of games whose bank gives no two rounds the same question, however often a draw is delivered. */
const noQuestionTwice: Law = {
  sentence: "no question is asked twice in a game unless it is drawn for two rounds",
  holds: (turns) => {
    const asked = new Set<string>()
    return turns.every(({ step }) =>
      step.effects.every((effect) => {
        if (effect._tag !== "QuestionAsked") return true
        const name = `${step.state.game}:${effect.question.id}`
        const fresh = !asked.has(name)
        asked.add(name)
        return fresh
      })
    )
  }
}

/** The laws of games that were played by `rules`: `reduce`, or what an embedder has wrapped around it. */
export const lawsOf = (rules: Rules<string>): ReadonlyArray<Law> => [
  isTotal,
  isDeterministic(rules),
  refusalChangesNothing,
  pastMomentIsRefused,
  survivesSnapshot,
  onePointPerRound,
  onlyNamedPlayerAnswers,
  infoChangesNothing,
  tableIsSound,
  noQuestionTwice,
  silenceHoldsTheGame,
  ...rightsLaws,
  ...timerLaws
]

/** The laws of games that were played by the rules of the engine. */
export const laws: ReadonlyArray<Law> = lawsOf(reduce)
