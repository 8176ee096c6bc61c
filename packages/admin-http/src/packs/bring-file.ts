/** A file of questions on its way into the bank, and what is to be told of it. */
import {
  type BringOrder,
  type Brought,
  type ImportNote,
  type ImportOrder,
  type ImportReport,
  listedMax,
  type PackImports,
  type PackQuestion,
  type PackTerms,
  type PictureNote
} from "@znatoki/ports/pack-imports"
import { cut } from "@znatoki/chat/cut"
import { Cache } from "@znatoki/ports/cache"
import { StoreBroken, type StoreError, StoreUnavailable } from "@znatoki/ports/store-error"
import { bankQuestionsOf, type FiledPictures } from "@znatoki/questions/bank-question"
import { type Format, formats } from "@znatoki/questions/formats"
import { termsOf } from "@znatoki/questions/pack-terms"
import { type ReadPart, type ReadParts, readParts } from "@znatoki/questions/read-parts"
import type { ReadQuestion } from "@znatoki/questions/reading"
import { Effect } from "effect"
import { filePictures } from "./file-pictures.ts"

/** As many questions as a preview shows. */
const sampleMax = 20
/** As many pictures. */
const picturesMax = 100
/** As many as go into the bank at once; between two batches others have their turn. */
const batchSize = 1_000

/** What an editor may write too: a longer one could not be saved again. */
const factsMax = { title: 300, url: 1_000, editors: 1_000, info: 5_000, played: 100, licence: 2_000 } as const
type FactName = keyof typeof factsMax
type Facts = { readonly [Name in FactName]: string | null }

const short = (words: string | null, name: FactName): string | null =>
  words === null ? null : cut(words, factsMax[name])

/** What there is much of: all are counted, the first are listed. */
class Listed {
  count = 0
  readonly first: Array<ImportNote> = []

  add(line: number, text: string): void {
    this.count++
    if (this.first.length < listedMax) this.first.push({ line, text })
  }
}

class FileOnItsWay {
  readonly #file: ReadParts
  readonly #parts: AsyncIterator<ReadPart>
  readonly #order: ImportOrder
  readonly #onProgress: (bytes: number) => void
  readonly #first: ReadPart | null
  readonly #filed: FiledPictures
  readonly #bankQuestion: ReturnType<typeof bankQuestionsOf>
  readonly #pictures: Array<PictureNote> = []
  #pictured = 0
  readonly #warnings = new Listed()
  readonly #left = new Listed()
  readonly #waits = new Listed()
  readonly #sample: Array<ImportReport["sample"][number]> = []
  #questions = 0

  constructor({ file, filed, first, parts }: Opened, order: ImportOrder, onProgress: (bytes: number) => void) {
    this.#file = file
    this.#first = first
    this.#parts = parts
    this.#filed = filed
    this.#bankQuestion = bankQuestionsOf(filed)
    this.#order = order
    this.#onProgress = onProgress
  }

  async *batches(): AsyncGenerator<ReadonlyArray<PackQuestion>> {
    for (let part = this.#first; part !== null; part = await nextOf(this.#parts)) {
      for (let from = 0; from < part.questions.length; from += batchSize) {
        yield part.questions.slice(from, from + batchSize).flatMap((question) => this.#taken(question))
      }
      this.#noted(part)
      this.#onProgress(this.#file.bytes())
    }
    if (this.isNothing()) throw new Error("there is nothing to bring in")
  }

  /** Nothing of it is taken: what it does not hold, or what is behind its break, would be taken out of play. */
  readonly isNothing = (): boolean => this.#file.isBroken() || this.#questions === 0

  readonly terms = (): PackTerms => {
    const { commercial, credit, fixed, licence } = this.#terms()
    const isTold = licence !== null
    return {
      ...this.#kept(),
      commercial: isTold || commercial !== "unknown" ? commercial : null,
      fixed: isTold ? fixed : null,
      credit
    }
  }

  report({ counts, twins }: Brought): ImportReport {
    const { commercial, fixed } = this.#terms()
    const { licence, title } = this.#kept()
    for (const [name, words] of Object.entries(this.#told())) {
      const max = factsMax[name as FactName]
      if (words !== null && words.length > max)
        this.#warnings.add(1, `the ${name} has ${words.length} characters, ${max} at most are kept: cut`)
    }
    return {
      format: this.#file.format(),
      encoding: this.#file.encoding(),
      title,
      licence,
      commercial,
      fixed,
      questions: this.isNothing() ? 0 : this.#questions,
      counts,
      warned: this.#warnings.count,
      leftOut: this.#left.count,
      waiting: this.#waits.count,
      warnings: this.#warnings.first,
      left: this.#left.first,
      waits: this.#waits.first,
      twins,
      pictured: this.#pictured,
      pictures: this.#pictures,
      sample: this.isNothing() ? [] : this.#sample
    }
  }

  #told(): Facts {
    const { date, editors, info, title, url } = this.#file.facts()
    return { title, url, editors, info, played: date, licence: this.#terms().licence }
  }

  #kept(): Facts {
    const { editors, info, licence, played, title, url } = this.#told()
    return {
      title: short(title, "title"),
      url: short(url, "url"),
      editors: short(editors, "editors"),
      info: short(info, "info"),
      played: short(played, "played"),
      licence: short(licence, "licence")
    }
  }

  #terms() {
    return termsOf(this.#file.facts(), this.#file.format(), this.#order)
  }

  #noted({ warnings }: ReadPart): void {
    for (const { line, message } of warnings) this.#warnings.add(line, message)
  }

  #notePictures({ answerImage, handoutImage, line }: ReadQuestion): void {
    const answer = this.#filed.get(answerImage ?? "")
    for (const shown of [this.#filed.get(handoutImage ?? ""), answer]) {
      if (shown?._tag !== "Kept") continue
      this.#pictured++
      const { address, height, name, size, width } = shown
      if (this.#pictures.length < picturesMax) this.#pictures.push({ line, name, address, width, height, size })
    }
    if (answer !== undefined && answer._tag !== "Kept")
      this.#warnings.add(line, `a picture of the answer is not kept: ${answer.name}: ${answer.reason}`)
  }

  #taken(question: ReadQuestion): ReadonlyArray<PackQuestion> {
    this.#questions++
    const taken = this.#bankQuestion(question)
    if ("why" in taken) {
      this.#left.add(taken.line, taken.why)
      return []
    }
    const { answer, line, text, waitsFor } = taken
    this.#notePictures(question)
    if (waitsFor !== null) this.#waits.add(line, waitsFor)
    if (this.#sample.length < sampleMax) this.#sample.push({ line, text, answer })
    return [taken]
  }
}

/** The next part; null: there is none. */
const nextOf = async (parts: AsyncIterator<ReadPart>): Promise<ReadPart | null> => {
  const { done, value } = await parts.next()
  return done === true ? null : value
}

interface Opened {
  readonly file: ReadParts
  readonly parts: AsyncIterator<ReadPart>
  readonly first: ReadPart | null
  readonly filed: FiledPictures
}

/** What reads a file fails as the store fails that it lies in. */
const readFailed = (cause: unknown): StoreError =>
  cause instanceof StoreUnavailable || cause instanceof StoreBroken
    ? cause
    : new StoreBroken({ operation: "read file", problem: cause instanceof Error ? cause.message : "it broke off" })

/** Pictures come with a file that is one part, and are made before the bank is asked: it waits for nobody's pictures. */
const opened = Effect.fnUntraced(function* (file: ReadParts, onProgress: (bytes: number) => void) {
  const parts = file[Symbol.asyncIterator]()
  const first = yield* Effect.tryPromise({ try: () => nextOf(parts), catch: readFailed })
  const filed = yield* filePictures(first?.pictures ?? new Map(), () => onProgress(file.bytes()))
  return { file, parts, first, filed } satisfies Opened
})

const formatOf = (name: string | null): Format | null => formats.find((format) => format === name) ?? null

export interface BringFile {
  readonly order: ImportOrder
  readonly pieces: AsyncIterable<Uint8Array>
  /** False: it is looked what would come of it. */
  readonly keep: boolean
  /** Of its bytes so many are done. */
  readonly onProgress: (bytes: number) => void
}

const nothing: Brought = { counts: { added: 0, changed: 0, unchanged: 0, retired: 0, twins: 0 }, twins: [] }

export const bringFile = Effect.fnUntraced(function* (
  bring: PackImports["Service"]["bring"],
  { keep, onProgress, order, pieces }: BringFile
) {
  const { by, draft, file: name, format, pack } = order
  const file = yield* opened(readParts({ name, pieces }, formatOf(format)), onProgress)
  const onItsWay = new FileOnItsWay(file, order, onProgress)
  const { terms } = onItsWay
  const wanted: BringOrder = { pack, draft, by, keep, terms, batches: onItsWay.batches() }
  const brought = yield* bring(wanted).pipe(
    Effect.catch((error) => (onItsWay.isNothing() ? Effect.succeed(nothing) : Effect.fail(error)))
  )
  if (keep) yield* (yield* Cache).invalidate(["questions"])
  return onItsWay.report(brought)
})
