import { type CompiledForm, compileForm } from "./reference/compiled-form.ts"
import { compileRejected } from "./reference/compile-rejected.ts"
import { type CompiledKeyword, compileKeyword } from "./reference/compiled-keyword.ts"
import { anyInside, describe, eitherFlags, type Flags, noFlags } from "./reference/flags.ts"
import { type Instructions, instructionsIn, noInstructions, type Substitution } from "./reference/instructions.ts"
import { type NumberRange, rangeAround, rangeIn } from "./wording/number-range.ts"
import { type Alternative, parseReference, type Parsed } from "./reference/parse-reference.ts"
import { namesOfSign, signIn } from "./letters/sign-names.ts"
import { numberedParts, type Variant, variantsOf, withoutKindOfRound } from "./reference/subanswers.ts"
import { withSubstitutions } from "./reference/substitute.ts"

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
  readonly ranges: ReadonlyArray<NumberRange>
  readonly rejected: ReadonlyArray<CompiledForm>
  readonly keywords: ReadonlyArray<CompiledKeyword>
  /** What an answer has to mention for people to judge its meaning. */
  readonly mentions: ReadonlyArray<CompiledKeyword>
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
const nothing: Parsed = { alternatives: [], flags: noFlags, keywords: [], mentions: [], rejected: [] }

/**
 * Reads a reference answer: `[optional]` words, alternatives divided by `;` or « или », «точный ответ», «по слову X»,
 * «в любом порядке», незачёт. Total: any text is read somehow, the first 10,000 characters of it, and of a list the first
 * 200 texts.
 */
export const compileAnswer = (question: ReferenceAnswer): CompiledAnswer => {
  const answer = withoutKindOfRound(beginningOf(question.answer))
  const parts = numberedParts(answer)
  const fields = question.accepted.slice(0, mostOfList).map((text) => readField(beginningOf(text), parts))
  const kind = /[,;]|\s[и—–-]\s/u.test(answer) ? "accepted" : "variants"
  const parsed = [
    parts === null ? parseReference(answer, "answer") : nothing,
    ...fields.map(({ rest }) => parseReference(rest, kind))
  ]
  const flags = parsed.map((one) => one.flags).reduce(eitherFlags)
  const refused = question.rejected.slice(0, mostOfList).map(beginningOf)
  const rejected = [...refused, ...parsed.flatMap((one) => one.rejected)].map(compileRejected)
  const written = [question.answer, ...question.accepted.slice(0, mostOfList)].map((text) => text.trim())
  const substitutions = fields.flatMap((field) => field.substitutions)
  const alternatives = [...parsed.flatMap((one) => one.alternatives), ...enoughOf(parsed[0] ?? nothing, fields)]
  return {
    written: [...written, ...written.map(signIn).filter((sign) => sign !== null)].filter(
      (text) => describe(beginningOf(text)).rest !== "" && instructionsIn(beginningOf(text)).rest !== ""
    ),
    forms: distinct([
      ...alternatives.flatMap((each) => formsOf(each, flags)),
      ...alternatives.flatMap((each) => formsOf(substituted(each, substitutions), flags)),
      ...inOne(parts, flags),
      ...written.flatMap(signForms)
    ]),
    subanswers: parts === null ? [] : compileParts(parts, fields, flags),
    ranges: rangesOf(
      parsed,
      question.accepted.some((text) => text.search(anyInside(text)) >= 0)
    ),
    rejected: rejected.flatMap((entry) => entry.forms),
    keywords: parsed.flatMap((one) => one.keywords.map(compileKeyword)),
    mentions: parsed.flatMap((one) => one.mentions.map(compileKeyword)),
    rejectedKeywords: rejected.flatMap((entry) => entry.keywords),
    flags,
    question: beginningOf(question.text ?? ""),
    longest: Math.min(longestLimit, Math.max(shortestLimit, ...written.map((text) => text.length * 2)))
  }
}

/** The first is the answer itself, the others are its зачёт. */
const rangesOf = ([answer, ...fields]: ReadonlyArray<Parsed>, anyOfIt: boolean): ReadonlyArray<NumberRange> => {
  const number = answer?.alternatives[0]?.readings[0] ?? ""
  const ofAnswer = (answer?.alternatives ?? []).map(({ shown }) => rangeIn(shown, true, anyOfIt))
  const ofFields = fields
    .flatMap(({ alternatives }) => alternatives)
    .map(({ shown }) => rangeIn(shown, false) ?? rangeAround(number, shown))
  return [...ofAnswer, ...ofFields].filter((range) => range !== null)
}

/** A зачёт: what it says of some of the parts, what it tells to do with the answer, and what else stands there. */
interface Field extends Instructions {
  readonly variants: ReadonlyArray<Variant>
}

/** «чёрт; малюют (в таком порядке)»: what has an order is one answer, however it is divided. */
const withOrder = /^[^()]*;[^()]*\([^();]*порядке\)[\s.]*$/iu

const readField = (field: string, parts: ReadonlyArray<string> | null): Field => {
  const text = withOrder.test(field) ? field.replaceAll(";", ",") : field
  const variants = parts === null ? null : variantsOf(withoutKindOfRound(text), parts.length)
  return variants === null ? { ...instructionsIn(text), variants: [] } : { ...noInstructions, variants }
}

const mostThings = 6

/** «Любые два из трёх»: every so many of the things that the answer lists. */
const enoughOf = ({ alternatives }: Parsed, fields: ReadonlyArray<Field>): ReadonlyArray<Alternative> => {
  const count = fields.find(({ enough }) => enough !== null)?.enough ?? null
  const [whole] = alternatives
  const things = whole?.readings[0]?.split(/,\s|\sи\s/u) ?? []
  if (whole === undefined || count === null || things.length > mostThings) return []
  const subsets = things.reduce<ReadonlyArray<ReadonlyArray<string>>>(
    (sets, thing) => sets.flatMap((set) => [set, [...set, thing]]),
    [[]]
  )
  const enough = subsets.filter((set) => set.length >= count)
  return enough.map((set) => ({ shown: whole.shown, readings: [set.join(", ")], certain: true }))
}

const substituted = (alternative: Alternative, substitutions: ReadonlyArray<Substitution>): Alternative => ({
  ...alternative,
  readings:
    substitutions.length === 0 ? [] : alternative.readings.flatMap((text) => withSubstitutions(text, substitutions))
})

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
          ordered: flags.ordered
        },
        alternative.readings[0]
      )
    )
    .filter((form) => form.normal !== "")

/** A sign may be answered by its name. */
const signForms = (text: string): ReadonlyArray<CompiledForm> => {
  const names = namesOfSign(signIn(text) ?? "")
  return names.map((name) => compileForm(name, text, { strict: false, anyForm: false, certain: true, ordered: false }))
}

/** The answers to a numbered question one after another, as one wording with its order. */
const inOne = (parts: ReadonlyArray<string> | null, flags: Flags): ReadonlyArray<CompiledForm> => {
  if (parts === null || parts.some(isAnything)) return []
  const readings = parts.map((part) => parseReference(part, "answer").alternatives[0]?.readings[0] ?? part)
  const traits = { strict: flags.exact, anyForm: flags.anyForm, certain: true, ordered: !flags.anyOrder }
  const shown = parts.map((part) => part.replace(/\.$/u, "")).join(", ")
  return [compileForm(readings.join(", "), shown, traits)]
}

const isAnything = (part: string): boolean => /^люб(?:ой|ое|ая|ые) (?:ответ|вариант)/iu.test(part)

const compileParts = (
  parts: ReadonlyArray<string>,
  fields: ReadonlyArray<Field>,
  flags: Flags
): ReadonlyArray<Subanswer> => {
  const variants = fields.flatMap((field) => field.variants)
  const substitutions = fields.flatMap((field) => field.substitutions)
  return parts.map((part, i) => {
    const alternatives = [part, ...variants.filter((variant) => variant.part === i).map(({ text }) => text)].flatMap(
      (text) => parseReference(text, "answer").alternatives
    )
    return {
      anything: isAnything(part),
      forms: [...alternatives, ...alternatives.map((each) => substituted(each, substitutions))].flatMap((each) =>
        formsOf(each, flags)
      )
    }
  })
}
