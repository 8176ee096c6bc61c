import { cardAddress, cardOf, type ResultCard } from "@znatoki/chat/result-card"
import { CardPainter, type CardScheme, CardTrouble } from "@znatoki/ports/card-painter"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { access } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import { colorsOf } from "../src/layout.ts"
import { emojiName } from "../src/letters.ts"
import { layer, layerOf } from "../src/painter.ts"

const card: ResultCard = {
  headline: "🏆 Победили знатоки!",
  sides: [
    { name: "Знатоки", points: 2 },
    { name: "Бот", points: 1 }
  ],
  rounds: [true, false, true],
  notes: [{ label: "Лучший игрок", text: "Ёлка Щербакова 👩‍🚀" }]
}

const paint = (one: ResultCard, scheme: CardScheme = "light") =>
  Effect.flatMap(CardPainter, (painter) => painter.paint(one, scheme))

/** As the first chunk of a PNG tells. */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset)
  return { signature: view.getUint32(0), width: view.getUint32(16), height: view.getUint32(20) }
}

const expectedSize = { signature: 0x89504e47, width: 1080, height: 567 }

describe("a card", () => {
  it("is in its address, and nothing else is taken for one", () => {
    assert.deepStrictEqual(cardOf(cardAddress(card)), card)
    assert.match(cardAddress(card), /^card:[\w-]+$/)
    for (const other of ["", "card:", "card:!", "card:e30", "https://example.org/card:e30"])
      assert.isNull(cardOf(other))
  })

  it.live("is a picture of its size, lighter or darker, whatever it says", () =>
    Effect.gen(function* () {
      const long = "Константин «Ж» Преображенский-Щербатый 🎉 ".repeat(8)
      const crowded: ResultCard = {
        headline: long,
        sides: [
          { name: long, points: 1_000 },
          { name: "漢字 بين", points: 0 }
        ],
        rounds: Array.from({ length: 60 }, (_, i) => i % 3 > 0),
        notes: [
          { label: long, text: long },
          { label: "<b>&amp;", text: "\u200b" }
        ]
      }
      const pictures = [yield* paint(card), yield* paint(card, "dark"), yield* paint(crowded)]
      for (const each of pictures) assert.deepStrictEqual(sizeOf(each), expectedSize)
      assert.strictEqual(new Set(pictures.map((each) => Buffer.from(each).toString("base64"))).size, 3)
      assert.deepStrictEqual(yield* paint(card), pictures[0])
    }).pipe(Effect.provide(layer))
  )

  it.live("that cannot be drawn is refused without a word of it, and the next one is drawn", () =>
    Effect.gen(function* () {
      const secret = "нечто"
      const spoilt = { ...card, headline: null, notes: [{ label: secret, text: secret }] } as unknown as ResultCard
      const trouble = yield* Effect.flip(paint(spoilt))
      assert.instanceOf(trouble, CardTrouble)
      assert.notInclude(trouble.reason, secret)
      assert.deepStrictEqual(sizeOf(yield* paint(card)), expectedSize)
    }).pipe(Effect.provide(layer))
  )

  it.live("is drawn by a new process when the old one had nothing to do, and by any number at once", () =>
    Effect.gen(function* () {
      const first = yield* paint(card)
      yield* Effect.sleep("20 millis")
      const more = yield* Effect.all([paint(card), paint(card), paint(card)], { concurrency: "unbounded" })
      for (const each of more) assert.deepStrictEqual(each, first)
    }).pipe(Effect.provide(layerOf({ idleMs: 1 })))
  )

  it.live("is drawn by another process when one has drawn as many as it may", () =>
    Effect.gen(function* () {
      const all = yield* Effect.all([paint(card), paint(card), paint(card)], { concurrency: "unbounded" })
      for (const each of all) assert.deepStrictEqual(sizeOf(each), expectedSize)
    }).pipe(Effect.provide(layerOf({ cardsMax: 1 })))
  )
})

it("every emoji of ours has a picture", async () => {
  assert.strictEqual(emojiName("❤️"), "2764")
  assert.strictEqual(emojiName("👩‍🚀"), "1f469-200d-1f680")
  for (const emoji of ["🏆", "🤖", "🤝", "💪"]) {
    await access(fileURLToPath(import.meta.resolve(`@twemoji/svg/${emojiName(emoji)}.svg`)))
  }
})

const luminance = (color: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

it("words can be read on their ground", () => {
  for (const scheme of ["light", "dark"] as const) {
    const { ground, mark, panel, quiet, right, text, wrong } = colorsOf(scheme)
    const grounds = ground.match(/#[\da-f]{6}/g) ?? []
    assert.lengthOf(grounds, 2)
    for (const under of [...grounds, panel]) {
      for (const words of [text, quiet]) assert.isAtLeast(contrast(words, under), 4.5, `${scheme} ${words} ${under}`)
    }
    for (const cell of [right, wrong]) assert.isAtLeast(contrast(mark, cell), 4.5, `${scheme} ${cell}`)
    // The points are large letters.
    for (const points of [right, wrong]) {
      for (const under of grounds) assert.isAtLeast(contrast(points, under), 3, `${scheme} ${points}`)
    }
  }
})
