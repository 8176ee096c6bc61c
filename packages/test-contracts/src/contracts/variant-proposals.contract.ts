/** The contract of the VariantProposals port. */
import { assert } from "@effect/vitest"
import { QuestionBank } from "@znatoki/ports/question-bank"
import { VariantProposals } from "@znatoki/ports/variant-proposals"
import { Effect, type Layer } from "effect"
import type { Question } from "@znatoki/engine"
import { conversation, question } from "./sample-commits.ts"
import { contract } from "./suite.ts"

const asked = question(7)
const variant = (answer: string) => ({ question: asked.id, answer, game: "vk:1:5-2" })

/** `holding`: a layer with these published questions and nothing else whenever it is built. */
export const variantProposalsContract = <E>(
  name: string,
  holding: (questions: ReadonlyArray<Question>) => Layer.Layer<VariantProposals | QuestionBank, E>
): void => {
  contract("VariantProposals", name, holding([asked]), (proves) => {
    proves("an answer is proposed once in any case, and listed while it waits", () =>
      Effect.gen(function* () {
        const variants = yield* VariantProposals
        assert.strictEqual(yield* variants.propose([variant("Ёжик"), variant("зверь")]), 2)
        assert.strictEqual(yield* variants.propose([variant("ёЖИК"), variant("лиса")]), 1)
        assert.strictEqual(yield* variants.propose([]), 0)
        const all = yield* variants.list("waiting", null, 9)
        assert.deepStrictEqual(
          all.map(({ answer, state }) => [answer, state]),
          ["Ёжик", "зверь", "лиса"].map((answer) => [answer, "waiting"])
        )
        assert.deepStrictEqual(yield* variants.list(null, all[0]?.id ?? 0, 1), all.slice(1, 2))
      })
    )

    proves("an accepted answer counts from then on, a refused one does not, and each is settled once", () =>
      Effect.gen(function* () {
        const [variants, bank] = [yield* VariantProposals, yield* QuestionBank]
        yield* variants.propose([variant("Ёжик"), variant("зверь")])
        const [first = 0, second = 0] = (yield* variants.list("waiting", null, 9)).map(({ id }) => id)
        assert.deepInclude(yield* variants.settle(first, true, "Анна"), { state: "accepted", settledBy: "Анна" })
        assert.deepInclude(yield* variants.settle(second, false, null), { state: "refused", settledBy: null })
        assert.isNull(yield* variants.settle(first, false, "Борис"))
        assert.isNull(yield* variants.settle(second + 99, true, null))
        assert.deepStrictEqual(yield* variants.list("waiting", null, 9), [])
        const [drawn] = yield* bank.draw([{ conversation: conversation("a"), seed: 1 }])
        assert.deepStrictEqual(drawn?.question.accepted, [...asked.accepted, "Ёжик"])
      })
    )
  })
}
