/** What every PressAnswers does: an answer may be lost, but not changed, and nobody who answers waits. */
import { assert } from "@effect/vitest"
import { PressRef } from "@znatoki/chat/chat-input"
import { type PressAnswer, PressAnswers } from "@znatoki/ports/press-answers"
import { Effect, Exit, type Layer, Scope } from "effect"
import { eventually } from "./eventually.ts"
import { contract } from "./suite.ts"

const silent: PressAnswer = { press: PressRef.make("press:1"), notice: null }
const loud: PressAnswer = { press: PressRef.make("press:2"), notice: "Вы за столом" }

export const pressAnswersContract = <E>(name: string, empty: Layer.Layer<PressAnswers, E>): void => {
  contract("PressAnswers", name, empty, (proves) => {
    proves("an answer comes as it was given, if it is given again until it comes", () =>
      Effect.scoped(
        Effect.gen(function* () {
          const answers = yield* PressAnswers
          const told: Array<PressAnswer> = []
          yield* answers.serve((answer) => Effect.sync(() => void told.push(answer)))
          const isTold = ({ press }: PressAnswer): boolean => told.some((each) => each.press === press)
          yield* eventually(
            () => isTold(silent) && isTold(loud),
            Effect.andThen(answers.answer(silent), answers.answer(loud))
          )
          for (const each of told) assert.deepStrictEqual(each, each.press === loud.press ? loud : silent)
        })
      )
    )

    proves("who answers waits for nobody, also where nobody is told or the messenger stands still", () =>
      Effect.scoped(
        Effect.gen(function* () {
          const answers = yield* PressAnswers
          yield* answers.answer(loud)
          yield* answers.serve(() => Effect.never)
          yield* answers.answer(loud)
        })
      )
    )

    proves("who left is told nothing more", () =>
      Effect.gen(function* () {
        const answers = yield* PressAnswers
        const [gone, here]: [Array<PressAnswer>, Array<PressAnswer>] = [[], []]
        const scope = yield* Scope.make()
        yield* Scope.provide(
          answers.serve((answer) => Effect.sync(() => void gone.push(answer))),
          scope
        )
        yield* Scope.close(scope, Exit.void)
        yield* Effect.scoped(
          Effect.gen(function* () {
            yield* answers.serve((answer) => Effect.sync(() => void here.push(answer)))
            yield* eventually(() => here.length > 0, answers.answer(loud))
          })
        )
        assert.deepStrictEqual(gone, [])
      })
    )
  })
}
