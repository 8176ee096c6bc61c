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
  type PackTerms
} from "@znatoki/ports/pack-imports"
import { Cache } from "@znatoki/ports/cache"
import { bankQuestionsOf } from "@znatoki/questions/bank-question"
import { type Format, formats } from "@znatoki/questions/formats"
import { termsOf } from "@znatoki/questions/pack-terms"
import { type ReadPart, type ReadParts, readParts } from "@znatoki/questions/read-parts"
import type { ReadQuestion } from "@znatoki/questions/reading"
import { Effect } from "effect"

/** As many questions as a preview shows. */
const sampleMax = 20
/** As many as go into the bank at once; between two batches others have their turn. */
const batchSize = 1_000

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
  readonly #order: ImportOrder
  readonly #onProgress: (bytes: number) => void
  readonly #bankQuestion = bankQuestionsOf()
  readonly #warnings = new Listed()
  readonly #left = new Listed()
  readonly #waits = new Listed()
  readonly #sample: Array<ImportReport["sample"][number]> = []
  #questions = 0

  constructor(file: ReadParts, order: ImportOrder, onProgress: (bytes: number) => void) {
    this.#file = file
    this.#order = order
    this.#onProgress = onProgress
  }

  async *batches(): AsyncGenerator<ReadonlyArray<PackQuestion>> {
    for await (const part of this.#file) {
      for (let from = 0; from < part.questions.length; from += batchSize) {
        yield part.questions.slice(from, from + batchSize).flatMap((question) => this.#taken(question))
      }
      this.#noted(part)
      this.#onProgress(this.#file.bytes())
    }
  }

  readonly terms = (): PackTerms => {
    const { date, editors, info, title, url } = this.#file.facts()
    const { commercial, credit, fixed, licence } = this.#terms()
    const isTold = licence !== null
    return {
      title,
      url,
      editors,
      info,
      played: date,
      licence,
      commercial: isTold || commercial !== "unknown" ? commercial : null,
      fixed: isTold ? fixed : null,
      credit
    }
  }

  report({ counts, twins }: Brought): ImportReport {
    const { commercial, fixed, licence } = this.#terms()
    return {
      format: this.#file.format(),
      encoding: this.#file.encoding(),
      title: this.#file.facts().title,
      licence,
      commercial,
      fixed,
      questions: this.#questions,
      counts,
      warned: this.#warnings.count,
      leftOut: this.#left.count,
      waiting: this.#waits.count,
      warnings: this.#warnings.first,
      left: this.#left.first,
      waits: this.#waits.first,
      twins,
      sample: this.#sample
    }
  }

  #terms() {
    return termsOf(this.#file.facts(), this.#file.format(), this.#order)
  }

  #noted({ warnings }: ReadPart): void {
    for (const { line, message } of warnings) this.#warnings.add(line, message)
  }

  #taken(question: ReadQuestion): ReadonlyArray<PackQuestion> {
    this.#questions++
    const taken = this.#bankQuestion(question)
    if ("why" in taken) {
      this.#left.add(taken.line, taken.why)
      return []
    }
    const { answer, line, text, waitsFor } = taken
    if (waitsFor !== null) this.#waits.add(line, waitsFor)
    if (this.#sample.length < sampleMax) this.#sample.push({ line, text, answer })
    return [taken]
  }
}

const formatOf = (name: string | null): Format | null => formats.find((format) => format === name) ?? null

export interface BringFile {
  readonly order: ImportOrder
  readonly pieces: AsyncIterable<Uint8Array>
  /** False: it is looked what would come of it. */
  readonly keep: boolean
  /** Of its bytes so many are done. */
  readonly onProgress: (bytes: number) => void
}

export const bringFile = Effect.fnUntraced(function* (
  bring: PackImports["Service"]["bring"],
  { keep, onProgress, order, pieces }: BringFile
) {
  const { by, draft, file: name, format, pack } = order
  const onItsWay = new FileOnItsWay(readParts({ name, pieces }, formatOf(format)), order, onProgress)
  const { terms } = onItsWay
  const wanted: BringOrder = { pack, draft, by, keep, terms, batches: onItsWay.batches() }
  const brought = yield* bring(wanted)
  if (keep) yield* (yield* Cache).invalidate(["questions"])
  return onItsWay.report(brought)
})
