/** The stem of a Russian word by the Snowball algorithm, with the kind of ending that was taken off. */
import { isRussianLetter, letterBit, letterIndex, letterSet } from "./russian-letters.ts"

/** What the taken ending says of the word; "none" when nothing was taken. */
type EndingKind = "none" | "noun" | "adjective" | "verb" | "gerund"

export interface StemmedWord {
  readonly stem: string
  readonly kind: EndingKind
  /** Letters taken off the word by the main step. */
  readonly ending: string
}

interface Ending {
  readonly text: string
  /** It counts only after «а» or «я». */
  readonly afterA: boolean
}

/** By their last letter; of those that end alike the longer stands first. */
type Endings = ReadonlyArray<ReadonlyArray<Ending>>

const split = (list: string, afterA: boolean): ReadonlyArray<Ending> =>
  list === "" ? [] : list.split(" ").map((text) => ({ text, afterA }))

const endings = (always: string, afterA: string = ""): Endings => {
  const byLast: Array<Array<Ending>> = Array.from({ length: 32 }, () => [])
  for (const ending of [...split(always, false), ...split(afterA, true)]) {
    byLast[letterIndex(ending.text.charCodeAt(ending.text.length - 1))]?.push(ending)
  }
  return byLast
}

const perfectiveGerund = endings("ив ивши ившись ыв ывши ывшись", "в вши вшись")
const adjective = endings("ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею")
const participle = endings("ивш ывш ующ", "ем нн вш ющ щ")
const reflexive = endings("ся сь")
const verb = endings(
  "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю",
  "ла на ете йте ли й л ем н ло нно но ет ют ны ть ешь"
)
const noun = endings(
  "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я"
)
const derivational = endings("ост ость")
const superlative = endings("ейш ейше")

const vowels = letterSet("аеиоуыэюя")
const letterA = "а".charCodeAt(0)
const letterYa = "я".charCodeAt(0)
const letterI = "и".charCodeAt(0)
const letterN = "н".charCodeAt(0)
const softSign = "ь".charCodeAt(0)

const isVowel = (code: number): boolean => isRussianLetter(code) && (vowels & letterBit(code)) !== 0

/** The last letters are known to be the same. */
const hasEnding = (word: string, end: number, { afterA, text }: Ending): boolean => {
  const start = end - text.length
  for (let at = text.length - 2; at >= 0; at--) {
    if (word.charCodeAt(start + at) !== text.charCodeAt(at)) return false
  }
  if (!afterA) return true
  const before = word.charCodeAt(start - 1)
  return before === letterA || before === letterYa
}

/** Where the longest ending of the list starts that lies wholly between `from` and `end`; `end` when there is none. */
const cutAt = (word: string, from: number, end: number, list: Endings): number => {
  for (const ending of list[letterIndex(word.charCodeAt(end - 1))] ?? []) {
    const room = end - from - (ending.afterA ? 1 : 0)
    if (ending.text.length <= room && hasEnding(word, end, ending)) return end - ending.text.length
  }
  return end
}

/** Where the part after the next «vowel, consonant» begins. */
const afterPair = (word: string, from: number): number => {
  for (let at = from + 1; at < word.length; at++) {
    if (isVowel(word.charCodeAt(at - 1)) && !isVowel(word.charCodeAt(at))) return at + 1
  }
  return word.length
}

const afterFirstVowel = (word: string): number => {
  for (let at = 0; at < word.length; at++) if (isVowel(word.charCodeAt(at))) return at + 1
  return word.length
}

/** What the main step takes off: the letters between two places of the word. */
interface Inflection {
  readonly stemEnd: number
  readonly from: number
  readonly to: number
  readonly kind: EndingKind
}

const inflectionOf = (word: string, rv: number): Inflection => {
  const gerund = cutAt(word, rv, word.length, perfectiveGerund)
  if (gerund < word.length) return { stemEnd: gerund, from: gerund, to: word.length, kind: "gerund" }
  const to = cutAt(word, rv, word.length, reflexive)
  const adjectival = cutAt(word, rv, to, adjective)
  if (adjectival < to) {
    return { stemEnd: cutAt(word, rv, adjectival, participle), from: adjectival, to, kind: "adjective" }
  }
  const verbal = cutAt(word, rv, to, verb)
  if (verbal < to) return { stemEnd: verbal, from: verbal, to, kind: "verb" }
  const nominal = cutAt(word, rv, to, noun)
  return { stemEnd: nominal, from: nominal, to, kind: nominal === to ? "none" : "noun" }
}

/** Expects lower case with ё already written as е. */
export const stemRussian = (word: string): StemmedWord => {
  const rv = afterFirstVowel(word)
  if (rv >= word.length) return { stem: word, kind: "none", ending: "" }
  const { from, kind, stemEnd, to } = inflectionOf(word, rv)
  const endsInI = stemEnd > rv && word.charCodeAt(stemEnd - 1) === letterI
  const second = endsInI ? stemEnd - 1 : stemEnd
  const third = cutAt(word, afterPair(word, afterPair(word, 0)), second, derivational)
  return {
    stem: word.slice(0, tidyEnd(word, rv, third)),
    kind,
    ending: (endsInI ? "и" : "") + word.slice(from, to)
  }
}

const endsInDoubledN = (word: string, end: number): boolean =>
  word.charCodeAt(end - 1) === letterN && word.charCodeAt(end - 2) === letterN

const tidyEnd = (word: string, rv: number, end: number): number => {
  if (endsInDoubledN(word, end)) return end - 1
  const plain = cutAt(word, rv, end, superlative)
  if (plain < end) return endsInDoubledN(word, plain) ? plain - 1 : plain
  return word.charCodeAt(end - 1) === softSign ? end - 1 : end
}
