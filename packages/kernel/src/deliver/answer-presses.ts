/** Ends the waiting of presses as those who decide say, for as long as the layer lives. */
import { Messenger } from "@znatoki/ports/messenger"
import { type PressAnswer, PressAnswers } from "@znatoki/ports/press-answers"
import { type Recorder, type Trace, Tracing } from "@znatoki/ports/tracing"
import { Effect, Layer } from "effect"

/** The last span of a press's way: until the messenger has been told. */
const recorded = (recorder: Recorder, trace: Trace, answering: Effect.Effect<void>): Effect.Effect<void> =>
  Effect.suspend(() => {
    const about = { "messaging.operation.type": "settle" }
    const span = recorder.follow(trace, { name: "answer", kind: "client", about })
    return Effect.ensuring(
      answering,
      Effect.sync(() => span?.end())
    )
  })

export const layer = Layer.effectDiscard(
  Effect.gen(function* () {
    const answers = yield* PressAnswers
    const messenger = yield* Messenger
    const recorder = yield* Tracing
    yield* answers.serve(({ notice, press, trace }: PressAnswer) => {
      const answering = messenger.answerPress(press, notice)
      return recorder === null || trace === undefined ? answering : recorded(recorder, trace, answering)
    })
  })
)
