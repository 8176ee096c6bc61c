/** How long the judge takes in a new process: to load, for the first answer of all, for the first of each question, and then. Prints milliseconds. */
import { ownQuestions } from "@znatoki/cli/play/own-questions"
import { compileAnswer, judge } from "@znatoki/engine"
import { russianLexicon } from "@znatoki/lexicon-ru/russian-lexicon"

const denials = "не соль, а сахар;не зеркало, а перо;не колесо, а яблоко;не ведро, а окно".split(";")
const doubts = "думаю, это;по-моему,;наверное,;мне кажется,".split(";")
const things = "зеркало;колесо;ведро;письмо;перо;яблоко;окно".split(";")
const people =
  "лев николаевич толстой;антон чехов;пётр первый;мария кюри;юрий гагарин;анна ахматова;льюис кэрролл".split(";")

const of = (phrases: ReadonlyArray<string>, round: number): string => phrases[round % phrases.length] ?? ""

/** In every round the same kinds in other words, as nobody answers the same a second time. */
const saidIn = (round: number, answer: string): ReadonlyArray<string> => [
  of(denials, round),
  `${of(doubts, round)} ${answer.toLowerCase()}`,
  `${answer} или ${of(things, round)}`,
  `${answer.slice(0, 2 + round)}${answer.slice(3 + round)}`,
  of(people, round)
]

const questions = ownQuestions()
const timed = (what: () => unknown): number => {
  const from = performance.now()
  what()
  return performance.now() - from
}

const loadMs = timed(russianLexicon)
const lexicon = russianLexicon()
const firstMs = questions.map((question, i) => {
  const given = of(saidIn(0, question.answer), i)
  return timed(() => judge(compileAnswer(question), given, lexicon))
})

const roundMs = (round: number): ReadonlyArray<number> =>
  questions.flatMap((question) => {
    const compiled = compileAnswer(question)
    judge(compiled, "", lexicon)
    return saidIn(round, question.answer).map((given) => timed(() => judge(compiled, given, lexicon)))
  })

const warmMs = roundMs(0)
/** Of the last round: the process has judged thousands by then, as one that runs for an hour has. */
const laterMs = [1, 2, 3, 4, 5, 6].map(roundMs).at(-1)
process.stdout.write(JSON.stringify({ loadMs, firstMs, warmMs, laterMs }))
