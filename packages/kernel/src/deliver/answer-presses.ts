/** Ends the waiting of presses as those who decide say, for as long as the layer lives. */
import { Messenger } from "@znatoki/ports/messenger"
import { PressAnswers } from "@znatoki/ports/press-answers"
import { Effect, Layer } from "effect"

export const layer = Layer.effectDiscard(
  Effect.gen(function* () {
    const answers = yield* PressAnswers
    const messenger = yield* Messenger
    yield* answers.serve(({ notice, press }) => messenger.answerPress(press, notice))
  })
)
