/** What a move of a generated game means to the state it meets. */
import type { GameEvent } from "../game-event.ts"
import {
  type Appeal,
  type GameState,
  type Running,
  unpaused,
  type Verdict,
  type Vote,
  type Wheel
} from "../game-state.ts"
import { type Player, QuestionId, type Seed } from "../ids.ts"
import type { Question } from "../question.ts"
import { voteRefusalOf } from "../rules/ballot.ts"
import { deadlineOf, later } from "../rules/deadline.ts"
import { momentOf } from "../rules/moment.ts"
import { placeIn, placeOf, soloistOf } from "../rules/series.ts"
import type { Settings } from "../settings.ts"
import { people } from "./arbitraries.ts"

/** `who` chooses a person by number, out of as many as there are. */
export type Move =
  /** What the phase waits for; `short`: the quicker of its ways. */
  | { readonly kind: "forward"; readonly who: number; readonly short: boolean; readonly question: Question }
  /** The deadline passes, or with a negative `lateMs` its timer fires too early. */
  | { readonly kind: "time"; readonly lateMs: number }
  /** Nobody does anything: the question that is wanted comes, or the time is up. */
  | { readonly kind: "silence"; readonly question: Question }
  | { readonly kind: "join"; readonly who: number }
  | { readonly kind: "leave"; readonly who: number; readonly gone: boolean }
  /** Mostly the captain asks. */
  | { readonly kind: "ask"; readonly who: number; readonly wish: "minute" | "club" | "appeal" }
  | { readonly kind: "pause"; readonly who: number }
  | { readonly kind: "ruling"; readonly who: number; readonly accepted: boolean }
  | { readonly kind: "settings"; readonly who: number; readonly settings: Settings }
  | { readonly kind: "outage"; readonly lostMs: number }
  /** Whoever runs the game is gone, or is back if it was. */
  | { readonly kind: "host" }
  /** Somebody wants to stop, or answers whether to, mostly in time. */
  | { readonly kind: "stop"; readonly who: number; readonly lateMs: number; readonly yes: boolean | null }
  | { readonly kind: "no questions" }
  /** An earlier event is delivered once more. */
  | { readonly kind: "again"; readonly which: number }
  | { readonly kind: "wild"; readonly event: GameEvent }

type MoveOf<Kind extends Move["kind"]> = Extract<Move, { readonly kind: Kind }>
type Forward = MoveOf<"forward">

export interface At {
  readonly atMs: number
  readonly seed: Seed
}

export const eventOfMove = (state: GameState, move: Move, at: At): GameEvent => {
  switch (move.kind) {
    case "forward":
      return forward(state, move, at)
    case "time":
      return timeUp(state, at, move.lateMs)
    case "silence":
      return inSilence(state, move.question, at)
    case "join":
      return { _tag: "JoinRequested", ...at, seen: null, by: one(people, move.who) }
    case "leave":
      return leaving(state, move, at)
    case "ask":
      return asking(state, move, at)
    case "pause":
      return { _tag: "PauseRequested", ...at, seen: null, by: anybody(state, move.who).id }
    case "ruling":
      return ruling(state, move, at)
    case "settings":
      return { _tag: "SettingsChanged", ...at, seen: null, by: one(people, move.who).id, settings: move.settings }
    case "outage":
      return { _tag: "OutageEnded", ...at, lostMs: move.lostMs }
    case "host":
      return { _tag: isHostGone(state) ? "HostReturned" : "HostGone", ...at }
    case "stop":
      return stopping(state, move, at)
    case "no questions":
      return { _tag: "QuestionsExhausted", ...at, round: momentOf(state).round, place: momentOf(state).place ?? 1 }
    case "again":
      return wait(at)
    case "wild":
      return move.event
  }
}

const stopping = (state: GameState, { lateMs, who, yes }: MoveOf<"stop">, at: At): GameEvent => {
  const table = unpaused(state)
  const by = one(people, who).id
  const askedAtMs = "stopAskedAtMs" in table ? table.stopAskedAtMs : null
  if (yes === null || askedAtMs === null) return { _tag: "StopRequested", ...at, seen: null, by }
  const { game } = state
  return { _tag: "StopAnswered", atMs: later(askedAtMs, lateMs), seed: at.seed, by, game, askedAtMs, yes }
}

const isHostGone = (state: GameState): boolean => state._tag === "Paused" && state.why === "host gone"

const one = (players: readonly [Player, ...ReadonlyArray<Player>], number: number): Player =>
  players[number % players.length] ?? players[0]

const wait = (at: At): GameEvent => ({ _tag: "InfoRequested", ...at, by: people[0].id, topic: "session" })

/** The deadline's own timer; where nothing is waited for, a question about the session. */
export const timeUp = (state: GameState, at: At, lateMs = 0): GameEvent => {
  const deadline = deadlineOf(state)
  if (deadline === null) return wait(at)
  const atMs = Math.min(Math.max(0, deadline.atMs + lateMs), Number.MAX_SAFE_INTEGER)
  return { _tag: "TimerFired", atMs, seed: at.seed, game: state.game, timer: deadline.timer }
}

/** What comes when nobody does anything. */
export const inSilence = (state: GameState, question: Question, at: At): GameEvent =>
  state._tag === "Wheel"
    ? { _tag: "QuestionDrawn", ...at, round: state.round, place: placeOf(state), question: drawn(state, question) }
    : timeUp(state, at)

const playersOf = (state: GameState): ReadonlyArray<Player> => {
  if (state._tag === "Paused") return state.held.players
  return "players" in state ? state.players : []
}

/** Somebody at the table, or somebody at all where there is none. */
const anybody = (state: GameState, who: number): Player => {
  const [first, ...others] = playersOf(state)
  return first === undefined ? one(people, who) : one([first, ...others], who)
}

const leaving = (state: GameState, { gone, who }: MoveOf<"leave">, at: At): GameEvent => {
  const { id } = anybody(state, who)
  return gone
    ? { _tag: "PlayerGone", ...at, player: id }
    : { _tag: "LeaveRequested", ...at, seen: momentOf(state), by: id }
}

const wishes = { minute: "ExtraMinuteRequested", club: "ClubHelpRequested", appeal: "AppealRequested" } as const

const asking = (state: GameState, { who, wish }: MoveOf<"ask">, at: At): GameEvent => {
  const captain = "captain" in state ? state.captain : null
  return { _tag: wishes[wish], ...at, seen: null, by: captain === null || who === 0 ? one(people, who).id : captain }
}

/** Mostly on a round that waits for one. */
const ruling = (state: GameState, { accepted, who }: MoveOf<"ruling">, at: At): GameEvent => {
  const inner = state._tag === "Paused" ? state.held : state
  const open = "results" in inner ? inner.results.findIndex(({ appeal }) => appeal === "open") : -1
  return { _tag: "RulingMade", ...at, game: state.game, round: open === -1 ? who : open + 1, accepted }
}

const forward = (state: GameState, move: Forward, at: At): GameEvent => {
  const press = { ...at, seen: momentOf(state) }
  switch (state._tag) {
    case "Idle":
    case "Finished":
      return { _tag: "StartRequested", ...press, by: one(people, move.who), settings: null }
    case "Lobby":
      return move.short
        ? { _tag: "GoRequested", ...press, by: one(state.players, move.who).id }
        : { _tag: "JoinRequested", ...press, by: one(people, move.who) }
    case "Paused":
      return move.short
        ? { _tag: "ResumeRequested", ...press, by: one(state.held.players, move.who).id }
        : { _tag: "VoteCast", ...press, by: one(people, move.who).id, yes: true }
    default:
      return playOn(state, move, at)
  }
}

const playOn = (state: Running, move: Forward, at: At): GameEvent => {
  const press = { ...at, seen: momentOf(state) }
  switch (state._tag) {
    case "Wheel":
      return inSilence(state, move.question, at)
    case "Discussion":
    case "ClubHelp": {
      const by = soloistOf(state.series) ?? state.captain
      return move.short ? { _tag: "EarlyAnswerRequested", ...press, by } : timeUp(state, at)
    }
    case "SoloChoice":
    case "Choice":
      return { _tag: "AnswererNamed", ...press, by: state.captain, player: named(state.players, move).id }
    case "Answer":
      return { _tag: "TextSaid", ...at, by: state.answerer, text: saidBy(move, state.question) }
    case "Vote":
    case "Appeal":
      return { _tag: "VoteCast", ...press, by: voterIn(state, move).id, yes: move.short }
    case "Verdict":
      return afterVerdict(state, move, at)
  }
}

/** A captain who lost a round appeals more often than in life. */
const afterVerdict = (state: Verdict, { short, who }: Forward, at: At): GameEvent => {
  const press = { ...at, seen: momentOf(state) }
  if (who % 2 === 0 && state.results.at(-1)?.right === false) {
    return { _tag: "AppealRequested", ...press, by: state.captain }
  }
  return short ? { _tag: "NextRequested", ...press, by: one(state.players, who).id } : timeUp(state, at)
}

/** Right, wrong, such that the judge leaves it to people, or now and then without a word. */
const saidBy = ({ short, who }: Forward, { answer }: Question): string => {
  if (short) return answer
  if (who === 11) return ""
  return who % 2 === 0 ? "не знаю" : `${answer} обыкновенная`
}

/** Mostly somebody who may. */
const voterIn = (state: Vote | Appeal, { who }: Forward): Player =>
  (who === 0 ? undefined : [...state.players, ...people].find(({ id }) => voteRefusalOf(state, id) === null)) ??
  one(people, who)

/** Now and then the captain names somebody who does not play. */
const named = (players: readonly [Player, ...ReadonlyArray<Player>], { short, who }: Forward): Player =>
  one(short ? people : players, who)

/** A bank gives each draw of each game a question of its own. */
const drawn = ({ game, round, series }: Wheel, question: Question): Question => ({
  ...question,
  id: QuestionId.make(`${game}-${round}-${placeIn(series)}-${question.id}`)
})
