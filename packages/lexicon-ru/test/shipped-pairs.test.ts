/**
 * The answer to one of the questions that come with the bot is the answer to no other: every pair of them that has any letters in common is
 * judged, and of the others, which are nine of ten, one in sixteen.
 */
import { compileAnswer, judge } from "@znatoki/engine"
import { describe, expect, it } from "vitest"
import { russianLexicon } from "../src/russian-lexicon.ts"
import { questions, typed, type Question } from "./shipped.ts"

const words = russianLexicon()
const wordsOf = (text: string): ReadonlyArray<string> =>
  typed(text)
    .replaceAll("ё", "е")
    .split(/[^\p{L}\p{N}]+/u)
const lemmasOf = (text: string): ReadonlyArray<string> =>
  wordsOf(text).flatMap((word) => words.lemmas(word).map(({ id }) => id))

const run = 3
const beginning = 2

/** Every three letters in a row, and how each word begins: a word taken for another has something of it. */
const piecesOf = (word: string): ReadonlyArray<string> => [
  `^${word.slice(0, beginning)}`,
  ...Array.from({ length: Math.max(1, word.length - run + 1) }, (_, at) => word.slice(at, at + run))
]

const readOf = (question: Question) => {
  const right = [question.answer, ...question.accepted]
  return {
    question,
    given: typed(question.answer),
    lemmas: lemmasOf(question.answer),
    pieces: wordsOf(question.answer).flatMap(piecesOf),
    rightLemmas: new Set(right.flatMap(lemmasOf)),
    rightPieces: new Set(right.flatMap(wordsOf).flatMap(piecesOf))
  }
}

type Read = ReturnType<typeof readOf>
const read = questions.map(readOf)

/** Two questions may well have one answer: «кошка» and «кошки». */
const haveOneAnswer = (one: Read, other: Read): boolean => other.lemmas.some((lemma) => one.rightLemmas.has(lemma))
const areAlike = (one: Read, other: Read): boolean => other.pieces.some((piece) => one.rightPieces.has(piece))

const everySo = 16
const isSample = (one: number, other: number): boolean => (one * (everySo - 1) + other) % everySo === 0

const mayBeConfused = (one: number, other: number): boolean => {
  const [ours, theirs] = [read[one], read[other]]
  if (ours === undefined || theirs === undefined || one === other || haveOneAnswer(ours, theirs)) return false
  return areAlike(ours, theirs) || isSample(one, other)
}

describe.each([
  ["with the dictionary", words],
  ["without it", undefined]
])("%s", (_, lexicon) => {
  it("accepts for none of them the answer to another", () => {
    const confused = read.flatMap(({ question }, one) => {
      const compiled = compileAnswer(question)
      return read
        .filter((_, other) => mayBeConfused(one, other))
        .filter(({ given }) => judge(compiled, given, lexicon).verdict === "accepted")
        .map((other) => `${question.key} ← ${other.question.key} ${other.given}`)
    })
    expect(confused).toEqual([])
  })
})
