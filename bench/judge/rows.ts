/** How long an answer waits for its verdict: in new processes, as the first answer of a game may be the first of a process. */
import { figuresOf } from "../kernel/figures-of.ts"
import { less, type Measured, median } from "../report/row.ts"

interface Figures {
  readonly loadMs: number
  readonly firstMs: ReadonlyArray<number>
  readonly warmMs: ReadonlyArray<number>
  readonly laterMs: ReadonlyArray<number>
}

const processes = 7

const ms = (value: number): string => `${value.toFixed(2)} ms`

export const judgeRows = async (): Promise<ReadonlyArray<Measured>> => {
  const runs: Array<Figures> = []
  for (let i = 0; i < processes; i++) runs.push(await figuresOf<Figures>(new URL("first-answers.ts", import.meta.url)))
  const firsts = runs.map(({ firstMs }) => firstMs[0] ?? 0)
  const ofQuestions = runs.flatMap(({ firstMs }) => firstMs.slice(1))
  const warm = runs.flatMap(({ warmMs }) => warmMs)
  const later = runs.flatMap(({ laterMs }) => laterMs)
  const loads = runs.map(({ loadMs }) => loadMs)
  return [
    {
      what: "the first answer of a process, median",
      value: median(firsts),
      unit: "ms",
      toReach: less(2),
      note: `${processes} processes; the longest ${ms(Math.max(...firsts))}`
    },
    {
      what: "the first answer of a question, median",
      value: median(ofQuestions),
      unit: "ms",
      toReach: less(2),
      note: `${ofQuestions.length} questions; the longest ${ms(Math.max(...ofQuestions))}`
    },
    {
      what: "an answer of a question that was read, of the first of a process, median",
      value: median(warm) * 1000,
      unit: "µs",
      toReach: null,
      note: `${warm.length} answers, in a process that has judged two hundred`
    },
    {
      what: "an answer of a question that was read, median",
      value: median(later) * 1000,
      unit: "µs",
      toReach: less(150),
      note: `${later.length} answers, in a process that has judged seven thousand`
    },
    {
      what: "loading the dictionary, with what is judged meanwhile, median",
      value: median(loads),
      unit: "ms",
      toReach: less(300),
      note: `the longest ${ms(Math.max(...loads))}`
    }
  ]
}
