import { Schema } from "effect"

/** `disputed`: it may be right, and people have to decide. */
export const JudgeVerdict = Schema.Literals(["accepted", "rejected", "disputed"])
export type JudgeVerdict = typeof JudgeVerdict.Type

/** The cases of judging; the words for each belong to whoever talks to people. */
export const JudgeReason = Schema.Literals([
  /** The same words; case, punctuation and fillers aside. */
  "exact",
  /** Another grammatical form, a small word more or less, a number in words or in figures. */
  "form",
  "word order",
  /** Written together or apart. */
  "spacing",
  "typo",
  /** The same name in the other alphabet. */
  "transliteration",
  /** Typed with the other keyboard switched on. */
  "keyboard layout",
  /** It has the word by which answers are told; disputed where something is denied or much more is said. */
  "keyword",
  /** All of the right answer, and more. */
  "extra words",
  /** A part of the right answer. */
  "partial",
  /** Perhaps a misspelling, perhaps another word. */
  "near",
  "abbreviation",
  /** The reference leaves it to people: «по смыслу», «синонимичные ответы». */
  "by meaning",
  /** The exact wording was asked for, and this is a little different. */
  "inexact",
  "list of guesses",
  "wrong number",
  /** The surname is right, the name before it is somebody else's. */
  "wrong name",
  /** Answers to several questions in the wrong order. */
  "wrong order",
  "negation",
  "in rejected",
  "empty",
  /** It says only what the question says. */
  "formal",
  "too long",
  "other"
])
export type JudgeReason = typeof JudgeReason.Type

/** What the judge says of an answer, and why. */
export class Judgement extends Schema.Opaque<Judgement>()(
  Schema.Struct({
    verdict: JudgeVerdict,
    reason: JudgeReason,
    /** The accepted or rejected form it was held against, if there was one. */
    matched: Schema.NullOr(Schema.String)
  })
) {}
