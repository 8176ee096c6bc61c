/** One table in memory: what somebody does goes through the same words and rules as in a real conversation. */
import {
  type GameEffect,
  type GameEvent,
  type GameState,
  initialState,
  judged,
  placeOf,
  type Question,
  reduce,
  type Settings
} from "@znatoki/engine"
import type { ChatInput } from "@znatoki/chat/chat-input"
import { hear } from "@znatoki/host/hear"
import type { Outgoing } from "@znatoki/chat/message"
import { speak, type Via } from "@znatoki/host/speak"
import { russianLexicon } from "@znatoki/lexicon-ru/russian-lexicon"
import type { Rng } from "./rng.ts"

export interface Observer {
  /** Somebody did something, before the game answers. */
  readonly heard: (input: ChatInput) => void
  readonly played: (event: GameEvent, effects: ReadonlyArray<GameEffect>) => void
  /** The last message has no buttons: one game is played here. */
  readonly said: (message: Outgoing) => void
  /** Told only to the one whose input it was. */
  readonly noticed: (notice: string, input: ChatInput) => void
}

/** Nobody is there but who sits at the table: there is no club, no one else votes, and a stop needs no one's consent. */
const ofOneTable = (settings: Settings): Settings => ({
  ...settings,
  clubHelps: 0,
  voters: "table",
  stopConfirmMs: 0
})

/** A preset may be chosen in words too. */
const withOwnSettings = (event: GameEvent): GameEvent =>
  (event._tag === "StartRequested" || event._tag === "SettingsChanged") && event.settings !== null
    ? { ...event, settings: ofOneTable(event.settings) }
    : event

export class Table {
  state: GameState
  readonly #questions: Array<Question>
  readonly #rng: Rng
  readonly #observer: Observer

  constructor(options: {
    readonly settings: Settings
    readonly questions: ReadonlyArray<Question>
    readonly rng: Rng
    readonly observer: Observer
  }) {
    this.state = initialState(ofOneTable(options.settings))
    this.#questions = shuffled(options.questions, options.rng)
    this.#rng = options.rng
    this.#observer = options.observer
  }

  /** When the game itself does something next; null: it waits for people. */
  get deadlineMs(): number | null {
    return "deadline" in this.state ? this.state.deadline.atMs : null
  }

  /** Until when people have time; null: none runs for them. The deadline of a discussion may be its warning. */
  get endsAtMs(): number | null {
    const { state } = this
    if (state._tag === "Paused" || state._tag === "Wheel") return null
    return "endsAtMs" in state ? state.endsAtMs : this.deadlineMs
  }

  input(input: ChatInput, atMs: number): void {
    this.#observer.heard(input)
    const { event, via } = hear(input, { atMs, seed: this.#roll() }, this.state)
    if (event === null) return
    const notice = this.#play(judged(this.state, withOwnSettings(event), russianLexicon()), via)
    if (notice !== null) this.#observer.noticed(notice, input)
  }

  fireDeadline(atMs: number): void {
    if (!("deadline" in this.state)) return
    const { deadline, game } = this.state
    this.#play({ _tag: "TimerFired", atMs, seed: this.#roll(), game, timer: deadline.timer }, "clock")
  }

  #play(first: GameEvent, via: Via): string | null {
    const all: Array<GameEffect> = []
    for (let event: GameEvent | null = first; event !== null;) {
      const { effects, state } = reduce(this.state, event)
      this.state = state
      all.push(...effects)
      this.#observer.played(event, effects)
      event = effects.some(({ _tag }) => _tag === "QuestionWanted") ? this.#draw(event.atMs) : null
    }
    if (all.length === 0) return null
    const spoken = speak(this.state, all, via)
    const isOver = this.state._tag === "Finished"
    for (const message of spoken.outgoing) this.#observer.said(isOver ? { ...message, keyboard: null } : message)
    return spoken.notice
  }

  #draw(atMs: number): GameEvent | null {
    if (this.state._tag !== "Wheel") return null
    const common = { atMs, seed: this.#roll(), round: this.state.round, place: placeOf(this.state) }
    const question = this.#questions.pop()
    return question === undefined
      ? { _tag: "QuestionsExhausted", ...common }
      : { _tag: "QuestionDrawn", ...common, question }
  }

  #roll(): number {
    return this.#rng.between(-(2 ** 31), 2 ** 31 - 1)
  }
}

const shuffled = <A>(things: ReadonlyArray<A>, rng: Rng): Array<A> =>
  things
    .map((thing) => ({ thing, at: rng.unit() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ thing }) => thing)
