import { assert, it } from "@effect/vitest"
import { type Delivery, Messenger } from "@znatoki/ports/messenger"
import * as MemoryUploadedMedia from "@znatoki/test-contracts/memory/uploaded-media"
import { Effect, Layer, type Scope } from "effect"
import { VkCommunity } from "../src/api/vk-community.ts"
import { layerOf } from "../src/pictures/pictures.ts"
import * as VkMessenger from "../src/say/vk-messenger.ts"
import { captureLogs } from "./fixtures/captured-logs.ts"
import { amend, say } from "./fixtures/deliveries.ts"
import { noStoredPictures } from "./fixtures/no-stored-pictures.ts"
import { pictureVk } from "./fixtures/picture-vk.ts"
import { api, eventually, sandbox, twoPeople } from "./fixtures/with-sandbox.ts"

const live = <E>(name: string, test: () => Effect.Effect<unknown, E, Scope.Scope>) =>
  it.live(name, () => Effect.provide(test(), captureLogs().layer))

const picture = (source: string) => ({ source, instead: `🖼 ${source}` })

const showing = (delivery: Delivery, source: string): Delivery => ({
  ...delivery,
  message: { ...delivery.message, text: [`Вопрос\n\n🖼 ${source}\n\nЧто это?`], media: picture(source) }
})

const start = Effect.gen(function* () {
  const vk = yield* sandbox
  const pictures = yield* pictureVk()
  const community = Layer.succeed(VkCommunity, { id: 77, screenName: null })
  const layer = VkMessenger.layer.pipe(
    Layer.provide(layerOf({ allows: () => true })),
    Layer.provide([community, MemoryUploadedMedia.layer, noStoredPictures]),
    Layer.provideMerge(api(vk))
  )
  const messenger = yield* Effect.provide(Messenger, yield* Layer.build(layer))
  const said = (peer: number) => vk.control.messages(peer).items.filter(({ from_id }) => from_id < 0)
  return { vk, pictures, said, deliver: messenger.deliver }
})

/** As the kernel does: asked again when it is ready. */
const delivered = Effect.fnUntraced(function* (deliver: Messenger["Service"]["deliver"], delivery: Delivery) {
  for (;;) {
    const [result] = yield* deliver([delivery])
    if (result?._tag !== "Preparing") return result
    yield* result.ready
  }
})

live("a question is said with its picture, without the address of it, and keeps both when it is changed", () =>
  Effect.gen(function* () {
    const { deliver, pictures, said, vk } = yield* start
    const { peer } = twoPeople(vk)
    const source = `${pictures.url}/p/dial`
    const result = yield* delivered(deliver, showing(say(peer, ""), source))
    const [message] = said(peer)
    assert.strictEqual(message?.text, "Вопрос\n\nЧто это?")
    assert.strictEqual(message?.attachments[0]?.type, "photo")
    const number = result?._tag === "Delivered" ? result.externalId : null
    yield* delivered(deliver, showing(amend(peer, number, ""), source))
    assert.lengthOf(said(peer)[0]?.attachments ?? [], 1)
    assert.isDefined(said(peer)[0]?.edited_at)
  })
)

live("what the next message shows is brought while the one before it is said", () =>
  Effect.gen(function* () {
    const { deliver, pictures, said, vk } = yield* start
    const { peer } = twoPeople(vk)
    const source = `${pictures.url}/p/dial`
    yield* deliver([{ ...say(peer, "Волчок крутится…"), soon: source }])
    yield* eventually(
      "the picture is at VK",
      () => (vk.control.stats().calls["photos.saveMessagesPhoto"] ?? 0) === 1 && pictures.counts.fetched === 1
    )
    assert.strictEqual((yield* delivered(deliver, showing(say(peer, ""), source)))?._tag, "Delivered")
    assert.deepStrictEqual(
      said(peer).map(({ attachments }) => attachments.length),
      [0, 1]
    )
  })
)

live("what is shown later is brought while the message is said that tells of it, and is not seen yet", () =>
  Effect.gen(function* () {
    const { deliver, pictures, said, vk } = yield* start
    const { peer } = twoPeople(vk)
    const ahead = `${pictures.url}/p/dial`
    const question = say(peer, "Что это?")
    yield* deliver([{ ...question, message: { ...question.message, ahead } }])
    yield* eventually(
      "the picture is at VK",
      () => (vk.control.stats().calls["photos.saveMessagesPhoto"] ?? 0) === 1 && pictures.counts.fetched === 1
    )
    assert.deepStrictEqual(
      said(peer).map(({ attachments, text }) => [attachments.length, text]),
      [[0, "Что это?"]]
    )
  })
)

live("others in the same call do not wait for a picture, and one that cannot be had is told of by its address", () =>
  Effect.gen(function* () {
    const { deliver, pictures, said, vk } = yield* start
    const [first, second] = [twoPeople(vk).peer, twoPeople(vk).peer]
    const source = `${pictures.url}/none`
    const question = showing(say(first, ""), source)
    const results = yield* deliver([question, say(second, "Время!")])
    assert.deepStrictEqual(
      results.map(({ _tag }) => _tag),
      ["Preparing", "Delivered"]
    )
    assert.lengthOf(said(second), 1)
    assert.strictEqual((yield* delivered(deliver, question))?._tag, "Delivered")
    assert.strictEqual(said(first)[0]?.text, `Вопрос\n\n🖼 ${source}\n\nЧто это?`)
  })
)

live("a picture that somebody deleted in VK is left out, told of by its address, and brought anew the next time", () =>
  Effect.gen(function* () {
    const { deliver, pictures, said, vk } = yield* start
    const { peer } = twoPeople(vk)
    const source = `${pictures.url}/p/dial`
    yield* delivered(deliver, showing(say(peer, ""), source))
    vk.control.setFaults({ errors: [{ method: "messages.send", code: 100, times: 1 }] })
    assert.strictEqual((yield* delivered(deliver, showing(say(peer, ""), source)))?._tag, "Delivered")
    assert.deepStrictEqual(
      said(peer).map(({ attachments }) => attachments.length),
      [1, 0]
    )
    assert.include(said(peer)[1]?.text, source)
    yield* delivered(deliver, showing(say(peer, ""), source))
    assert.lengthOf(said(peer)[2]?.attachments ?? [], 1)
    assert.strictEqual(vk.control.stats().calls["photos.saveMessagesPhoto"], 2)
  })
)
