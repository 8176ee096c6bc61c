/** Our way to VK, with always more to say than VK takes. */
import * as VkApi from "@znatoki/adapter-vk/api/vk-api"
import { VkConfig } from "@znatoki/adapter-vk/api/vk-config"
import { conversationIdOf } from "@znatoki/adapter-vk/api/vk-id"
import { Pictures } from "@znatoki/adapter-vk/pictures/pictures"
import * as VkMessenger from "@znatoki/adapter-vk/say/vk-messenger"
import { type Delivery, Messenger } from "@znatoki/ports/messenger"
import { Effect, Layer, Redacted } from "effect"
import type { SenderJob } from "./sender-rows.ts"

const linesAtOnce = 8

const noPictures = Layer.succeed(Pictures, {
  look: () => Effect.succeed({ _tag: "Absent" }),
  prepare: () => Effect.void,
  forget: () => Effect.void
})

export const ours = ({ apiUrl, groupId, peers, token }: SenderJob): Promise<unknown> => {
  let seq = 0
  const deliveryTo = (peerId: number): Delivery => ({
    conversation: conversationIdOf({ groupId, peerId }),
    seq: ++seq,
    message: { _tag: "Say", text: ["Время! Кто отвечает?"], keyboard: null, slot: null },
    amends: null
  })
  const program = Effect.gen(function* () {
    const { batchSize, deliver } = yield* Messenger
    const line = Effect.forever(
      Effect.suspend(() => {
        const from = (seq * 7) % peers.length
        const some = [...peers, ...peers].slice(from, from + batchSize)
        return deliver(some.map(deliveryTo))
      })
    )
    yield* Effect.forEach(Array.from({ length: linesAtOnce }), () => line, { concurrency: "unbounded" })
  })
  const layer = VkMessenger.layer.pipe(
    Layer.provide(noPictures),
    Layer.provide(VkApi.layer),
    Layer.provide(VkConfig.layerOf({ token: Redacted.make(token), apiUrl }))
  )
  return Effect.runPromise(Effect.provide(program, layer))
}
