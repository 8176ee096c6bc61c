/** Plays a conversation through the real rules and writes it down as a chat would show it. */
import {
  finishTurn,
  type GameEvent,
  type GameState,
  initialState,
  type Player,
  presets,
  type Question,
  type Settings
} from "@znatoki/engine"
import type { ChatInput } from "@znatoki/chat/chat-input"
import { PressRef } from "@znatoki/chat/chat-input"
import { hear } from "@znatoki/host/hear"
import type { Button, Outgoing } from "@znatoki/chat/message"
import { showTurn } from "@znatoki/host/show-turn"
import type { Spoken, Via } from "@znatoki/host/speak"
import { draw } from "./draw.ts"

export class Show {
  state: GameState
  readonly spoken: Array<Spoken> = []
  readonly #lines: Array<string> = []
  readonly #questions: Array<Question>
  #nowMs = 1_000_000
  #order = 0
  #seed = 7
  #said: Array<Outgoing> = []

  readonly #alone: boolean

  /** `alone`: in a private dialog. */
  constructor(questions: ReadonlyArray<Question>, settings: Settings = presets.classic, alone = false) {
    this.state = initialState(settings)
    this.#questions = [...questions]
    this.#alone = alone
  }

  get transcript(): string {
    return this.#lines.join("\n\n") + "\n"
  }

  writes(by: Player, text: string): void {
    this.#hears(`${by.name}: ${text}`, { _tag: "Wrote", by, text, action: null, order: ++this.#order })
  }

  presses(by: Player, label: string): void {
    this.#hears(`${by.name} нажимает [ ${label} ]`, {
      _tag: "Pressed",
      by,
      action: this.#button(label).action,
      press: PressRef.make("press")
    })
  }

  /** A button under the input writes its label. */
  taps(by: Player, label: string): void {
    const { action } = this.#button(label)
    this.#hears(`${by.name}: ${label}`, { _tag: "Wrote", by, text: label, action, order: ++this.#order })
  }

  goes(player: Player): void {
    this.#hears(`${player.name} выходит из беседы`, { _tag: "Gone", player: player.id })
  }

  invited(by: Player): void {
    this.#hears(`${by.name} добавляет бота`, { _tag: "Invited", by })
  }

  /** Nobody does anything until the next deadline. */
  waits(): void {
    if (!("deadline" in this.state)) throw new Error(`Nothing is waited for in ${this.state._tag}`)
    const { atMs, timer } = this.state.deadline
    this.#nowMs = Math.max(this.#nowMs, atMs)
    this.#happens(`… ${timer}`, { _tag: "TimerFired", ...this.#at(), game: this.state.game, timer }, "clock")
  }

  /** An admin decides, from outside the conversation. */
  rules(round: number, accepted: boolean): void {
    const event = { _tag: "RulingMade", ...this.#at(), game: this.state.game, round, accepted } as const
    this.#happens(`… администратор решает по раунду ${round}`, event, "clock")
  }

  wasAway(lostMs: number): void {
    this.#nowMs += lostMs
    this.#happens(`… бота не было ${lostMs} мс`, { _tag: "OutageEnded", ...this.#at(), lostMs }, "clock")
  }

  #at() {
    return { atMs: this.#nowMs, seed: this.#seed++ }
  }

  #button(label: string): Button {
    const keyboards = this.#said.toReversed().map(({ keyboard }) => keyboard)
    const found = keyboards.flatMap((keyboard) => keyboard?.rows.flat() ?? []).find((button) => button.label === label)
    if (found === undefined) throw new Error(`No button ${label}`)
    return found
  }

  #hears(line: string, input: ChatInput): void {
    this.#nowMs += 1_000
    const { event, via } = hear(input, this.#at(), this.state)
    this.#happens(line, event, via, "by" in input ? input.by : null)
  }

  #happens(line: string, event: GameEvent | null, via: Via, by: Player | null = null): void {
    const spoken = event === null ? silence : this.#shown(event, via, by)
    this.spoken.push(spoken)
    this.#said.push(...spoken.outgoing)
    this.#lines.push(`▶ ${line}\n${draw(spoken)}`)
  }

  #shown(event: GameEvent, via: Via, by: Player | null): Spoken {
    const showing = showTurn(this.state, event, { via, by, alone: this.#alone }, () => this.#seed++)
    const { notice, outgoing, state } = finishTurn(showing, () => this.#questions.shift() ?? null)
    this.state = state
    return { outgoing, notice }
  }
}

const silence: Spoken = { outgoing: [], notice: null }
