/** A conversation's log played again from its first event, by the rules and the words as they are. */
import {
  type Deadline,
  type GameEffect,
  type GameEvent,
  type GameState,
  initialState,
  type Player,
  type QuestionId,
  reduce
} from "@znatoki/engine"
import type { Incoming, SourceId } from "@znatoki/chat/chat-input"
import { hear } from "@znatoki/host/hear"
import type { Outgoing } from "@znatoki/chat/message"
import { speak, type Via } from "@znatoki/host/speak"
import type { LoggedEvent } from "@znatoki/ports/game-store"
import type { SimulatedWorld } from "./simulated-world.ts"

/** A wait that the clock ended. */
export interface Wait {
  readonly fromMs: number
  readonly toMs: number
  /** How long it was to be when it began. */
  readonly lengthMs: number
  /** When it was to end, as it turned out. */
  readonly dueAtMs: number
}

export interface FoldedLog {
  readonly state: GameState
  /** Null: what a store was asked for, which no log tells. */
  readonly said: ReadonlyArray<Outgoing | null>
  /** The same by a bot that does not know that it hears everything. */
  readonly saidUnsure: ReadonlyArray<Outgoing>
  readonly waits: ReadonlyArray<Wait>
  /** What every outage gave back. */
  readonly lostMs: ReadonlyArray<number>
  readonly asked: ReadonlyArray<QuestionId>
  /** When anything but the giving back of time happened. */
  readonly moves: ReadonlyArray<number>
  /** Timers that fired before their time. */
  readonly early: ReadonlyArray<string>
}

export type HeardInputs = ReadonlyMap<SourceId, Incoming>

export const foldLog = (world: SimulatedWorld, log: ReadonlyArray<LoggedEvent>, heard: HeardInputs): FoldedLog => {
  let state: GameState = initialState(world.settings)
  let via: Via = "clock"
  let by: Player | null = null
  let order: number | null = null
  let effects: Array<GameEffect> = []
  const said: Array<Outgoing | null> = []
  const saidUnsure: Array<Outgoing> = []
  const times = new Times()
  for (const [i, { event, source }] of log.entries()) {
    if (source !== null) {
      const incoming = heard.get(source)
      via = viaOf(incoming, state, event.atMs)
      by = incoming !== undefined && "by" in incoming.input ? incoming.input.by : null
      order = incoming?.input._tag === "Wrote" ? incoming.input.order : null
      effects = []
    }
    const step = reduce(state, event)
    times.note(state, event, step.state)
    state = step.state
    effects.push(...step.effects)
    // An event without a source follows from the one before it, and both are spoken of together.
    if (log[i + 1]?.source === null) continue
    const spoken = speak(state, effects, via, { by, order }).outgoing
    said.push(...(effects.some(isLookedUp) ? spoken.map(() => null) : spoken))
    saidUnsure.push(...speak(state, effects, via, { by, order, hearsAll: false }).outgoing)
  }
  const asked = log.flatMap(({ event }) => (event._tag === "QuestionDrawn" ? [event.question.id] : []))
  const lostMs = log.flatMap(({ event }) => (event._tag === "OutageEnded" ? [event.lostMs] : []))
  const moves = log.flatMap(({ event }) => (event._tag === "OutageEnded" ? [] : [event.atMs]))
  return { state, said, saidUnsure, asked, lostMs, moves, waits: times.waits, early: times.early }
}

const lookedUp = new Set<string>(["rating", "player", "history", "seasons", "licences", "questions"])
const isLookedUp = (effect: GameEffect): boolean => effect._tag === "InfoShown" && lookedUp.has(effect.topic)

class Times {
  readonly waits: Array<Wait> = []
  readonly early: Array<string> = []
  #wait = { fromMs: 0, lengthMs: 0 }

  note(from: GameState, event: GameEvent, to: GameState): void {
    const [before, after] = [deadlineOf(from), deadlineOf(to)]
    if (event._tag === "TimerFired" && before !== null && to !== from) {
      if (event.atMs < before.atMs) this.early.push(event.timer)
      this.waits.push({ ...this.#wait, toMs: event.atMs, dueAtMs: before.atMs })
    }
    if (after !== null && isAnother(before, after) && event._tag !== "OutageEnded") {
      this.#wait = { fromMs: event.atMs, lengthMs: after.atMs - event.atMs }
    }
  }
}

const deadlineOf = (state: GameState): Deadline | null => ("deadline" in state ? state.deadline : null)

const isAnother = (before: Deadline | null, after: Deadline): boolean =>
  after.timer !== before?.timer || after.atMs !== before.atMs

const viaOf = (incoming: Incoming | undefined, state: GameState, atMs: number): Via =>
  incoming === undefined ? "clock" : hear(incoming.input, { atMs, seed: 0 }, state).via
