import { cardAddress, type ResultCard } from "@znatoki/chat/result-card"
import { CardPainter, CardTrouble } from "@znatoki/ports/card-painter"
import * as MemoryUploadedMedia from "@znatoki/test-contracts/memory/uploaded-media"
import { assert, it } from "@effect/vitest"
import { Context, Effect, Layer } from "effect"
import { VkCommunity } from "../src/api/vk-community.ts"
import { isPublicAddress } from "../src/pictures/public-address.ts"
import { layerOf, type Look, Pictures } from "../src/pictures/pictures.ts"
import { captureLogs } from "./fixtures/captured-logs.ts"
import { noStoredPictures } from "./fixtures/no-stored-pictures.ts"
import { pictureVk } from "./fixtures/picture-vk.ts"
import { settled } from "./fixtures/settled-look.ts"

const card = (headline: string): string =>
  cardAddress({
    headline,
    sides: [
      { name: "Знатоки", points: 2 },
      { name: "Бот", points: 1 }
    ],
    rounds: [true, false, true],
    notes: []
  })

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Draws the headline, or cannot. */
const paintersOf = (drawn: Array<string>, paint: (card: ResultCard) => boolean = () => true) =>
  Layer.succeed(CardPainter, {
    paint: (one) =>
      Effect.suspend(() => {
        drawn.push(one.headline)
        return paint(one)
          ? Effect.succeed(Buffer.concat([png, Buffer.from(one.headline)]))
          : Effect.fail(new CardTrouble({ reason: "no ink" }))
      })
  })

const picturesOf = Effect.fnUntraced(function* (
  vk: Effect.Success<ReturnType<typeof pictureVk>>,
  painter: Layer.Layer<CardPainter> | Layer.Layer<never>
) {
  const community = Layer.succeed(VkCommunity, { id: 77, screenName: null })
  const around = Layer.mergeAll(vk.layer, community, MemoryUploadedMedia.layer, noStoredPictures, painter)
  const layer = layerOf({ allows: isPublicAddress }).pipe(Layer.provide(around))
  return Context.get(yield* Layer.build(layer), Pictures)
})

it.live("a card is drawn and brought to VK once, however often it is said", () =>
  Effect.gen(function* () {
    const drawn: Array<string> = []
    const vk = yield* pictureVk()
    const pictures = yield* picturesOf(vk, paintersOf(drawn))
    const attached: Look = { _tag: "Attached", attachment: "photo-77_1_k" }
    assert.deepStrictEqual(yield* settled(pictures, card("🏆")), attached)
    assert.deepStrictEqual(yield* settled(pictures, card("🏆")), attached)
    assert.deepStrictEqual(drawn, ["🏆"])
    assert.deepStrictEqual(vk.counts, { uploads: 1, fetched: 0, saved: 1 })
  })
)

it.live("one that cannot be drawn is left out, and told of without what it says", () => {
  const logs = captureLogs()
  return Effect.gen(function* () {
    const vk = yield* pictureVk()
    const pictures = yield* picturesOf(
      vk,
      paintersOf([], () => false)
    )
    assert.deepStrictEqual(yield* settled(pictures, card("🏆")), { _tag: "Absent" })
    const told = JSON.stringify(logs.lines)
    assert.include(told, "no ink")
    assert.notInclude(told, card("🏆").slice("card:".length, 40))
    assert.strictEqual(vk.counts.uploads, 0)
  }).pipe(Effect.provide(logs.layer))
})

it.live("where no cards are drawn nobody waits for one, and nothing is told", () => {
  const logs = captureLogs()
  return Effect.gen(function* () {
    const pictures = yield* picturesOf(yield* pictureVk(), Layer.empty)
    assert.deepStrictEqual(yield* pictures.look(card("🏆")), { _tag: "Absent" })
    assert.deepStrictEqual(logs.lines, [])
  }).pipe(Effect.provide(logs.layer))
})
