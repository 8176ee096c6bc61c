/** Whether one word is a harmless misspelling of another: which slips are cheap, and how many a word can bear. */
import { osaDistance, type SlipPrices } from "./osa-distance.ts"
import { areRussianLetters, letterIndex, letterSet, setSize } from "./russian-letters.ts"

/** Vowels heard alike when unstressed, and «э» written as «е». */
const vowelPairs = "ао оа еи ие яе ея яи ия эи иэ ыи иы ую юу ая яа еэ эе ий йи ьъ ъь".split(" ")
/** Voiced and voiceless consonants, and hissing ones. */
const consonantPairs = "бп пб вф фв гк кг дт тд жш шж зс сз шщ щш цс сц гх хг чщ щч".split(" ")
/** Neighbours on the keyboard. */
const keyPairs = (
  "йц цй цу уц ук ку ке ек ен не нг гн гш шг шщ щз зщ зх хз фы ыф ыв вы ва ав ап па пр рп ро ор ол ло лд дл дж жд жэ эж " +
  "яч чя чс см мс ми им ит ти ть ьт ьб бь бю юб"
).split(" ")

const usualPrice = 4
const firstLetterPenalty = 2
/** A letter more before a word makes another: «Шнобелевская». */
const extraFirstPenalty = 5
const size = 32

/** For every two letters the price of one in the place of the other. */
const tableOf = (ofFirstLetter: boolean): Uint8Array => {
  const table = new Uint8Array(size * size).fill(usualPrice + (ofFirstLetter ? firstLetterPenalty : 0))
  const put = (pairs: ReadonlyArray<string>, price: number): void => {
    for (const pair of pairs) table[cellOf(pair.charCodeAt(0), pair.charCodeAt(1))] = price
  }
  const penalty = ofFirstLetter ? firstLetterPenalty : 0
  put(keyPairs, 3 + penalty)
  put([...vowelPairs, ...consonantPairs], 2 + penalty)
  put(["ао", "оа"], 2)
  put(["эе", "еэ", "йи", "ий"], 1)
  return table
}

/** What has to be added to a letter's code. */
const toIndex = letterIndex(0)
const cellOf = (from: number, to: number): number => (from + toIndex) * size + to + toIndex

const firstLetter = tableOf(true)
const otherLetter = tableOf(false)
const softSign = "ь".charCodeAt(0)
const hardSign = "ъ".charCodeAt(0)

const prices: SlipPrices = {
  change: (from, to, at) => {
    if (!areRussianLetters(from, to)) return usualPrice + (at === 0 ? firstLetterPenalty : 0)
    return (at === 0 ? firstLetter : otherLetter)[cellOf(from, to)] ?? usualPrice
  },
  extra: (letter, before, at) => {
    if (letter === before || letter === softSign || letter === hardSign) return 1
    return at === 0 ? 2 + extraFirstPenalty : 2
  },
  swap: 2
}

/** Letters of which a slip may cost less than 2. */
const cheapLetters = letterSet("еэийьъ")
const leastPrice = 2

/** In a shorter word any slip may make another word. */
const shortestSlipped = 4

/** The price a word of this length can bear and still be read in one way only. */
const budgetFor = (length: number, allowance: number): number => {
  if (length < shortestSlipped) return 0
  if (length === 4) return 1 + allowance
  if (length === 5) return 2 + allowance
  if (length <= 7) return 3 + allowance
  return (length < 12 ? 4 : 6) + allowance
}

/** "slip" is safely the same word, "near" is for people to decide, "far" is another word. */
export type Closeness = "slip" | "near" | "far"

const doubtful = 1

/**
 * `length` is that of the shorter whole word, when stems are compared instead of words; `allowance` is what a word may cost more
 * because it is known to be no other.
 */
export const closeness = (reference: string, given: string, length?: number, allowance: number = 0): Closeness => {
  const shorter = length ?? Math.min(reference.length, given.length)
  const budget = budgetFor(shorter, allowance)
  if (budget === 0 || differInLength(reference, given, shorter, allowance)) return "far"
  const cost = osaDistance(reference, given, prices, budget + doubtful)
  if (cost > budget + doubtful) return "far"
  return cost <= budget ? "slip" : "near"
}

/** Whether one word is so much longer than the other that it is far, whatever their letters. */
const differInLength = (reference: string, given: string, length: number, allowance: number = 0): boolean =>
  Math.abs(reference.length - given.length) * 2 > budgetFor(length, allowance) + doubtful + 2

interface Spelled {
  readonly text: string
  /** The set of them. */
  readonly letters: number
}

/** Whether two whole words are far by their lengths, or by the letters that one has and the other has not. */
export const areFarByLetters = (one: Spelled, other: Spelled, length: number, allowance: number): boolean => {
  const [ours, theirs] = [one.letters, other.letters]
  const most = (budgetFor(length, allowance) + doubtful) / leastPrice
  return (
    differInLength(one.text, other.text, length, allowance) ||
    setSize(ours & ~theirs & ~cheapLetters) > most ||
    setSize(theirs & ~ours & ~cheapLetters) > most
  )
}

/**
 * Whether so many letters of the reference are not in the other word at all that it is far, whatever their places.
 * `length` is that of the shorter word: what is compared may be no more than the stems.
 */
export const lacksLetters = (reference: number, given: number, length: number, allowance: number = 0): boolean =>
  setSize(reference & ~given & ~cheapLetters) * leastPrice > budgetFor(length, allowance) + doubtful
