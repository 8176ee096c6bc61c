/** A game in the terminal in real time: you, and simulated team-mates around you. */
import { Player, type Question, type Settings } from "@znatoki/engine"
import { type ChatInput, PressRef } from "@znatoki/host/chat-input"
import type { Button } from "@znatoki/host/message"
import { Schema } from "effect"
import { clearScreenDown, createInterface, cursorTo, moveCursor } from "node:readline"
import { simulatedPeople } from "./auto-game.ts"
import { playTable } from "./play-table.ts"
import { makeRng } from "./rng.ts"
import { buttonsOf, messageLines, noticeLine, paintFor, promptAt, seatLines, talkLine, wrapped } from "./screen.ts"
import { type Observer, Table } from "./table.ts"
import { gameNow } from "./game-now.ts"
import { typedLines } from "./typed-lines.ts"

export interface LiveOptions {
  readonly name: string
  readonly mates: number
  readonly seed: number
  readonly settings: Settings
  readonly skill: number
  readonly questions: ReadonlyArray<Question>
  readonly colours: boolean
  readonly input: NodeJS.ReadableStream
  /** A terminal has its width in `columns`. */
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }
}

const help = [
  "Пишите, что думаете, и жмите Enter. Номер — это кнопка: 1, 2, 3…",
  "Команды словами: «инфо», «правила», «стоп». Выйти — Ctrl+C."
]

export const playLive = async (options: LiveOptions): Promise<void> => {
  const { colours, questions, seed, settings, skill } = options
  const paint = paintFor(colours)
  const rng = makeRng(seed)
  const you = Schema.decodeUnknownSync(Player)({ id: "you", name: options.name })
  const people = simulatedPeople(options.mates)
  const terminal = createInterface({ input: options.input, output: options.output, prompt: promptAt(null, paint) })
  const typed = typedLines(terminal)
  let isOpen = true
  terminal.once("close", () => {
    isOpen = false
  })
  const isTerminal = options.output.isTTY === true
  const width = (): number | null => (isTerminal ? (options.output.columns ?? null) : null)
  /** What is typed may be longer than a row. */
  const clearPrompt = (): void => {
    moveCursor(options.output, 0, -terminal.getCursorPos().rows)
    cursorTo(options.output, 0)
    clearScreenDown(options.output)
  }
  let buttons: ReadonlyArray<Button> = []
  const print = (...lines: ReadonlyArray<string>): void => {
    if (lines.length === 0) return
    // The prompt is wiped, and written again below what is printed with what was typed so far.
    if (isTerminal) clearPrompt()
    else options.output.write("\r")
    options.output.write(`${lines.join("\n")}\n`)
    // What was typed before the input ended is still being played.
    if (isOpen) terminal.prompt(true)
  }
  const observer: Observer = {
    heard: (input) => {
      if (input._tag === "Wrote" && input.by.id !== you.id)
        print(...wrapped(talkLine(input.by.name, input.text, paint).trimStart(), "  ", width()))
    },
    played: (_event, effects) => print(...seatLines(effects, paint)),
    said: (message) => {
      const own = buttonsOf(message.keyboard)
      if (own.length > 0) buttons = own
      print(...messageLines(message, paint, width()))
    },
    noticed: (notice, input) => {
      if (input._tag === "Pressed" && input.by.id === you.id) print(noticeLine(notice, paint))
    }
  }
  const table = new Table({ settings, questions, rng, observer })

  /** A number is a button, but for the one who answers: it may be the answer. */
  const inputOf = (line: string): ChatInput => {
    const answers = table.state._tag === "Answer" && table.state.answerer === you.id
    const pressed = /^\d{1,2}$/.test(line) && !answers ? buttons[Number(line) - 1] : undefined
    if (pressed === undefined) return { _tag: "Wrote", by: you, text: line, action: null, order: 0 }
    return { _tag: "Pressed", by: you, action: pressed.action, press: PressRef.make(you.id) }
  }
  const wait = async (untilMs: number): Promise<ChatInput | "quit" | null> => {
    const line = await typed.next(untilMs)
    if (line === undefined) return "quit"
    return line === null ? null : inputOf(line)
  }

  /** The line that is typed in rewrites itself, with what was typed so far. */
  const tick = (): void => {
    const { state } = table
    // The next deadline of a discussion may be its warning.
    const endMs = "endsAtMs" in state ? state.endsAtMs : table.deadlineMs
    const prompt = promptAt(endMs === null ? null : endMs - gameNow(), paint)
    if (!isOpen || prompt === terminal.getPrompt()) return
    terminal.setPrompt(prompt)
    terminal.prompt(true)
  }

  print(...help.flatMap((line) => wrapped(paint("dim", line), "", width())))
  table.input({ _tag: "Wrote", by: you, text: "Начать игру", action: null, order: 0 }, gameNow())
  const clock = isTerminal ? setInterval(tick, 250) : null
  const ended = await playTable(table, { people, skill, questions }, rng, { nowMs: gameNow, wait })
  if (clock !== null) clearInterval(clock)
  terminal.close()
  options.output.write(ended === "quit" ? "\nДо встречи!\n" : "\n")
}
