/** What people do in a simulated chat: they press what they see, talk, answer, order the bot about, come and go. */
import { type Player, PlayerId } from "@znatoki/engine"
import { type ChatInput, type ConversationId, PressRef, SourceId } from "@znatoki/chat/chat-input"
import type { Button } from "@znatoki/chat/message"
import type { SeededDice } from "@znatoki/kernel/testing/seeded-dice"
import type { SimulatedWorld } from "./simulated-world.ts"

const names = ["Анна", "Борис", "Вера", "Глеб", "Дарья"]
const talk = ["ну не знаю", "может, Лермонтов?", "тише вы", "я думаю, это он", "да", "нет", "+", "а что спросили?"]
const orders = ["/старт", "/стоп", "/пауза", "/продолжить", "/я играю", "/ухожу", "/апелляция", "/помощь клуба", "/го"]
/** Never refused and never ignored, so that not one of them may be missing in the log. */
export const surelyHeard = "/инфо"

const homeMs = 30_000

export class People {
  readonly #world: SimulatedWorld
  readonly #conversation: ConversationId
  readonly #dice: SeededDice
  readonly #players: ReadonlyArray<Player>
  readonly #everyMs: number
  #order = 0
  #isHome = false

  constructor(world: SimulatedWorld, conversation: ConversationId, dice: SeededDice) {
    this.#world = world
    this.#conversation = conversation
    this.#dice = dice
    this.#everyMs = dice.between(100, 1_500)
    this.#players = names.slice(0, 2 + dice.below(names.length - 1)).map((name, i) => ({
      id: PlayerId.make(`${conversation.slice(-3)}${i + 1}`),
      name
    }))
    this.#soon()
    // Some are gone long before the trouble is.
    if (dice.chance(0.3)) world.time.after(dice.between(0, homeMs), () => this.goHome())
  }

  /** They say no more, and the clock alone ends their game; a pause would hold it for an hour. */
  goHome(): void {
    if (this.#isHome) return
    this.#isHome = true
    const [one] = this.#players
    if (one !== undefined) this.#write(one, "/продолжить")
  }

  #soon(): void {
    this.#world.time.after(this.#dice.wait(this.#everyMs), () => {
      if (this.#isHome) return
      this.#act()
      this.#soon()
    })
  }

  #act(): void {
    const by = this.#dice.pick(this.#players)
    if (by === undefined) return
    const lot = this.#dice.next()
    if (this.#dice.chance(this.#world.trouble.poison)) this.#poison(by)
    else if (lot < 0.4) this.#press(by)
    else if (lot < 0.75) this.#write(by, this.#dice.pick(talk) ?? "")
    else if (lot < 0.85) this.#write(by, "Пушкин")
    else if (lot < 0.92) this.#write(by, surelyHeard)
    else if (lot < 0.99) this.#write(by, this.#dice.pick(orders) ?? "")
    else this.#happen("gone", { _tag: "Gone", player: by.id })
  }

  /** Mostly a button of what was said last. */
  #press(by: Player): void {
    const shown = this.#world.chats.shown(this.#conversation)
    const newest = shown.length - 1
    const at = this.#dice.chance(0.9) ? newest : newest - this.#dice.below(4)
    const button = this.#dice.pick((shown[at]?.keyboard?.rows.flat() ?? []).filter(isQuickGame))
    if (button === undefined) this.#write(by, "Начать игру")
    else {
      const press = PressRef.make(`press-${this.#conversation}-${this.#order}`)
      this.#happen("press", { _tag: "Pressed", by, action: button.action, press })
    }
  }

  #write(by: Player, text: string): void {
    this.#happen("said", { _tag: "Wrote", by, text, action: null, order: this.#order + 1 })
  }

  /** Words that make the code throw as they come in; what is kept of them is sound. */
  #poison(by: Player): void {
    const words = { _tag: "Wrote" as const, by, action: null, order: this.#order + 1 }
    const input = {
      ...words,
      toJSON: () => ({ ...words, text: surelyHeard }),
      get text(): string {
        throw new Error("no text in here")
      }
    }
    this.#world.tally.count("fault: an event makes the code throw")
    this.#add("poison", input, "poison")
  }

  #happen(kind: string, input: ChatInput): void {
    this.#add(kind, input, input._tag === "Wrote" ? input.text : input._tag)
  }

  #add(kind: string, input: ChatInput, shown: string): void {
    const order = ++this.#order
    const { chats, feed, tally, time, trace } = this.#world
    if (chats.presenceIn(this.#conversation) === "put out") return
    const source = SourceId.make(`${kind}:${this.#conversation}/${order}`)
    tally.count("things people did")
    trace.add(`${time.nowMs} ${source} ${shown}`)
    // Not checked by the schema: the bot is to meet what no messenger should send.
    feed.add({ source, conversation: this.#conversation, atMs: Math.floor(time.nowMs), input, hearsAll: true })
  }
}

/** A game of real minutes and hours would take a million heartbeats. */
const isQuickGame = ({ action }: Button): boolean => action._tag !== "Preset" || action.preset === "lightning"
