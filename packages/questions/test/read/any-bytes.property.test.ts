/** Whatever the bytes are, a reading comes of them: nothing throws, and what is long takes no longer than it is long. */
import fc from "fast-check"
import { strToU8, zipSync } from "fflate"
import { expect, test } from "vitest"
import { formats } from "../../src/formats.ts"
import { readPack } from "../../src/read-pack.ts"

/** Pieces that mean something in one of the formats, in any order. */
const pieces = fc.constantFrom(
  "? ",
  "! ",
  "= ",
  "- ",
  "-5",
  "№ ",
  "### ",
  "> ",
  "Чемпионат:\n",
  "Вопрос 1:\n",
  "Ответ:\n",
  "Зачет: ",
  "\n",
  "\n\n",
  "\r",
  "|",
  "   1. ",
  "Вопрос 2. ",
  "Тур 1\n",
  "7.\n",
  '"',
  ";",
  ",",
  "\t",
  "{",
  "}",
  "[",
  "]",
  ":",
  '{"questions":[',
  "<package>",
  "<question>",
  "</",
  "<",
  ">",
  "&amp;",
  "&",
  "<![CDATA[",
  "::",
  "~",
  "\\",
  "#separator:tab\n",
  "_",
  "(screen a|b)",
  "[Раздаточный материал: ",
  "<раздатка>",
  "(pic: ",
  "4SCOUNTER",
  "слово",
  "\u0301",
  "\uD800",
  "\u0000"
)
const texts = fc.array(pieces, { maxLength: 60 }).map((parts) => new TextEncoder().encode(parts.join("")))
const archives = fc
  .tuple(texts, fc.constantFrom("a.txt", "word/document.xml", "content.xml"), fc.nat(200), fc.nat(255))
  .map(([bytes, name, at, byte]) => zipSync({ [name]: bytes }).fill(byte, at, at + 1))
const anyBytes = fc.oneof(texts, archives, fc.uint8Array({ maxLength: 300 }))

test("no bytes make any reader throw", () => {
  fc.assert(
    fc.property(anyBytes, fc.constantFrom(null, ...formats), (bytes, format) => {
      const { questions } = readPack({ name: "pack", bytes }, format)
      return questions.every(({ answer, shown, text }) => text !== "" && answer !== "" && shown !== "")
    }),
    { numRuns: 1_000 }
  )
})

const long = 200_000
const repeated = [
  "? а\n! б\n\n",
  "? а\n",
  "#\n",
  "{=",
  ":\n",
  "[",
  "(",
  "<",
  "{",
  '"',
  ";",
  " ",
  "\n",
  "_a",
  "~",
  "&",
  "1. ",
  "-\n",
  "'",
  "\\",
  "Ответ:",
  "а",
  "? \n- а\n",
  "<a>",
  "[1,"
]

test.each(repeated)("two hundred thousand characters of %j are read by every format", { timeout: 60_000 }, (piece) => {
  const bytes = new TextEncoder().encode(piece.repeat(long / piece.length))
  for (const format of [null, ...formats]) {
    const { format: found } = readPack({ name: "pack", bytes }, format)
    expect(found).toBe(format ?? found)
  }
})

const many = 150_000
const manyOf: ReadonlyArray<readonly [string, string, string]> = [
  ["questions in an archive", "a.4s", "? а\n! б\n\n".repeat(many)],
  ["line ends in a paragraph", "word/document.xml", `<w:p><w:r>${"<w:br/>".repeat(many)}</w:r></w:p>`],
  [
    "variants of an answer",
    "content.xml",
    `<package><round><theme><question><scenario><atom>а</atom></scenario><right><answer>б${"[в]".repeat(many)}</answer></right></question></theme></round></package>`
  ]
]

test.each(manyOf)("%s may be many", { timeout: 60_000 }, (_, name, text) => {
  const { questions } = readPack({ name: "pack", bytes: zipSync({ [name]: strToU8(text) }, { level: 1 }) }, null)
  expect(questions.length).toBe(name === "a.4s" ? many : name === "content.xml" ? 1 : 0)
})
