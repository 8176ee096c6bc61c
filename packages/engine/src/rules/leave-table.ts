/** What happens when somebody leaves the table: nothing, another captain, another answerer or soloist, or the end. */
import type { GameEffect } from "../game-effect.ts"
import type { EventOf } from "../game-event.ts"
import type { Paused, Running, Waiting } from "../game-state.ts"
import type { Player, PlayerId, Seed } from "../ids.ts"
import { after, go, ignore, refuse, type Step } from "../step.ts"
import { toAnotherAnswerer, toAnswer } from "../transitions/answer.ts"
import { toSuperBlitz } from "../transitions/begin-round.ts"
import { toFinished } from "../transitions/finish.ts"
import { counted } from "../transitions/vote.ts"
import { withoutBallot } from "./ballot.ts"
import { handOver } from "./captain.ts"
import { pick } from "./dice.ts"
import { loneOf, seatsChanged } from "./seats.ts"
import { hasMoreQuestions, soloistOf, withSoloist } from "./series.ts"

type Leaving = EventOf<"LeaveRequested" | "PlayerGone">

const leaverOf = (event: Leaving): PlayerId => (event._tag === "PlayerGone" ? event.player : event.by)

export const leaveTable = (state: Waiting, event: Leaving): Step => {
  const id = leaverOf(event)
  const left = state.players.find((player) => player.id === id)
  if (left === undefined) return event._tag === "PlayerGone" ? ignore(state) : refuse(state, id, "not seated")
  const told = seatsChanged("left", left)
  const [first, ...others] = state.players.filter((player) => player.id !== id)
  const remembered = state._tag === "Lobby" ? state : remembering(state, left)
  if (first === undefined) return after([told], toFinished(remembered, "table empty", event.atMs))
  if (remembered._tag === "Lobby") return go({ ...remembered, players: [first, ...others] }, told)
  return after([told], leaveGame({ ...remembered, players: [first, ...others] }, left, event))
}

/** Whoever answered stays in the results. */
const remembering = (state: Running, left: Player): Running => {
  const answered =
    state.results.some(({ answerer }) => answerer === left.id) ||
    (state._tag === "Vote" && state.answerer.id === left.id)
  if (!answered) return state
  return { ...state, left: [...(state.left ?? []).filter(({ id }) => id !== left.id), left] }
}

/** `state` is without the player who left. */
const leaveGame = (state: Running, left: Player, { atMs, seed }: Leaving): Step => {
  const led = handOver(state, left, seed)
  const solo = replaceSoloist(led.state, left, seed)
  return after([...led.effects, ...solo.effects], leavePhase(solo.state, left, { atMs, seed }))
}

const leavePhase = (state: Running, left: Player, { atMs, seed }: Pick<Leaving, "atMs" | "seed">): Step => {
  switch (state._tag) {
    case "Answer":
      return state.answerer === left.id ? toAnotherAnswerer(state, seed, atMs) : go(state)
    case "Vote":
    case "Appeal": {
      const voting = { ...state, ballots: withoutBallot(state, left) }
      return counted(voting, atMs) ?? go(voting)
    }
    case "Choice": {
      const lone = loneOf(state)
      return lone === null ? go(state) : toAnswer(state, lone, "alone", atMs)
    }
    case "SoloChoice": {
      const lone = loneOf(state)
      return lone === null ? go(state) : toSuperBlitz(state, lone, "alone", atMs)
    }
    case "Wheel":
    case "Discussion":
    case "ClubHelp":
    case "Verdict":
      return go(state)
  }
}

/** While a soloist answers, who takes over is told as the one who answers; after the last answer there is nothing to play. */
const replaceSoloist = (
  state: Running,
  left: Player,
  seed: Seed
): { readonly state: Running; readonly effects: ReadonlyArray<GameEffect> } => {
  const isSolo =
    state._tag === "Wheel" || state._tag === "Discussion" || (state._tag === "Vote" && hasMoreQuestions(state))
  if (!isSolo || soloistOf(state.series) !== left.id) return { state, effects: [] }
  const soloist = pick("soloist", seed, state.players)
  return {
    state: { ...state, series: withSoloist(state.series, soloist.id) },
    effects: [{ _tag: "SoloistNamed", soloist, chosen: "soloist left" }]
  }
}

/** As if it had happened when the pause began: whoever takes over has the full time when the game goes on. */
export const leaveWhilePaused = (state: Paused, event: Leaving): Step => {
  const { effects, state: held } = leaveTable(state.held, { ...event, atMs: state.pausedAtMs })
  if (held === state.held) return effects.length === 0 ? ignore(state) : { state, effects }
  if (held._tag === "Idle" || held._tag === "Paused") return ignore(state)
  if (held._tag !== "Finished") return go({ ...state, held }, ...effects.filter(isOfPause))
  const left = state.held.players.find(({ id }) => id === leaverOf(event))
  const remembered = state.held._tag === "Lobby" || left === undefined ? state.held : remembering(state.held, left)
  return after(effects.filter(isNotOfTheEnd), toFinished({ ...state, held: remembered }, held.reason, event.atMs))
}

/** A question that comes in a pause finds nobody: it is wanted again when the game goes on. */
const isOfPause = (effect: GameEffect): boolean => isNoTimer(effect) && effect._tag !== "QuestionWanted"
const isNoTimer = ({ _tag }: GameEffect): boolean => _tag !== "TimerSet" && _tag !== "TimerCleared"
const isNotOfTheEnd = (effect: GameEffect): boolean => isNoTimer(effect) && effect._tag !== "GameFinished"
