/** How a contract is run: every sentence gets stores of its own that hold nothing yet. */
import { describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"

export type Sentence<R> = (name: string, proof: () => Effect.Effect<void, unknown, R>, timeoutMs?: number) => void

/** `empty`: a layer that holds nothing whenever it is built. */
export const contract = <R, E>(
  port: string,
  name: string,
  empty: Layer.Layer<R, E>,
  sentences: (proves: Sentence<R>) => void
): void => {
  describe(`${port}: ${name}`, () => {
    sentences((sentence, proof, timeoutMs = 20_000) => {
      it.live(sentence, () => Effect.provide(Effect.suspend(proof), Layer.fresh(empty)), timeoutMs)
    })
  })
}
