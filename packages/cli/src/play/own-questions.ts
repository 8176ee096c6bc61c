/** The questions that are shipped, for a game without a database. */
import { readOwnPack } from "@znatoki/questions/own-pack"
import { Question } from "@znatoki/engine"
import { Schema } from "effect"

const toQuestion = Schema.decodeUnknownSync(Question)

export const ownQuestions = (): ReadonlyArray<Question> => {
  const { author, questions } = readOwnPack()
  return questions.map(({ accepted, answer, comment, key, rejected, source, text }) =>
    toQuestion({ id: key, handout: null, text, answer, accepted, rejected, comment, source, author })
  )
}
