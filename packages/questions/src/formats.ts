/** The formats of files of questions, and which one a file is in by its name and its first words. */

export const formats = [
  "4s",
  "db",
  "plain",
  "json",
  "csv",
  "xml",
  "siq",
  "docx",
  "zip",
  "yaml",
  "gift",
  "anki"
] as const
export type Format = (typeof formats)[number]

const byEnding: ReadonlyMap<string, Format> = new Map([
  ["4s", "4s"],
  ["si4s", "4s"],
  ["br4s", "4s"],
  ["tr4s", "4s"],
  ["json", "json"],
  ["csv", "csv"],
  ["tsv", "csv"],
  ["siq", "siq"],
  ["docx", "docx"],
  ["zip", "zip"],
  ["yaml", "yaml"],
  ["yml", "yaml"],
  ["gift", "gift"]
])

/** As much as tells what a text is. */
const sampleChars = 100_000

const gives =
  (...patterns: ReadonlyArray<RegExp>) =>
  (sample: string): boolean =>
    patterns.every((pattern) => pattern.test(sample))

/** Behind the notes before a table stand its headings. */
const headingsOf = (sample: string): string =>
  sample.split("\n").find((line) => !line.startsWith("#") && line.trim() !== "") ?? ""

const hasHeadings = (sample: string): boolean =>
  /^"?(?:вопрос|текст|question|text)"?[ \t]*[;,\t]|[;,\t]"?(?:ответ|answer)"?[ \t]*(?:[;,\t]|\r?$)/i.test(
    headingsOf(sample)
  )

/** The first that holds; what nothing holds for is plain text. */
const signs: ReadonlyArray<readonly [(sample: string) => boolean, Format]> = [
  [gives(/^\s*</, /<package[\s>]/), "siq"],
  [gives(/^\s*<(?:\?xml|tournament|search)[\s>]/), "xml"],
  [gives(/^\s*[[{]\s*["{[\]}]/), "json"],
  [gives(/^#(?:separator|html|notetype|deck)[a-z ]*:/), "anki"],
  [gives(/^\s*(?:Чемпионат|Пакет)[ \t]*[:.]/), "db"],
  [gives(/^[ \t]*\?(?:[ \t]|$|[«"\p{L}])/mu, /^[ \t]*!(?:[ \t]|$|[«"\p{L}])/mu), "4s"],
  [gives(/^Вопрос(?:[ \t]+\d+)?[ \t]*[:.]|^(?:Ответ|ОТВЕТ)[ \t]*[:.]/m), "plain"],
  [hasHeadings, "csv"],
  [gives(/\{[^{}=~]*[=~]/), "gift"],
  [gives(/^\S.*:[ \t]*\r?\n\s*- /m), "yaml"]
]

const endingOf = (name: string): string => /\.([a-z\d]{1,5})$/.exec(name.toLowerCase())?.[1] ?? ""

export const formatOfName = (name: string): Format | null => byEnding.get(endingOf(name)) ?? null

export const formatOfText = (text: string): Format => {
  const sample = text.slice(0, sampleChars).replace(/^\uFEFF/, "")
  return signs.find(([holds]) => holds(sample))?.[1] ?? "plain"
}
