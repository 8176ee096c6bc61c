/** One table in memory: what somebody does goes through the same words and rules as in a real conversation. */
import {
  finishTurn,
  type GameEffect,
  type GameEvent,
  type GameState,
  initialState,
  type Question,
  type Settings
} from "@znatoki/engine"
import type { ChatInput } from "@znatoki/chat/chat-input"
import { hear } from "@znatoki/host/hear"
import { isOfGame } from "@znatoki/chat/action"
import type { Button, Outgoing } from "@znatoki/chat/message"
import { showTurn } from "@znatoki/host/show-turn"
import type { Via } from "@znatoki/host/via"
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

/**
 * Nobody is there but who sits at the table: there is no club, no one else votes, and a stop needs no one's consent. A clock could
 * not be changed once it is said.
 */
const ofOneTable = (settings: Settings): Settings => ({
  ...settings,
  clubHelps: 0,
  voters: "table",
  stopConfirmMs: 0,
  clock: false
})

/** A preset may be chosen in words too; whoever chooses questions is told that there is no choice. */
const ofThisTable = (event: GameEvent): GameEvent => {
  if (event._tag === "StartRequested")
    return event.settings === null ? event : { ...event, settings: ofOneTable(event.settings) }
  if (event._tag !== "SettingsChanged") return event
  const { atMs, by, seed, settings } = event
  return settings.extra === undefined
    ? { ...event, settings: ofOneTable(settings) }
    : { _tag: "InfoRequested", atMs, seed, by, topic: "questions" }
}

/** Likes are not counted here, and no clock runs in a message. */
const works = ({ action }: Button): boolean => isOfGame(action) && action._tag !== "Clock"

const withoutIdleButtons = (message: Outgoing): Outgoing => {
  if (message.keyboard === null) return message
  const rows = message.keyboard.rows.map((row) => row.filter(works)).filter((row) => row.length > 0)
  return { ...message, keyboard: { ...message.keyboard, rows } }
}

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
    const notice = this.#play(ofThisTable(event), via)
    if (notice !== null) this.#observer.noticed(notice, input)
  }

  fireDeadline(atMs: number): void {
    if (!("deadline" in this.state)) return
    const { deadline, game } = this.state
    this.#play({ _tag: "TimerFired", atMs, seed: this.#roll(), game, timer: deadline.timer }, "clock")
  }

  #play(event: GameEvent, via: Via): string | null {
    const showing = showTurn(this.state, event, { via, lexicon: russianLexicon(), gameOnly: true }, () => this.#roll())
    const { notice, outgoing, state, steps } = finishTurn(showing, () => this.#questions.pop() ?? null)
    this.state = state
    for (const { effects, event: each } of steps) this.#observer.played(each, effects)
    const isOver = state._tag === "Finished"
    for (const message of outgoing)
      this.#observer.said(isOver ? { ...message, keyboard: null } : withoutIdleButtons(message))
    return notice
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
