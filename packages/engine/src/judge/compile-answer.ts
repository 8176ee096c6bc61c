import { type CompiledForm, compileForm } from "./compiled-form.ts"
import { compileRejected } from "./compile-rejected.ts"
import { type CompiledKeyword, compileKeyword } from "./compiled-keyword.ts"
import { describe, eitherFlags, type Flags, noFlags } from "./flags.ts"
import { type Alternative, parseReference, type Parsed } from "./parse-reference.ts"
import { namesOfSign, signIn } from "./sign-names.ts"
import { numberedParts } from "./subanswers.ts"

/** What of a question the judge reads. */
export interface ReferenceAnswer {
  readonly answer: string
  /** Зачёт: what else is right, or how to tell what is. */
  readonly accepted: ReadonlyArray<string>
  /** Незачёт. */
  readonly rejected: ReadonlyArray<string>
  /** The question itself, so that an answer that only repeats it is seen. */
  readonly text?: string
}

/** One of the things a numbered question asks. */
interface Subanswer {
  readonly forms: ReadonlyArray<CompiledForm>
  /** «любой ответ»: whatever is said counts. */
  readonly anything: boolean
}

/** A reference answer that was read once: plain data, to be kept and given to `judge` as it is. */
export interface CompiledAnswer {
  /** The texts as they are written: whoever repeats one letter for letter is right. */
  readonly written: ReadonlyArray<string>
  readonly forms: ReadonlyArray<CompiledForm>
  readonly subanswers: ReadonlyArray<Subanswer>
  readonly rejected: ReadonlyArray<CompiledForm>
  readonly keywords: ReadonlyArray<CompiledKeyword>
  readonly rejectedKeywords: ReadonlyArray<CompiledKeyword>
  readonly flags: Flags
  /** The text of the question, to tell an answer that only repeats it. */
  readonly question: string
  /** Given answers longer than this are not read, unless they repeat the reference letter for letter. */
  readonly longest: number
}

const shortestLimit = 300
const longestLimit = 5_000
/** So much of a text, and so many texts of a list, are read: more is no reference, and reading it must end. */
const mostOfText = 10_000
const mostOfList = 200
const nothing: Parsed = { alternatives: [], flags: noFlags, keywords: [], rejected: [] }

/**
 * Reads a reference answer: `[optional]` words, alternatives divided by `;` or « или », «точный ответ», «по слову X»,
 * «в любом порядке», незачёт. Total: any text is read somehow, the first 10,000 characters of it, and of a list the first
 * 200 texts.
 */
export const compileAnswer = (question: ReferenceAnswer): CompiledAnswer => {
  const answer = beginningOf(question.answer)
  const parts = numberedParts(answer)
  const fields = question.accepted
    .slice(0, mostOfList)
    .map(beginningOf)
    .map((field) => ({ field, parts: numberedParts(field) }))
  const parsed = [
    parts === null ? parseReference(answer, "answer") : nothing,
    ...fields.filter((entry) => entry.parts === null).map(({ field }) => parseReference(field, "accepted"))
  ]
  const flags = parsed.map((one) => one.flags).reduce(eitherFlags)
  const refused = question.rejected.slice(0, mostOfList).map(beginningOf)
  const rejected = [...refused, ...parsed.flatMap((one) => one.rejected)].map(compileRejected)
  const written = [question.answer, ...question.accepted.slice(0, mostOfList)].map((text) => text.trim())
  const subanswers =
    parts === null
      ? []
      : compileParts(
          parts,
          fields.flatMap((entry) => (entry.parts?.length === parts.length ? entry.parts : [])),
          flags
        )
  return {
    written: [...written, ...written.map(signIn).filter((sign) => sign !== null)].filter(
      (text) => describe(beginningOf(text)).rest !== ""
    ),
    forms: distinct([
      ...parsed.flatMap((one) => one.alternatives.flatMap((each) => formsOf(each, flags))),
      ...inOne(parts, flags),
      ...written.flatMap(signForms)
    ]),
    subanswers,
    rejected: rejected.flatMap((entry) => entry.forms),
    keywords: parsed.flatMap((one) => one.keywords.map(compileKeyword)),
    rejectedKeywords: rejected.flatMap((entry) => entry.keywords),
    flags,
    question: beginningOf(question.text ?? ""),
    longest: Math.min(longestLimit, Math.max(shortestLimit, ...written.map((text) => text.length * 2)))
  }
}

const beginningOf = (text: string): string => text.slice(0, mostOfText)

const mostForms = 96

/** Of the same wording the first stays: it is the surer one. */
const distinct = (forms: ReadonlyArray<CompiledForm>): ReadonlyArray<CompiledForm> =>
  [...new Map(forms.toReversed().map((form) => [form.normal, form])).values()].toReversed().slice(0, mostForms)

const formsOf = (alternative: Alternative, flags: Flags): ReadonlyArray<CompiledForm> =>
  alternative.readings
    .map((reading) =>
      compileForm(
        reading,
        alternative.shown,
        {
          strict: flags.exact,
          anyForm: flags.anyForm,
          certain: alternative.certain,
          ordered: false
        },
        alternative.readings[0]
      )
    )
    .filter((form) => form.normal !== "")

/** A sign may be answered by its name. */
const signForms = (text: string): ReadonlyArray<CompiledForm> => {
  const sign = signIn(text)
  const names = sign === null ? [] : namesOfSign(sign)
  return names.map((name) => compileForm(name, text, { strict: false, anyForm: false, certain: true, ordered: false }))
}

/** The answers to a numbered question one after another, as one wording with its order. */
const inOne = (parts: ReadonlyArray<string> | null, flags: Flags): ReadonlyArray<CompiledForm> => {
  if (parts === null || parts.some(isAnything)) return []
  const readings = parts.map((part) => parseReference(part, "answer").alternatives[0]?.readings[0] ?? part)
  const traits = { strict: flags.exact, anyForm: flags.anyForm, certain: true, ordered: !flags.anyOrder }
  return [compileForm(readings.join(", "), parts.join(", "), traits)]
}

const isAnything = (part: string): boolean => /^люб(?:ой|ое|ая|ые) (?:ответ|вариант)/iu.test(part)

/** `variants` are the numbered parts of every зачёт that is numbered as the answer is. */
const compileParts = (
  parts: ReadonlyArray<string>,
  variants: ReadonlyArray<string>,
  flags: Flags
): ReadonlyArray<Subanswer> =>
  parts.map((part, i) => ({
    anything: isAnything(part),
    forms: [part, ...variants.filter((_, at) => at % parts.length === i)]
      .flatMap((text) => parseReference(text, "answer").alternatives)
      .flatMap((each) => formsOf(each, flags))
  }))
