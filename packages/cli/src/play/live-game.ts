/** A game in the terminal in real time: you, and simulated team-mates around you. */
import { Player, type Question, type Settings } from "@znatoki/engine"
import { type ChatInput, PressRef } from "@znatoki/chat/chat-input"
import type { Button } from "@znatoki/chat/message"
import { Schema } from "effect"
import { simulatedPeople } from "./auto-game.ts"
import { takesHours } from "./mates.ts"
import { moveOn } from "./move-on.ts"
import { playTable } from "./play-table.ts"
import { PromptLine, type PromptLineOptions } from "./prompt-line.ts"
import { makeRng } from "./rng.ts"
import { buttonsOf, messageLines, noticeLines, paintFor, promptAt, changeLines, talkLines, wrapped } from "./screen.ts"
import { type Observer, Table } from "./table.ts"
import { gameNow } from "./game-now.ts"
import { typedLines } from "./typed-lines.ts"

export interface LiveOptions extends Pick<PromptLineOptions, "input" | "output"> {
  readonly name: string
  readonly mates: number
  readonly seed: number
  readonly settings: Settings
  readonly skill: number
  readonly questions: ReadonlyArray<Question>
  readonly colours: boolean
}

const help = [
  "Пишите, что думаете, и жмите Enter. Кнопки — по номерам.",
  "Команды словами: «инфо», «правила», «стоп». Выйти — Ctrl+C."
]
const unhurried = "Времени здесь часы, но ждать незачем: команда отвечает сразу, а пустой Enter — «дальше»."

export const playLive = async (options: LiveOptions): Promise<void> => {
  const { colours, input, output, questions, seed, settings, skill } = options
  const paint = paintFor(colours)
  const rng = makeRng(seed)
  const you = Schema.decodeUnknownSync(Player)({ id: "you", name: options.name })
  const people = simulatedPeople(options.mates)
  let buttons: ReadonlyArray<Button> = []
  const observer: Observer = {
    heard: (heard) => {
      if (heard._tag === "Wrote" && heard.by.id !== you.id) {
        line.print(...talkLines(heard.by.name, heard.text, paint, line.width))
      }
    },
    played: (_event, effects) => line.print(...changeLines(effects, paint, line.width)),
    said: (message) => {
      const own = buttonsOf(message.keyboard)
      if (own.length > 0) buttons = own
      line.print(...messageLines(message, paint, line.width))
    },
    noticed: (notice, noticed) => {
      if (noticed._tag === "Pressed" && noticed.by.id === you.id) line.print(...noticeLines(notice, paint, line.width))
    }
  }
  const table = new Table({ settings, questions, rng, observer })
  const promptNow = (): string => {
    const { endsAtMs } = table
    return promptAt(endsAtMs === null ? null : endsAtMs - gameNow(), paint)
  }
  const line = new PromptLine({ input, output, promptNow })
  const typed = typedLines(line.lines)

  /** A number is a button, but for the one who answers: it may be the answer. */
  const inputOf = (text: string): ChatInput | null => {
    if (text === "") return moveOn(table.state, you.id)
    const answers = table.state._tag === "Answer" && table.state.answerer === you.id
    const pressed = /^\d{1,2}$/.test(text) && !answers ? buttons[Number(text) - 1] : undefined
    if (pressed === undefined) return { _tag: "Wrote", by: you, text, action: null, order: 0 }
    return { _tag: "Pressed", by: you, action: pressed.action, press: PressRef.make(you.id) }
  }
  const wait = async (untilMs: number): Promise<ChatInput | "quit" | null> => {
    for (;;) {
      const text = await typed.next(untilMs)
      if (text === undefined) return "quit"
      if (text === null) return null
      const done = inputOf(text)
      if (done !== null) return done
    }
  }

  const opening = [...help, `За столом вас зовут ${you.name}.`, ...(takesHours(settings) ? [unhurried] : [])]
  line.print(...opening.flatMap((text) => wrapped(paint("dim", text), "", line.width)))
  table.input({ _tag: "Wrote", by: you, text: "Начать игру", action: null, order: 0 }, gameNow())
  const ended = await playTable(table, { people, skill, questions }, rng, { nowMs: gameNow, wait })
  line.close({ isLeft: ended === "quit" })
  if (ended === "quit") output.write("До встречи!\n")
}
