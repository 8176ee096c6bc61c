/** A file that arrives in pieces is understood as the same file at once, and of a long one only a part is held. */
import fc from "fast-check"
import { expect, test } from "vitest"
import { encodeText } from "../../src/encode-text.ts"
import type { Format } from "../../src/formats.ts"
import { readPack } from "../../src/read-pack.ts"
import { type PartsSize, readParts } from "../../src/read-parts.ts"

const words = fc.constantFrom(
  "Вопрос 1:\n",
  "Вопрос 2. ",
  "Вопрос 3: что? Ответ: то Автор: Анна\n",
  "Первый тур\n",
  "Редактор: Пётр\n",
  "4. ",
  "&amp;",
  "Ответ:\n",
  "Зачет: ",
  "Чемпионат:\n",
  "Тур:\n",
  "Автор:\n",
  "? ",
  "! ",
  "= ",
  "№ ",
  "## Тур\n",
  "set 4SCOUNTER = 3",
  "4SCOUNTER",
  "вопрос;ответ\n",
  '"ответ",вопрос\n',
  "# CC BY 4.0\n",
  "Кто там",
  "кто;там\n",
  '"',
  '""',
  ";",
  ",",
  "\t",
  "\n",
  "\n\n",
  "\r\n",
  "\r",
  "ё"
)
const texts = fc.array(words, { maxLength: 60 }).map((all) => all.join(""))

const cutIn = (bytes: Uint8Array, cuts: ReadonlyArray<number>): ReadonlyArray<Uint8Array> => {
  const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted((one, other) => one - other)
  return at.slice(1).map((end, i) => bytes.subarray(at[i], end))
}

const inParts = async (pieces: Iterable<Uint8Array>, format: Format | null, size?: PartsSize) => {
  const parts = readParts(
    {
      name: "pack",
      pieces: (async function* () {
        yield* pieces
      })()
    },
    format,
    size
  )
  const read = []
  for await (const part of parts) read.push(part)
  return { parts, read }
}

const byLine = (one: { readonly line: number }, other: { readonly line: number }): number => one.line - other.line

test.each(["db", "4s", "csv", "plain"] as const)(
  "%s: wherever it is cut, the pieces are read as the whole",
  async (format) => {
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.array(fc.nat(5_000), { maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        async (text, cuts, questions) => {
          const bytes = new TextEncoder().encode(`ё\n${text}`)
          const whole = readPack({ name: "pack", bytes }, format)
          const { parts, read } = await inParts(cutIn(bytes, cuts), format, { whole: 0, questions })
          expect(read.flatMap((part) => part.questions)).toEqual(whole.questions)
          expect(read.flatMap((part) => part.warnings).toSorted(byLine)).toEqual(whole.warnings)
          expect(parts.facts()).toEqual(whole.pack)
          expect([parts.format(), parts.encoding(), parts.bytes()]).toEqual([format, whole.encoding, bytes.length])
        }
      ),
      { numRuns: 300 }
    )
  }
)

const longText = (questions: number): string =>
  `Чемпионат:\nДлинный\n\n${Array.from(
    { length: questions },
    (_, i) =>
      `${i % 50 === 0 ? `Тур:\n${i / 50 + 1} тур\n\n` : ""}Вопрос ${i + 1}:\nКто написал книгу номер ${i}?\n\nОтвет:\nАвтор ${i}\n\n`
  ).join("")}`

/** As large as a disk gives them. */
function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536)
}

test("of a long text no part has many more questions than a batch, and each has its tour and its line", async () => {
  const count = 10_000
  const { parts, read } = await inParts(piecesOf(new TextEncoder().encode(longText(count))), null)
  expect(Math.max(...read.map((part) => part.questions.length))).toBeLessThan(3_000)
  const questions = read.flatMap((part) => part.questions)
  expect(questions.length).toBe(count)
  expect(parts.facts().title).toBe("Длинный")
  expect(questions.at(-1)).toMatchObject({
    number: String(count),
    tour: `${count / 50} тур`,
    answer: `Автор ${count - 1}`
  })
  const line = longText(count).split("\n").lastIndexOf(`Вопрос ${count}:`) + 1
  expect(questions.at(-1)?.line).toBe(line)
})

test.each(["windows-1251", "koi8-r", "ibm866"] as const)(
  "%s is told by the beginning of a long text",
  async (encoding) => {
    const bytes = encodeText(longText(8_000), encoding).bytes
    const { parts, read } = await inParts(piecesOf(bytes), null)
    expect(parts.encoding()).toBe(encoding)
    expect(read.length).toBeGreaterThan(2)
    expect(read.at(-1)?.questions.at(-1)?.answer).toBe("Автор 7999")
  }
)
