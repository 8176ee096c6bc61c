/** A pack of the bank as it is written into a file: with what its own file told, and with what editors changed since. */
import type { QuestionId } from "@znatoki/engine"
import { type PackedQuestion, type Pack as BankPack, Packs } from "@znatoki/ports/packs"
import type { CatalogQuestion } from "@znatoki/ports/question-catalog"
import { playedText } from "@znatoki/questions/bank-question"
import type { Pack } from "@znatoki/questions/print/printed"
import type { ReadQuestion } from "@znatoki/questions/reading"
import { Effect } from "effect"

type Told = NonNullable<PackedQuestion["asRead"]>

/** What was never in a file. */
const untold = ({ source, text }: CatalogQuestion): Told => ({
  number: null,
  tour: null,
  text,
  shown: text,
  options: [],
  sources: (source ?? "").split("\n").filter((line) => line !== ""),
  url: null,
  handoutImage: null,
  answerImage: null
})

const sourceOf = ({ sources, url }: Told): string => [...sources, ...(url === null ? [] : [url])].join("\n")

/** What an editor changed goes before what the file told of the same. */
const told = (question: CatalogQuestion, asRead: Told): Told => {
  const own = untold(question)
  const isText = playedText(asRead) === question.text
  const isSource = sourceOf(asRead) === (question.source ?? "")
  return {
    ...asRead,
    ...(isText ? {} : { text: own.text, shown: own.shown, options: [] }),
    ...(isSource ? {} : { sources: own.sources, url: null })
  }
}

/** A picture that we hold goes by the name that its file had for it. */
const pictureOf = ({ handout }: CatalogQuestion, { handoutImage }: Told): string | null => {
  const shown = handout?.imageUrl ?? null
  return shown === null || shown.startsWith("picture:") ? handoutImage : shown
}

/** Where nothing may be changed, what is right besides is none of the pack's. */
const variants = ({ fixed }: CatalogQuestion, own: ReadonlyArray<string>, more: ReadonlyArray<string>) =>
  fixed ? own : [...own, ...more.filter((each) => !own.includes(each))]

export const fileQuestion = ({ asRead, question }: PackedQuestion): ReadQuestion => {
  const { accepted, answer, author, comment, difficulty, handout, moreAccepted, moreRejected, rejected, themes } =
    question
  const { answerImage, number, options, shown, sources, text, tour, url } =
    asRead === null ? untold(question) : told(question, asRead)
  return {
    line: 0,
    number,
    tour,
    text,
    shown,
    answer,
    accepted: variants(question, accepted, moreAccepted),
    rejected: variants(question, rejected, moreRejected),
    comment,
    sources,
    author,
    handout: handout?.text ?? null,
    handoutImage: asRead === null ? (handout?.imageUrl ?? null) : pictureOf(question, asRead),
    answerImage,
    options,
    themes,
    difficulty,
    url
  }
}

const pageSize = 1_000

/** All of it but what was taken out. */
export const packedPack = Effect.fnUntraced(function* ({ editors, info, key, licence, played, title, url }: BankPack) {
  const packs = yield* Packs
  const questions: Array<ReadQuestion> = []
  let after: QuestionId | null = null
  for (;;) {
    const page: ReadonlyArray<PackedQuestion> = yield* packs.questions(key, after, pageSize)
    for (const each of page) if (each.question.state !== "retired") questions.push(fileQuestion(each))
    after = page.at(-1)?.question.id ?? null
    if (page.length < pageSize) break
  }
  const whole: Pack = { pack: { title, licence, url, editors, date: played, info }, questions }
  return whole
})
