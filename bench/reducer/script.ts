/** The same game for every engine: two people, a question a round, talk around it, an answer right every other time. */
import type { Question } from "@znatoki/engine"

export const rounds = 7
/** join, go; then a round: question, talk, time is up, name, talk, answer, next. */
export const eventsPerGame = 3 + rounds * 7

export const questions: ReadonlyArray<Question> = Array.from({ length: 50 }, (_, i) => ({
  id: String(i + 1) as Question["id"],
  text: `Кто написал стихотворение номер ${i + 1}?`,
  handout: null,
  answer: "[Александр] Пушкин",
  accepted: ["Александр Сергеевич Пушкин"],
  rejected: [],
  comment: null,
  source: null,
  author: null
}))

export const questionOf = (game: number, round: number): Question => {
  const question = questions[(game * rounds + round) % questions.length]
  if (question === undefined) throw new Error("the questions are used up")
  return question
}

export const answerOf = (round: number): string => (round % 2 === 0 ? "Пушкин" : "Лермонтов")

/** What a game came to, the same for every engine: else they did not play the same. */
export interface Played {
  readonly team: number
  readonly bot: number
  readonly effects: number
}

export interface Contestant {
  readonly name: string
  readonly playGame: (game: number) => Played
}
