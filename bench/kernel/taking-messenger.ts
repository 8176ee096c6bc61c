/** VK as a messenger that takes everything. */
import { Messenger } from "@znatoki/ports/messenger"
import { Effect, Layer } from "effect"

export const takingMessenger = Layer.succeed(Messenger, {
  textMax: Infinity,
  batchSize: 25,
  deliver: (batch) => Effect.succeed(batch.map(() => ({ _tag: "Delivered", externalId: "1" }) as const)),
  decorate: (batch) => Effect.succeed(batch.map(() => null)),
  answerPress: () => Effect.void
})
