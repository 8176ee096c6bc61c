/** Archives: Word documents, SIGame packs, files with pictures, and what only looks like one. */
import { strToU8, zipSync } from "fflate"
import { deflateRawSync } from "node:zlib"
import { expect, test } from "vitest"
import { printPack } from "../../src/print-pack.ts"
import { readPack } from "../../src/read-pack.ts"
import { zipOf } from "../../src/testing/zip-of.ts"
import { fieldsOf, warnedLines } from "./read-text.ts"

type Files = Readonly<Record<string, string | Uint8Array>>

const readZip = (files: Files | Uint8Array) =>
  readPack({ name: "pack.zip", bytes: files instanceof Uint8Array ? files : zipOf(files) }, null)

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

const at = (height: string, text: string): string =>
  `<w:r><w:rPr><w:vertAlign w:val="${height}"/></w:rPr><w:t>${text}</w:t></w:r>`

test("what stands above or below the line in a document stays so: a power is no other number", () => {
  const pack = readDocx(
    [
      `${run("Вопрос 1. Где 10")}${at("superscript", "−6")}${run(" м, CO")}${at("subscript", "2")}${run(" и 1")}${at("superscript", "st")}${run(" раз?")}`,
      run("Ответ: 10") + at("superscript", "6") + at("baseline", "7") + run(" там")
    ]
      .map((inside) => paragraph(inside))
      .join("")
  )
  expect(fieldsOf(pack, "text", "answer")).toEqual([{ text: "Где 10⁻⁶ м, CO₂ и 1st раз?", answer: "10⁶7 там" }])
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

const png = (width: number, height: number): Uint8Array => {
  const bytes = new Uint8Array(33)
  bytes.set([0x89, 0x50, 0x4e, 0x47])
  new DataView(bytes.buffer).setUint32(16, width)
  new DataView(bytes.buffer).setUint32(20, height)
  return bytes
}

/** An archive of one file of zeros, which Node packs far sooner than a library in JavaScript: the bytes are put in as they are, then named packed. */
const grownOf = (name: string, length: number): Uint8Array => {
  const archive = Buffer.from(zipSync({ [name]: deflateRawSync(new Uint8Array(length), { level: 1 }) }, { level: 0 }))
  const listed = archive.lastIndexOf("PK\u0001\u0002")
  for (const [methodAt, lengthAt] of [
    [8, 22],
    [listed + 10, listed + 24]
  ] as const) {
    archive.writeUInt16LE(8, methodAt)
    archive.writeUInt32LE(length, lengthAt)
  }
  return archive
}

/** What an archive may not be, with the one line that says so. */
const refusals: ReadonlyArray<readonly [string, () => Files | Uint8Array, RegExp]> = [
  ["grows out of measure", () => grownOf("content.xml", 120_000_000), /more than 100 MB/],
  [
    "has too many files",
    () => Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`${i}.bin`, ""])),
    /more than 2000 files/
  ],
  ["has nothing to read", () => ({ "a.bin": "" }), /no file of questions/]
]

test.each(refusals)("an archive that %s is refused in one line", (_, files, message) => {
  expect(readZip(files())).toMatchObject({
    questions: [],
    warnings: [{ line: 1, message: expect.stringMatching(message) }]
  })
})

const long = "<w:p><w:t>Вопрос 1: что это? Ответ: это</w:t></w:p>".repeat(200_000)

test.each([
  ["docx", { "word/document.xml": `<w:document>${long}</w:document>` }],
  ["siq", { "content.xml": `<package>${long}</package>` }]
] as const)("%s that is too long to be held whole is refused in one line, with what to do", (format, files) => {
  expect(readZip(files)).toMatchObject({
    format,
    questions: [],
    warnings: [{ line: 1, message: `more than 10 MB of ${format}: split the file, or send it as JSON` }]
  })
})

test("so is any text that is, and no other", () => {
  const bytes = new TextEncoder().encode(`<tournament>${" ".repeat(10_000_000)}</tournament>`)
  for (const format of ["xml", "yaml", "gift", "anki"] as const) {
    expect(readPack({ name: "x", bytes }, format)).toMatchObject({
      questions: [],
      warnings: [{ message: `more than 10 MB of ${format}: split the file, or send it as JSON` }]
    })
  }
  const json = new TextEncoder().encode(`{"questions":[{"text":"а","answer":"б"}]${" ".repeat(10_000_000)}}`)
  expect(readPack({ name: "x", bytes: json }, "json").questions).toHaveLength(1)
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

const picture = (n: number): Uint8Array => Uint8Array.from({ length: 40 }, () => n)
const picturesIn = ({ pictures }: ReturnType<typeof readZip>) =>
  Object.fromEntries([...pictures].map(([name, bytes]) => [name, bytes[0]]))

test("pictures of an archive come with their questions, whatever case and folder they are in, and none is lost unsaid", () => {
  const pack = readZip({
    "п/pack.4s": "? (img A.PNG) Кто?\n! он (img б.webp)\n\n? (img https://example.org/c.png) Где?\n! там\n",
    "п/a.png": picture(1),
    "п/картинки/б.webp": picture(2),
    "п/c.jpg": picture(3)
  })
  expect(fieldsOf(pack, "handoutImage", "answerImage")).toEqual([
    { handoutImage: "A.PNG", answerImage: "б.webp" },
    { handoutImage: "https://example.org/c.png", answerImage: null }
  ])
  expect(picturesIn(pack)).toEqual({ "A.PNG": 1, "б.webp": 2 })
  expect(pack.warnings).toEqual([{ line: 1, message: "a picture that no question shows: п/c.jpg" }])
})

test("a picture that is too large is left out with a word at its question, and the rest is read", () => {
  const pack = readZip({
    "pack.4s": "? (img a.png) Кто?\n! он\n\n? (img big.png) Где?\n! там (img big.png)\n",
    "a.png": png(8_000, 5_000),
    "big.png": png(8_000, 5_001)
  })
  expect(fieldsOf(pack, "text", "handoutImage")).toEqual([
    { text: "Кто?", handoutImage: "a.png" },
    { text: "Где?", handoutImage: "big.png" }
  ])
  expect([...pack.pictures.keys()]).toEqual(["a.png"])
  const told = { line: 4, message: "the picture big.png is 8000 × 5001, too large: left out" }
  expect(pack.warnings).toEqual([told, told])
})

test("what is told of the pictures of a document in an archive is told once", () => {
  const pack = readZip({
    "a.docx": zipOf({ ...document("big.png"), "word/media/big.png": png(30_000, 30_000) }),
    "b.docx": zipOf(document("none.png")),
    "big.png": picture(1)
  })
  expect(pack.questions).toHaveLength(2)
  expect(pack.warnings.map(({ message }) => message)).toEqual([
    "a.docx: the picture big.png is 30000 × 30000, too large: left out",
    "b.docx: a picture that is not in the archive: none.png",
    "a picture that no question shows: big.png"
  ])
})

test("two pictures of one name stay apart", () => {
  const pack = readZip({
    "one/pack.4s": "? (img a.png) Кто?\n! он\n",
    "one/a.png": picture(1),
    "two/pack.4s": "? (img a.png) Где?\n! там\n",
    "two/a.png": picture(2)
  })
  expect(fieldsOf(pack, "handoutImage")).toEqual([{ handoutImage: "a.png" }, { handoutImage: "two/a.png" }])
  expect(picturesIn(pack)).toEqual({ "a.png": 1, "two/a.png": 2 })
})

const game = (name: string): string =>
  `<package><rounds><round><themes><theme name="РЕКИ"><questions><question price="100"><scenario><atom type="image">@${name}</atom></scenario><right><answer>Волга</answer></right></question></questions></theme></themes></round></rounds></package>`

const document = (name: string): Files => ({
  "word/document.xml": `<w:document><w:body>${paragraph(run("Вопрос 1"))}${paragraph(`<w:r><w:drawing><a:blip r:embed="rId2"/></w:drawing></w:r>`)}${paragraph(run("Что это?"))}${paragraph(run("Ответ: азбука"))}</w:body></w:document>`,
  "word/_rels/document.xml.rels": `<Relationships><Relationship Id="rId2" Target="media/${name}"/></Relationships>`
})

test("pictures of a game and of a document come with their questions, in an archive too", () => {
  const siq: Files = {
    "content.xml": game("река волга.jpg"),
    "Images/%D1%80%D0%B5%D0%BA%D0%B0%20%D0%B2%D0%BE%D0%BB%D0%B3%D0%B0.jpg": picture(1)
  }
  const docx: Files = { ...document("image1.jpeg"), "word/media/image1.jpeg": picture(2) }
  expect(picturesIn(readZip(siq))).toEqual({ "река волга.jpg": 1 })
  expect(readZip(siq).questions).toMatchObject([{ text: "РЕКИ", handoutImage: "река волга.jpg" }])
  expect(picturesIn(readZip(docx))).toEqual({ "image1.jpeg": 2 })
  const both = readZip({
    "a.docx": zipOf(docx),
    "b.docx": zipOf({ ...document("image1.jpeg"), "word/media/image1.jpeg": picture(3) })
  })
  expect(fieldsOf(both, "handoutImage")).toEqual([
    { handoutImage: "image1.jpeg" },
    { handoutImage: "b.docx/image1.jpeg" }
  ])
  expect(picturesIn(both)).toEqual({ "image1.jpeg": 2, "b.docx/image1.jpeg": 3 })
})

test("a document that names a picture and has none tells so", () => {
  expect(readZip(document("image1.emf")).warnings).toMatchObject([
    { message: "a picture that is not in the archive: image1.emf" }
  ])
})

const told = ({ pack: facts, pictures, questions }: ReturnType<typeof readPack>) => ({
  facts,
  pictures: [...pictures].map(([name, bytes]) => [name, [...bytes]]),
  questions: questions.map((question) => ({ ...question, line: 0, number: null }))
})

test("a pack with its pictures is the same pack when it is written as an archive and read again", () => {
  const pack = readZip({
    "pack.4s": "###Кубок\n\n? (img a.png) Кто?\n! он (img б.webp)\n\n? (img https://example.org/c.png) Где?\n! там\n",
    "a.png": picture(1),
    "б.webp": picture(2)
  })
  const printed = printPack(pack, "zip", "utf-8")
  expect(printed.losses).toEqual([])
  const again = readPack({ name: "x.zip", bytes: printed.bytes }, null)
  expect(told(again)).toEqual(told(pack))
  expect(printPack(again, "zip", "utf-8").bytes).toEqual(printed.bytes)
  // Other formats have no place for pictures, and say so.
  expect(printPack(pack, "json", "utf-8").losses).toEqual([
    { question: 1, field: "picture" },
    { question: 1, field: "picture" }
  ])
  const missing = { ...pack, pictures: new Map([["a.png", null]]) }
  expect(printPack(missing, "zip", "utf-8").losses).toEqual([{ question: 1, field: "picture" }])
})

test("whatever else is in an archive is told by its name", () => {
  const pack = readZip({
    "pack/questions.4s": "? Кто?\n! он\n",
    "pack/letter.pdf": "x",
    "pack/more.zip": zipOf({ "b.4s": "? Где?\n! там\n" }),
    "pack/song.mp3": "x",
    "pack/.DS_Store": "x",
    "__MACOSX/pack/._questions.4s": "x",
    "pack/Thumbs.db": "x"
  })
  expect(pack.questions).toHaveLength(1)
  expect(pack.warnings.map(({ message }) => message)).toEqual([
    "a file that is not read here: pack/letter.pdf",
    "a file that is not read here: pack/more.zip",
    "a file that is not read here: pack/song.mp3"
  ])
})
