/** One object for one question, however many conversations are asked it: they share it in memory, and the judge reads it once. */
import type { Question, QuestionId } from "@znatoki/engine"
import { RecentMap } from "@znatoki/ports/recent-map"
import { Context, Layer } from "effect"
import { isDeepStrictEqual } from "node:util"

/** Some two kilobytes each. */
const knownMax = 5_000

class Memory {
  readonly #byId = new RecentMap<QuestionId, Question>(knownMax)

  /** The equal one that is known, or this one: a question may have been edited since. */
  same(question: Question): Question {
    const known = this.#byId.get(question.id)
    if (known !== undefined && isDeepStrictEqual(known, question)) return known
    this.#byId.set(question.id, question)
    return question
  }
}

export class KnownQuestions extends Context.Service<KnownQuestions, Memory>()(
  "@znatoki/adapter-postgres/KnownQuestions"
) {
  /** One for all stores that are built together: a question drawn and the same one in a game read later are one object. */
  static readonly layer = Layer.sync(KnownQuestions, () => new Memory())
}
