/** How long the judge takes in a new process: to load, for the first answer of all, for the first of each question, and then. Prints milliseconds. */
import { ownQuestions } from "@znatoki/cli/play/own-questions"
import { compileAnswer, judge } from "@znatoki/engine"
import { russianLexicon } from "@znatoki/lexicon-ru/russian-lexicon"

const said: ReadonlyArray<(answer: string) => string> = [
  () => "не соль, а сахар",
  (answer) => `думаю, это ${answer.toLowerCase()}`,
  (answer) => `${answer} или зеркало`,
  (answer) => `${answer.slice(0, 2)}${answer.slice(3)}`,
  () => "лев николаевич толстой"
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
  const given = said[i % said.length]?.(question.answer) ?? ""
  return timed(() => judge(compileAnswer(question), given, lexicon))
})
const people =
  "лев николаевич толстой;антон чехов;пётр первый;мария кюри;юрий гагарин;анна ахматова;льюис кэрролл".split(";")
const things = "зеркало;колесо;ведро;письмо;перо;яблоко;окно".split(";")
/** The same kinds in other words, as nobody answers the same a second time. */
const saidIn = (round: number, answer: string): ReadonlyArray<string> => [
  `не ${things[round % things.length]}, а ${things[(round + 3) % things.length]}`,
  `по-моему, ${answer.toLowerCase()}`,
  `${answer} или ${things[(round + 1) % things.length]}`,
  `${answer.slice(0, 3 + round)}${answer.slice(4 + round)}`,
  people[round % people.length] ?? ""
]

const warmMs = questions.flatMap((question) => {
  const compiled = compileAnswer(question)
  judge(compiled, "", lexicon)
  return said.map((say) => {
    const given = say(question.answer)
    return timed(() => judge(compiled, given, lexicon))
  })
})
const rounds = 6
/** Of the last round: the process has judged thousands by then, as one that runs for an hour has. */
const laterMs = Array.from({ length: rounds }, (_, round) =>
  questions.flatMap((question) => {
    const compiled = compileAnswer(question)
    judge(compiled, "", lexicon)
    return saidIn(round, question.answer).map((given) => timed(() => judge(compiled, given, lexicon)))
  })
).at(-1)
process.stdout.write(JSON.stringify({ loadMs, firstMs, warmMs, laterMs }))
