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

/** The first that holds; what nothing holds for is plain text. */
const signs: ReadonlyArray<readonly [RegExp, Format]> = [
  [/^\s*<[^]*<package[\s>]|^\s*<package[\s>]/, "siq"],
  [/^\s*<(?:\?xml|tournament|search)[\s>]/, "xml"],
  [/^\s*[[{]\s*["{[\]}]/, "json"],
  [/^#(?:separator|html|notetype|deck)[a-z ]*:/, "anki"],
  [/^\s*(?:Чемпионат|Пакет)[ \t]*[:.]/, "db"],
  [/^\?(?:[ \t]|$|[«"\p{L}])[^]*^!(?:[ \t]|$|[«"\p{L}])/mu, "4s"],
  [/^Вопрос(?:[ \t]+\d+)?[ \t]*[:.]|^(?:Ответ|ОТВЕТ)[ \t]*[:.]/m, "plain"],
  [/^(?:#.*\n)*"?(?:вопрос|текст|question|text)"?[ \t]*[;,\t]/i, "csv"],
  [/^(?:#.*\n)*[^\n]*[;,\t]"?(?:ответ|answer)"?[ \t]*(?:[;,\t]|\r?$)/im, "csv"],
  [/\{[^{}]*[=~][^{}]*\}/, "gift"],
  [/^\S.*:[ \t]*\r?\n\s*- /m, "yaml"]
]

const endingOf = (name: string): string => /\.([a-z\d]{1,5})$/.exec(name.toLowerCase())?.[1] ?? ""

export const formatOfName = (name: string): Format | null => byEnding.get(endingOf(name)) ?? null

export const formatOfText = (text: string): Format => {
  const sample = text.slice(0, sampleChars).replace(/^\uFEFF/, "")
  return signs.find(([sign]) => sign.test(sample))?.[1] ?? "plain"
}
