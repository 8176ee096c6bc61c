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
const warmMs = questions.flatMap((question) => {
  const compiled = compileAnswer(question)
  judge(compiled, "", lexicon)
  return said.map((say) => {
    const given = say(question.answer)
    return timed(() => judge(compiled, given, lexicon))
  })
})
process.stdout.write(JSON.stringify({ loadMs, firstMs, warmMs }))
