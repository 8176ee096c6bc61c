/** Archives: Word documents, SIGame packs, files with pictures, and what only looks like one. */
import { strToU8, zipSync } from "fflate"
import { expect, test } from "vitest"
import { readPack } from "../../src/read-pack.ts"
import { fieldsOf, warnedLines } from "./read-text.ts"

type Files = Readonly<Record<string, string | Uint8Array>>

const readZip = (files: Files) => {
  const bytes = Object.entries(files).map(([name, file]) => [name, typeof file === "string" ? strToU8(file) : file])
  return readPack({ name: "pack.zip", bytes: zipSync(Object.fromEntries(bytes), { level: 1 }) }, null)
}

const run = (text: string): string => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (inside: string, properties = ""): string => `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`
const listed = (text: string, level = 0, list = 1): string =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)

const readDocx = (body: string, others: Files = {}) =>
  readZip({ "word/document.xml": `<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`, ...others })

test("a document is read by its paragraphs, however Word cuts them, and is set as packs are", () => {
  const pack = readDocx(
    [
      run("Кубок ручья"),
      run("Вопрос ") + run("1."),
      `${run("Как МосквА назвала ")}<w:del><w:r><w:delText>не</w:delText></w:r></w:del>${run("&quot;реку&quot; - и почему?")}<w:r><w:br/><w:t>Ответьте.</w:t></w:r>`,
      run("Ответ: 1. Так. 2. Потому, т. 3."),
      run("Источник:"),
      run("1. Книга. — Т. 2."),
      run("2. https://example.org/a--b")
    ]
      .map((inside) => paragraph(inside))
      .join("")
  )
  expect(pack).toMatchObject({ format: "docx", pack: { title: "Кубок ручья" }, warnings: [] })
  expect(fieldsOf(pack, "text", "answer", "sources")).toEqual([
    {
      text: "Как Москва\u0301 назвала «реку» — и почему?\nОтветьте.",
      answer: "1. Так.\n2. Потому, т. 3.",
      sources: ["Книга. — Т. 2.", "https://example.org/a--b"]
    }
  ])
})

const level = (depth: number, label: string): string =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${label}"/></w:lvl>`

test("the numbers that Word writes by itself are read, by level and by list", () => {
  const pack = readDocx(
    [
      listed("Кто?"),
      paragraph(run("Ответ: он")),
      paragraph(run("Источники:")),
      listed("Книга", 1),
      listed("Сайт", 1),
      listed("Где?"),
      paragraph(run("Ответ: там")),
      paragraph(run("Источник:")),
      listed("Карта", 1)
    ].join(""),
    {
      "word/numbering.xml": `<w:numbering><w:abstractNum w:abstractNumId="7">${level(0, "Вопрос %1.")}${level(1, "%2.")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`
    }
  )
  expect(fieldsOf(pack, "number", "text", "sources")).toEqual([
    { number: "1", text: "Кто?", sources: ["Книга", "Сайт"] },
    { number: "2", text: "Где?", sources: ["Карта"] }
  ])
})

test("a link tells its address, a picture its name, a table its rows", () => {
  const row = (...cells: ReadonlyArray<string>): string =>
    `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join("")}</w:tr>`
  const pack = readDocx(
    [
      paragraph(run("Вопрос 1")),
      paragraph(run("Раздаточный материал:")),
      `<w:tbl>${row("а", "б")}${row("в", "г")}</w:tbl>`,
      paragraph(`<w:r><w:drawing><a:blip r:embed="rId2"/></w:drawing></w:r>`),
      paragraph(""),
      paragraph(run("Что это?")),
      paragraph(run("Ответ: азбука")),
      paragraph(`${run("Источник: ")}<w:hyperlink r:id="rId1">${run("Книга")}</w:hyperlink>`)
    ].join(""),
    {
      "word/_rels/document.xml.rels":
        '<Relationships><Relationship Id="rId1" Target="https://example.org/b"/><Relationship Id="rId2" Target="media/image1.png"/></Relationships>'
    }
  )
  expect(fieldsOf(pack, "text", "handout", "handoutImage", "sources")).toEqual([
    {
      text: "Что это?",
      handout: "а | б\nв | г",
      handoutImage: "image1.png",
      sources: ["Книга (https://example.org/b)"]
    }
  ])
})

test("an archive with a pack and its pictures: a picture that is missing is told", () => {
  const pack = readZip({
    "папка/pack.4s": "? (img a.png) Кто?\n! он\n\n? (img b.png) Где?\n! там\n",
    "папка/a.png": ""
  })
  expect(pack.format).toBe("zip")
  expect(fieldsOf(pack, "text", "handoutImage")).toEqual([
    { text: "Кто?", handoutImage: "a.png" },
    { text: "Где?", handoutImage: "b.png" }
  ])
  expect(warnedLines(pack)).toEqual([4])
})

test("several files of an archive are one reading, and warnings tell which file they are of", () => {
  const pack = readZip({ "one.4s": "?Кто?\n! он\n", "two.txt": "Вопрос 1: Где? Ответ: там\n" })
  expect(pack.questions).toHaveLength(2)
  expect(pack.warnings).toEqual([{ line: 1, message: "one.4s: no space after «?»" }])
})

test("a SIGame pack is read out of its archive", () => {
  const pack = readZip({
    "content.xml":
      '<package name="П"><rounds><round name="1"><themes><theme name="РЕКИ"><questions><question price="100"><scenario><atom>Кто?</atom><atom type="marker"/><atom>Ответ</atom></scenario><right><answer>он</answer></right></question></questions></theme></themes></round></rounds></package>'
  })
  expect(pack.format).toBe("siq")
  expect(fieldsOf(pack, "text", "answer")).toEqual([{ text: "Кто?", answer: "он" }])
})

/** What an archive may not be, with the one line that says so. */
const png = (width: number, height: number): Uint8Array => {
  const bytes = new Uint8Array(33)
  bytes.set([0x89, 0x50, 0x4e, 0x47])
  new DataView(bytes.buffer).setUint32(16, width)
  new DataView(bytes.buffer).setUint32(20, height)
  return bytes
}

const refusals: ReadonlyArray<readonly [string, () => Files, RegExp]> = [
  ["grows out of measure", () => ({ "content.xml": new Uint8Array(120_000_000) }), /more than 100 MB/],
  [
    "has too many files",
    () => Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`${i}.bin`, ""])),
    /more than 2000 files/
  ],
  [
    "has a picture of 30,000 pixels a side",
    () => ({ "pack.4s": "? а\n! б\n", "a.png": png(30_000, 30_000) }),
    /30000 × 30000/
  ],
  ["has nothing to read", () => ({ "a.bin": "" }), /no file of questions/]
]

test.each(refusals)("an archive that %s is refused in one line", (_, files, message) => {
  expect(readZip(files())).toMatchObject({
    questions: [],
    warnings: [{ line: 1, message: expect.stringMatching(message) }]
  })
})

test("an archive within an archive is not opened, and a broken one is told", () => {
  const inner = zipSync({ "pack.4s": strToU8("? а\n! б\n") })
  expect(readZip({ "inner.docx": inner }).warnings).toMatchObject([{ message: expect.stringContaining("not opened") }])
  const broken = zipSync({ "pack.4s": strToU8("? а\n! б\n".repeat(100)) })
  broken.fill(0xff, 40, 60)
  expect(readPack({ name: "x", bytes: broken }, null)).toMatchObject({
    questions: [],
    warnings: [{ message: "the archive is broken" }]
  })
})
