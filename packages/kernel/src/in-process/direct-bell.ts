/** The doorbell where those who decide and those who send are one process: a ring is a call. */
import { Doorbell, type Sender } from "@znatoki/ports/doorbell"
import { Messenger } from "@znatoki/ports/messenger"
import { Effect, Layer } from "effect"
import { Served } from "./served.ts"

export const layer = Layer.effect(
  Doorbell,
  Effect.map(Messenger, ({ textMax }) => {
    const served = new Served<Sender>()
    const all = (wait: (sender: Sender) => Effect.Effect<void>) =>
      Effect.suspend(() => Effect.forEach(served.all, wait, { discard: true }))
    return {
      textMax,
      ring: (rings) =>
        Effect.sync(() => {
          for (const sender of served.all) sender.hear(rings)
        }),
      room: all(({ room }) => room),
      drained: all(({ drained }) => drained),
      serve: (sender) => served.add(sender)
    }
  })
)
