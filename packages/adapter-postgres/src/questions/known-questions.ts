/** One object for one question, however many conversations are asked it: they share it in memory, and the judge reads it once. */
import type { Question, QuestionId } from "@znatoki/engine"
import { RecentMap } from "@znatoki/ports/recent-map"
import { isDeepStrictEqual } from "node:util"

/** Some two kilobytes each. */
const knownMax = 5_000

export class KnownQuestions {
  readonly #byId = new RecentMap<QuestionId, Question>(knownMax)

  /** The equal one that is known, or this one: a question may have been edited since. */
  same(question: Question): Question {
    const known = this.#byId.get(question.id)
    if (known !== undefined && isDeepStrictEqual(known, question)) return known
    this.#byId.set(question.id, question)
    return question
  }
}
