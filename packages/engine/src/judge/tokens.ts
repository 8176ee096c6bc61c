/** The words of a normal form, each with all that a comparison asks of it. */
import { heardWord } from "./heard-word.ts"
import { type Lemma, type Lexicon, noLexicon } from "./lexicon.ts"
import { inOneAlphabet, lookAlikeOf } from "./look-alikes.ts"
import { meantOf, spelledOneWay } from "./meant-lemmas.ts"
import { isEndingAlone, numberAt, type NumberValue } from "./numbers.ts"
import { romanValue } from "./roman-numerals.ts"
import { isRussianWord, letterSet } from "./russian-letters.ts"
import { type StemmedWord, stemRussian } from "./stem-russian.ts"
import { isCyrillicWord, isLatinWord, transliterationKey } from "./transliteration.ts"

/** A word; what few comparisons ask for is found out when one does. */
export class Token {
  readonly text: string
  readonly number: NumberValue | null
  /** The same look in the other alphabet. */
  readonly twin: string | null
  /** Written in Cyrillic letters alone: only such a word has forms and slips. */
  readonly cyrillic: boolean
  readonly roman: number | null
  /** The set of its letters. */
  readonly letters: number
  #stem: StemmedWord | undefined
  #key: string | undefined
  #stemLetters: number | undefined
  #latin: boolean | undefined
  #heard: string | undefined
  readonly #lexicon: Lexicon
  #lemmas: ReadonlyArray<Lemma> | undefined
  #meant: ReadonlyArray<Lemma> | undefined
  #meantIds: ReadonlySet<string> | undefined
  #ids: ReadonlyArray<string> | undefined
  #akin: ReadonlySet<string> | undefined

  constructor(text: string, number: NumberValue | null, lexicon: Lexicon = noLexicon) {
    this.#lexicon = lexicon
    this.text = text
    this.number = number
    this.cyrillic = isRussianWord(text) || isCyrillicWord(text)
    this.twin = lookAlikeOf(text)
    this.roman = romanValue(text) ?? (this.twin === null ? null : romanValue(this.twin))
    this.letters = letterSet(text)
  }

  /** What the dictionary takes it for; none when there is no dictionary, or when it does not know the word. */
  get lemmas(): ReadonlyArray<Lemma> {
    return (this.#lemmas ??= this.cyrillic ? this.#lexicon.lemmas(this.text) : [])
  }

  /** Of these what an answer is written for. */
  get meant(): ReadonlyArray<Lemma> {
    return (this.#meant ??= meantOf(this.lemmas))
  }

  get meantIds(): ReadonlySet<string> {
    return (this.#meantIds ??= new Set(this.meant.map(spelledOneWay)))
  }

  get ids(): ReadonlyArray<string> {
    return (this.#ids ??= this.lemmas.map(spelledOneWay))
  }

  /** Nearly the same is meant, as far as the dictionary tells. */
  isAkinTo({ lemmas, text }: Token): boolean {
    this.#akin ??= this.#findAkin()
    const akin = this.#akin
    return akin.size > 0 && (akin.has(text) || lemmas.some(({ word }) => akin.has(word)))
  }

  #findAkin(): ReadonlySet<string> {
    const { akin } = this.#lexicon
    return new Set(akin === undefined ? [] : this.meant.flatMap(({ word }) => akin(word)))
  }

  /** A dictionary was asked and does not know the word. */
  get unheardOf(): boolean {
    return this.#lexicon !== noLexicon && this.lemmas.length === 0
  }

  get stem(): StemmedWord {
    return (this.#stem ??= stemRussian(this.text))
  }

  /** The set of the letters of its stem. */
  get stemLetters(): number {
    return (this.#stemLetters ??= letterSet(this.stem.stem))
  }

  /** As it is heard. */
  get heard(): string {
    return (this.#heard ??= heardWord(this.text))
  }

  get latin(): boolean {
    return (this.#latin ??= !this.cyrillic && isLatinWord(this.text))
  }

  get transliteration(): string {
    return (this.#key ??= transliterationKey(this.text))
  }
}

/** More words than any answer has; the rest are not read. */
const mostTokens = 80

const abbreviations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    руб: "рублей",
    коп: "копеек",
    км: "километров",
    кг: "килограммов",
    см: "сантиметров",
    мм: "миллиметров",
    мл: "миллилитров",
    гр: "граммов",
    мин: "минут",
    сек: "секунд"
  })
)
const longestAbbreviation = 3

const wordOf = (word: string): string =>
  (word.length <= longestAbbreviation ? abbreviations.get(word) : undefined) ?? inOneAlphabet(word)

/** The words of a normal form, each in one alphabet and in full. */
export const wordsOf = (normal: string, most: number = mostTokens): ReadonlyArray<string> => {
  if (normal === "") return []
  const words = normal.split(" ").slice(0, most)
  return words.map((word, i) =>
    word.length === 1 && i > 0 ? unitAfter(words[i - 1] ?? "", word, words[i + 1]) : wordOf(word)
  )
}

/** «1961 г», «100 р»: one letter is a unit only after a figure. */
const units = new Map(Object.entries({ г: "год", р: "рублей", м: "метров", ч: "часов", т: "тонн", л: "литров" }))

const unitAfter = (before: string, letter: string, after: string | undefined): string => {
  if (letter === "в" && (after === undefined || after === "до") && isCentury(before)) return "век"
  return (/^\d/.test(before) ? units.get(letter) : undefined) ?? wordOf(letter)
}

/** «19 в.», «II в. до нашей эры». */
const isCentury = (word: string): boolean => /^\d/.test(word) || romanValue(word) !== null

/** Words that make one number make one token. */
export const tokensOfWords = (words: ReadonlyArray<string>, lexicon: Lexicon = noLexicon): ReadonlyArray<Token> => {
  const tokens: Array<Token> = []
  for (let at = 0; at < words.length;) {
    const found = numberAt(words, at)
    const length = found?.length ?? 1
    // Of nearly every word; slicing and joining one would take as long as all the rest.
    const text = length === 1 ? (words[at] ?? "") : words.slice(at, at + length).join(" ")
    const token = new Token(text, found?.value ?? null, lexicon)
    tokens.push(token)
    at += length
    // «XX-й»
    if (token.roman !== null && isEndingAlone(words[at] ?? "")) at += 1
  }
  return tokens
}

export const tokensOf = (normal: string, lexicon: Lexicon = noLexicon): ReadonlyArray<Token> =>
  tokensOfWords(wordsOf(normal), lexicon)
