/** JSON that arrives in pieces is understood as the same JSON at once; where it is none, it is told from where on. */
import fc from "fast-check"
import { expect, test } from "vitest"
import { readPack } from "../../src/read-pack.ts"
import { type PartsSize, readParts } from "../../src/read-parts.ts"

const inParts = async (pieces: Iterable<Uint8Array>, size?: PartsSize) => {
  const file = {
    name: "pack.json",
    pieces: (async function* () {
      yield* pieces
    })()
  }
  const parts = readParts(file, "json", size)
  const read = []
  for await (const part of parts) read.push(part)
  const [questions, warnings] = [read.flatMap((part) => part.questions), read.flatMap((part) => part.warnings)]
  return { parts, read, questions, warnings: warnings.toSorted((one, other) => one.line - other.line) }
}

const cutIn = (bytes: Uint8Array, cuts: ReadonlyArray<number>): ReadonlyArray<Uint8Array> => {
  const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted((one, other) => one - other)
  return at.slice(1).map((end, i) => bytes.subarray(at[i], end))
}

const word = fc.constantFrom(
  "Кто там?",
  "он",
  'кавычки "в" тексте',
  "скобки {[,]}",
  "обратная \\ черта",
  "две\nстроки",
  "😀"
)
const question = fc.record(
  {
    text: word,
    answer: word,
    number: fc.oneof(fc.nat(99), word),
    comment: fc.oneof(word, fc.constant(null)),
    accepted: fc.array(word, { maxLength: 2 }),
    takenDown: fc.boolean(),
    more: fc.jsonValue({ maxDepth: 2 })
  },
  { requiredKeys: ["text", "answer"] }
)
const questions = fc.array(question, { maxLength: 6 })
const tour = fc.record({ title: word, questions })
const facts = fc.record(
  { title: word, licence: word, response_code: fc.nat(3), info: fc.jsonValue() },
  { requiredKeys: [] }
)
const packs = fc.oneof(
  questions,
  fc.tuple(facts, questions).map(([told, list]) => ({ ...told, questions: list })),
  fc.tuple(facts, questions).map(([told, list]) => ({ results: list, ...told })),
  fc.tuple(facts, fc.array(tour, { maxLength: 3 })).map(([told, tours]) => ({ ...told, tours })),
  facts
)
const cuts = fc.array(fc.nat(5_000), { maxLength: 12 })

test("wherever it is cut, the pieces are read as the whole", async () => {
  await fc.assert(
    fc.asyncProperty(packs, fc.constantFrom(0, 1, 3), cuts, async (pack, indent, at) => {
      const bytes = new TextEncoder().encode(JSON.stringify(pack, null, indent))
      const whole = readPack({ name: "pack.json", bytes }, "json")
      const read = await inParts(cutIn(bytes, at), { whole: 0, questions: 2 })
      expect(read.questions).toEqual(whole.questions)
      expect(read.warnings).toEqual(whole.warnings)
      expect(read.parts.facts()).toEqual(whole.pack)
      expect(read.parts.isBroken()).toBe(false)
    }),
    { numRuns: 500 }
  )
})

test("whatever is no JSON when it is over is told, and neither throws nor is taken for a whole file", async () => {
  await fc.assert(
    fc.asyncProperty(
      packs,
      cuts,
      fc.nat(5_000),
      fc.constantFrom("", "}", ",", "x", '"'),
      async (pack, at, where, what) => {
        const text = JSON.stringify(pack)
        const cut = where % text.length
        const spoilt = `${text.slice(0, cut)}${what}${what === "" ? "" : text.slice(cut)}`
        const isJson = isParsed(spoilt)
        const { parts, warnings } = await inParts(cutIn(new TextEncoder().encode(spoilt), at), {
          whole: 0,
          questions: 2
        })
        expect(parts.isBroken()).toBe(!isJson && spoilt !== "")
        if (parts.isBroken()) expect(warnings.at(-1)?.message).toMatch(/^no JSON: /)
      }
    ),
    { numRuns: 500 }
  )
})

const isParsed = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test.each(["Кто", "Who"])(
  "of a long text that begins with %s no part has many more questions than a batch",
  async (who) => {
    const count = 30_000
    const list = Array.from({ length: count }, (_, i) => ({ text: `${who} ${i}?`, answer: `А${i}` }))
    const bytes = new TextEncoder().encode(JSON.stringify({ title: "Long", questions: list }, null, 1))
    const pieces = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, i) =>
      bytes.subarray(i * 65_536, (i + 1) * 65_536)
    )
    const { parts, questions: all, read } = await inParts(pieces)
    expect(Math.max(...read.map((part) => part.questions.length))).toBeLessThan(3_000)
    expect([all.length, parts.facts().title]).toEqual([count, "Long"])
    expect(all.at(-1)).toMatchObject({ text: `${who} ${count - 1}?`, line: 4 + (count - 1) * 4 })
  }
)
