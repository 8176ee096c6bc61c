/** A pack of the bank as it is written into a file: with what its own file told, and with what editors changed since. */
import type { QuestionId } from "@znatoki/engine"
import { type AsRead, type PackedQuestion, type Pack as BankPack, Packs } from "@znatoki/ports/packs"
import { pictureHashOf } from "@znatoki/ports/pictures"
import type { CatalogQuestion } from "@znatoki/ports/question-catalog"
import { citedText, playedText } from "@znatoki/questions/bank-question"
import type { Pack } from "@znatoki/questions/print/printed"
import type { ReadQuestion } from "@znatoki/questions/reading"
import { Effect } from "effect"
import { PackedPictures } from "./packed-pictures.ts"

const noted = { number: null, tour: null, written: null, cited: null, handoutImage: null, answerImage: null }

/** What an editor changed goes before what the file told of the same. */
const asked = ({ text }: CatalogQuestion, { written }: AsRead) =>
  written !== null && playedText(written) === text ? written : { text, shown: text, options: [] }

const cited = ({ source }: CatalogQuestion, { cited }: AsRead) =>
  cited !== null && citedText(cited) === (source ?? "")
    ? cited
    : { sources: (source ?? "").split("\n").filter((line) => line !== ""), url: null }

/** A file may have had one that it did not bring. */
const pictureOf = ({ handout }: CatalogQuestion, { handoutImage }: AsRead, pictures: PackedPictures): string | null => {
  const shown = handout?.imageUrl ?? null
  const hash = pictureHashOf(shown ?? "")
  if (hash !== null) return pictures.nameOf(hash, handoutImage)
  return shown ?? handoutImage
}

const answerPictureOf = ({ answerImage }: AsRead, pictures: PackedPictures): string | null => {
  const hash = pictureHashOf(answerImage ?? "")
  return hash === null ? answerImage : pictures.nameOf(hash, null)
}

/** Where nothing may be changed, what is right besides is none of the pack's. */
const variants = ({ fixed }: CatalogQuestion, own: ReadonlyArray<string>, more: ReadonlyArray<string>) =>
  fixed ? own : [...own, ...more.filter((each) => !own.includes(each))]

const fileQuestion = ({ asRead, question }: PackedQuestion, pictures: PackedPictures): ReadQuestion => {
  const { accepted, answer, author, comment, difficulty, handout, moreAccepted, moreRejected, rejected, themes } =
    question
  const file = asRead ?? noted
  return {
    line: 0,
    number: file.number,
    tour: file.tour,
    ...asked(question, file),
    ...cited(question, file),
    answer,
    accepted: variants(question, accepted, moreAccepted),
    rejected: variants(question, rejected, moreRejected),
    comment,
    author,
    handout: handout?.text ?? null,
    handoutImage: pictureOf(question, file, pictures),
    answerImage: answerPictureOf(file, pictures),
    themes,
    difficulty
  }
}

const pageSize = 1_000
/** All of it but what was taken out. `withBytes`: with the bytes of its pictures. */
export const packedPack = Effect.fnUntraced(function* (
  { editors, info, key, licence, played, title, url }: BankPack,
  withBytes: boolean
) {
  const packs = yield* Packs
  const questions: Array<ReadQuestion> = []
  const pictures = new PackedPictures(withBytes)
  let after: QuestionId | null = null
  for (;;) {
    const page: ReadonlyArray<PackedQuestion> = yield* packs.questions(key, after, pageSize)
    const kept = page.filter(({ question }) => question.state !== "retired")
    yield* pictures.hold(kept)
    for (const each of kept) questions.push(fileQuestion(each, pictures))
    after = page.at(-1)?.question.id ?? null
    if (page.length < pageSize) break
  }
  const whole: Pack = {
    pack: { title, licence, url, editors, date: played, info },
    questions,
    pictures: pictures.files()
  }
  return whole
})
