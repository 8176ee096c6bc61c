/** Ready-made games for the examples: every state is reached by events, as in life. */
import type { EventOf, GameEvent } from "../src/game-event.ts"
import type { EffectOf, GameEffect } from "../src/game-effect.ts"
import { type GameState, initialState, type Phase } from "../src/game-state.ts"
import { type Player, PlayerId, QuestionId } from "../src/ids.ts"
import type { Question } from "../src/question.ts"
import type { Refusal } from "../src/refusal.ts"
import { replay } from "../src/replay.ts"
import { presets, type Settings } from "../src/settings.ts"
import type { Step } from "../src/step.ts"

const person = (id: string, name: string): Player => ({ id: PlayerId.make(id), name })
export const ann = person("ann", "Аня")
export const bob = person("bob", "Боря")
export const cid = person("cid", "Сид")

export const question: Question = {
  id: QuestionId.make("q1"),
  text: "Сколько будет дважды два?",
  handout: null,
  answer: "четыре",
  accepted: [],
  rejected: [],
  comment: null,
  source: null,
  author: null
}

/** `at(5)` is five seconds after the beginning of time. */
export const at = (seconds: number, seed = 0) => ({ atMs: seconds * 1_000, seed })
const press = (seconds: number, seed = 0) => ({ ...at(seconds, seed), seen: null })

export const start = (by = ann, settings: Settings | null = null): GameEvent => ({
  _tag: "StartRequested",
  ...press(0),
  by,
  settings
})
export const join = (by: Player): GameEvent => ({ _tag: "JoinRequested", ...press(1), by })
export const leave = (by: Player, seed = 0): GameEvent => ({ _tag: "LeaveRequested", ...press(30, seed), by: by.id })
export const gone = (player: Player, seed = 0): GameEvent => ({
  _tag: "PlayerGone",
  ...at(30, seed),
  player: player.id
})
export const go = (by = ann, seed = 0): GameEvent => ({ _tag: "GoRequested", ...press(10, seed), by: by.id })
export const draw = (round = 1, seconds = 12, place = 1): GameEvent => ({
  _tag: "QuestionDrawn",
  ...at(seconds),
  round,
  place,
  question: place === 1 ? question : { ...question, id: QuestionId.make(`q1.${place}`) }
})
export const exhausted = (round = 1, place = 1): GameEvent => ({ _tag: "QuestionsExhausted", ...at(12), round, place })
export const early = (by: Player, seconds = 20): GameEvent => ({
  _tag: "EarlyAnswerRequested",
  ...press(seconds),
  by: by.id
})
export const minute = (by: Player, seconds = 20): GameEvent => ({
  _tag: "ExtraMinuteRequested",
  ...press(seconds),
  by: by.id
})
export const club = (by: Player, seconds = 20): GameEvent => ({
  _tag: "ClubHelpRequested",
  ...press(seconds),
  by: by.id
})
export const vote = (by: Player, yes: boolean, seconds = 95): GameEvent => ({
  _tag: "VoteCast",
  ...press(seconds),
  by: by.id,
  yes
})
export const appeal = (by: Player, seconds = 95): GameEvent => ({
  _tag: "AppealRequested",
  ...press(seconds),
  by: by.id
})
export const ruling = (round: number, accepted: boolean, game = 1): GameEvent => ({
  _tag: "RulingMade",
  ...at(500),
  game,
  round,
  accepted
})
export const pause = (by: Player, seconds = 40): GameEvent => ({ _tag: "PauseRequested", ...press(seconds), by: by.id })
export const resume = (by: Player, seconds = 100): GameEvent => ({
  _tag: "ResumeRequested",
  ...press(seconds),
  by: by.id
})
export const change = (by: Player, settings: Settings): GameEvent => ({
  _tag: "SettingsChanged",
  ...press(5),
  by: by.id,
  settings
})
export const name = (by: Player, player: Player): GameEvent => ({
  _tag: "AnswererNamed",
  ...press(80),
  by: by.id,
  player: player.id
})
export const say = (by: Player, text: string, seconds = 90): GameEvent => ({
  _tag: "TextSaid",
  ...at(seconds),
  by: by.id,
  text
})
export const next = (by = ann): GameEvent => ({ _tag: "NextRequested", ...press(100), by: by.id })
export const stop = (by: Player): GameEvent => ({ _tag: "StopRequested", ...press(200), by: by.id })
/** Nobody is asked back. */
export const stopAtOnce: GameEvent = { _tag: "StopOrdered", ...at(200) }
export const info = (topic: EventOf<"InfoRequested">["topic"]): GameEvent => ({
  _tag: "InfoRequested",
  ...at(200),
  by: cid.id,
  topic
})
export const outage = (lostMs: number): GameEvent => ({ _tag: "OutageEnded", ...at(300), lostMs })

/** The timer that `state` waits for, on time unless told otherwise. */
export const due = (state: GameState, lateMs = 0, seed = 0): GameEvent => {
  if (!("deadline" in state)) throw new Error(`${state._tag} waits for nothing`)
  const { atMs, timer } = state.deadline
  return { _tag: "TimerFired", atMs: atMs + lateMs, seed, game: state.game, timer }
}

/** The state after `events`, which begin where `state` is. */
export const after = (state: GameState, ...events: ReadonlyArray<GameEvent>): GameState => replay(state, events).state

type In<Tag extends Phase> = Extract<GameState, { readonly _tag: Tag }>

/** `state`, which the test expects to be in `phase`. */
export const expectPhase = <Tag extends Phase>(phase: Tag, state: GameState): In<Tag> => {
  const isIn = (some: GameState): some is In<Tag> => some._tag === phase
  if (!isIn(state)) throw new Error(`expected ${phase}, got ${state._tag}`)
  return state
}

/** Nobody minds silence, so that a refusal changes nothing at all. */
export const idleWith = (settings: Partial<Settings> = {}): GameState =>
  initialState({ ...presets.classic, silentRoundsMax: 0, ...settings })

/** One conversation's game with ann and bob, ann being captain, stopped at each phase. */
export const scene = (settings: Partial<Settings> = {}) => {
  const idle = idleWith(settings)
  const lobby = after(idle, start(), join(bob))
  const wheel = after(lobby, go(ann, captainAnn))
  const discussion = after(wheel, draw())
  const warned = after(discussion, due(discussion))
  const choice = warned._tag === "Choice" ? warned : after(warned, due(warned))
  const answer = after(choice, name(ann, bob))
  const verdict = after(answer, say(bob, "четыре"))
  return {
    idle,
    lobby: expectPhase("Lobby", lobby),
    wheel: expectPhase("Wheel", wheel),
    discussion: expectPhase("Discussion", discussion),
    warned,
    choice: expectPhase("Choice", choice),
    answer: expectPhase("Answer", answer),
    verdict: expectPhase("Verdict", verdict),
    finished: expectPhase("Finished", after(verdict, stopAtOnce))
  }
}

/** The same table in the phases a plain game need not come to. */
export const rareScene = () => {
  const { answer, discussion } = scene({ clubHelps: 1 })
  const superBlitz = idleWith({ wheel: { sectors: 1, blitz: 0, superBlitz: 1 } })
  return {
    helped: expectPhase("ClubHelp", after(discussion, club(ann))),
    naming: expectPhase("SoloChoice", after(superBlitz, start(), join(bob), go(ann, captainAnn))),
    voting: expectPhase("Vote", after(answer, say(bob, "знаменитые четыре"))),
    appealed: expectPhase("Appeal", after(answer, say(bob, "пять"), appeal(ann)))
  }
}

/** A seed by which the lot falls on ann, out of ann and bob. */
export const captainAnn = 1

export const effectOf = <Tag extends GameEffect["_tag"]>(step: Step, tag: Tag): EffectOf<Tag> | undefined => {
  const isOf = (effect: GameEffect): effect is EffectOf<Tag> => effect._tag === tag
  return step.effects.find(isOf)
}

/** What a step looks like that refuses: the same state, and the reason for `by`. */
export const refusal = (state: GameState, by: Player, reason: Refusal): Step => ({
  state,
  effects: [{ _tag: "Refused", by: by.id, reason }]
})

export const nothing = (state: GameState): Step => ({ state, effects: [] })
