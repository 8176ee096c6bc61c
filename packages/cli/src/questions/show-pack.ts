/** A reading of a file of questions in words: the pack, its questions, what was not read and what is to be looked at. */
import { termsOf } from "@znatoki/questions/pack-terms"
import type { ReadPack } from "@znatoki/questions/read-pack"
import type { ReadQuestion } from "@znatoki/questions/reading"

const named = (name: string, value: string | null): ReadonlyArray<string> =>
  value === null || value === "" ? [] : [`${name}: ${value.replaceAll("\n", "\n  ")}`]

const questionLines = (question: ReadQuestion, i: number): ReadonlyArray<string> => {
  const tour = question.tour === null ? "" : `${question.tour}, `
  return [
    `— ${tour}${question.number ?? i + 1} (line ${question.line})`,
    ...named("  handout", question.handout),
    ...named("  picture", question.handoutImage),
    `  ${question.text.replaceAll("\n", "\n  ")}`,
    ...named("  options", question.options.join("; ")),
    ...named("  answer", question.answer),
    ...named("  accepted", question.accepted.join("; ")),
    ...named("  rejected", question.rejected.join("; ")),
    ...named("  comment", question.comment),
    ...question.sources.flatMap((source) => named("  source", source)),
    ...named("  author", question.author)
  ]
}

/** Null: nobody tells it, not by the format either. */
export const licenceLine = (licence: string | null): string =>
  `licence: ${licence ?? "not told in the file: ask the authors before others see the questions"}`

export const showPack = ({
  encoding,
  format,
  pack,
  pictures,
  questions,
  unread,
  warnings
}: ReadPack): ReadonlyArray<string> => [
  ...questions.flatMap(questionLines),
  "",
  ...warnings.map(({ line, message }) => `line ${line}: ${message}`),
  ...named("title", pack.title),
  ...named("editors", pack.editors),
  ...named("date", pack.date),
  ...named("url", pack.url),
  licenceLine(termsOf(pack, format, { licence: null, commercial: null }).licence),
  `format: ${format}${encoding === null ? "" : `, ${encoding}`}; questions: ${questions.length}; to look at: ${warnings.length}; not read: ${unread.length}${pictures.size === 0 ? "" : `; pictures: ${pictures.size}`}`
]
