/** A game that plays itself in no time: the same seed gives the same lines, to the byte. */
import { Player, type Question, type Settings } from "@znatoki/engine"
import { Schema } from "effect"
import type { Mates } from "./mates.ts"
import { playTable, withoutWaiting } from "./play-table.ts"
import { makeRng } from "./rng.ts"
import { clockOf, messageLines, paintFor, changeLines, talkLines } from "./screen.ts"
import { Table } from "./table.ts"

export interface AutoOptions {
  readonly seed: number
  readonly settings: Settings
  readonly skill: number
  readonly questions: ReadonlyArray<Question>
  /** Events and effects as lines of JSON instead of the show. */
  readonly json: boolean
  readonly colours: boolean
  readonly print: (line: string) => void
}

const names = ["Анна", "Борис", "Вера", "Глеб", "Дарья", "Егор"]
export const simulatedPeople = (count: number): ReadonlyArray<Player> =>
  names.slice(0, count).map((name, i) => Schema.decodeUnknownSync(Player)({ id: String(i + 1), name }))

export const playAuto = async (options: AutoOptions): Promise<void> => {
  const { colours, json, print, questions, seed, settings, skill } = options
  const rng = makeRng(seed)
  const paint = paintFor(colours)
  const people = simulatedPeople(names.length)
  const mates: Mates = { people, skill, questions }
  const pace = withoutWaiting()
  let shownMs = -1
  const show = (...lines: ReadonlyArray<string>): void => {
    if (json || lines.length === 0) return
    const nowMs = pace.nowMs()
    if (nowMs !== shownMs) print(paint("dim", `— ${clockOf(nowMs)} —`))
    shownMs = nowMs
    for (const line of lines) print(line)
  }
  const table = new Table({
    settings,
    questions,
    rng,
    observer: {
      heard: (input) => {
        if (input._tag === "Wrote") show(...talkLines(input.by.name, input.text, paint))
      },
      played: (event, effects) => {
        show(...changeLines(effects, paint))
        if (!json) return
        print(JSON.stringify({ type: "event", event }))
        for (const effect of effects) print(JSON.stringify({ type: "effect", effect }))
      },
      said: (message) => show(...messageLines(message, paint)),
      noticed: () => {}
    }
  })
  const [opener] = people
  if (opener === undefined) return
  table.input({ _tag: "Wrote", by: opener, text: "Начать игру", action: null, order: 0 }, pace.nowMs())
  await playTable(table, mates, rng, pace)
}
