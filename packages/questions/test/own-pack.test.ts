/** What people judge the bot by first: the questions that come with it. */
import { createHash } from "node:crypto"
import { readOwnPack } from "@znatoki/questions/own-pack"
import { assert, describe, it } from "vitest"

const pack = readOwnPack()
const { questions } = pack

/** Of the questions alone. Whoever changes them raises `version`, adds a migration of that number, and then this. */
const released = { version: 2, digest: "e9fd7d7513061355c681698b5280368e75f0df4357d2614d1a0af8194026c33f" }

const wordsOf = (text: string): ReadonlyArray<string> => text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []
const shinglesOf = (text: string): ReadonlySet<string> => {
  const words = wordsOf(text)
  return new Set(words.slice(2).map((_, i) => words.slice(i, i + 3).join(" ")))
}

/** A turn of phrase may come twice («какое слово получилось»), a sentence may not. */
const shinglesShared = 2

const paragraphs = questions.map(({ comment, text }) => ({ comment, text }))

describe("our own questions", () => {
  it("are two hundred and more, each under a name of its own that was never another's", () => {
    assert.isAtLeast(questions.length, 200)
    const keys = [...questions.map(({ key }) => key), ...pack.retired]
    assert.strictEqual(new Set(keys).size, keys.length)
  })

  it("are known to be changed by the version", () => {
    const digest = createHash("sha256")
      .update(JSON.stringify({ questions, retired: pack.retired }))
      .digest("hex")
    assert.deepStrictEqual({ version: pack.version, digest }, released)
  })

  it("no two are alike", () => {
    const shingled = questions.map(({ key, text }) => ({ key, shingles: shinglesOf(text) }))
    const alike = shingled.flatMap((one, i) =>
      shingled
        .slice(i + 1)
        .filter((other) => [...one.shingles].filter((each) => other.shingles.has(each)).length > shinglesShared)
        .map((other) => [one.key, other.key])
    )
    assert.deepStrictEqual(alike, [])
  })

  it("are written in good typography", () => {
    for (const { comment, text } of paragraphs) {
      for (const paragraph of [text, comment]) {
        assert.notMatch(paragraph, /["”]| - |\s\s|^\s|\s$|\.\.\.|\s[,.!?;:]/u)
        assert.match(paragraph, /[.!?…»)]$/u)
      }
    }
  })
})
