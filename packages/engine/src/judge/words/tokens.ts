/** The words of a normal form, each at its place. */
import { type Lemma, type Lexicon, noLexicon } from "./lexicon.ts"
import { inOneAlphabet } from "../letters/look-alikes.ts"
import { isEndingAlone, numberAt, type NumberValue } from "./numbers.ts"
import { romanValue } from "../letters/roman-numerals.ts"
import type { StemmedWord } from "../letters/stem-russian.ts"
import { type Word, wordFor } from "./word.ts"

/** A word at its place. */
export class Token {
  readonly text: string
  readonly number: NumberValue | null
  readonly word: Word

  constructor(word: Word, number: NumberValue | null) {
    this.word = word
    this.text = word.text
    this.number = number
  }

  /** «грехов» inside «семь грехов», which is no surname there. */
  get common(): Token {
    const { common } = this.word
    return common === this.word ? this : new Token(common, this.number)
  }

  /** The same look in the other alphabet. */
  get twin(): string | null {
    return this.word.twin
  }

  /** Written in Cyrillic letters alone: only such a word has forms and slips. */
  get cyrillic(): boolean {
    return this.word.cyrillic
  }

  get roman(): number | null {
    return this.word.roman
  }

  /** The set of its letters. */
  get letters(): number {
    return this.word.letters
  }

  /** What the dictionary takes it for; none when there is no dictionary, or when it does not know the word. */
  get lemmas(): ReadonlyArray<Lemma> {
    return this.word.lemmas
  }

  /** Of these what an answer is written for. */
  get meant(): ReadonlyArray<Lemma> {
    return this.word.meant
  }

  get meantIds(): ReadonlySet<string> {
    return this.word.meantIds
  }

  get ids(): ReadonlyArray<string> {
    return this.word.ids
  }

  /** Nearly the same is meant, as far as the dictionary tells. */
  isAkinTo({ word }: Token): boolean {
    return this.word.isAkinTo(word)
  }

  /** A dictionary was asked and does not know the word. */
  get unheardOf(): boolean {
    return this.word.lexicon !== noLexicon && this.lemmas.length === 0
  }

  get stem(): StemmedWord {
    return this.word.stem
  }

  /** The set of the letters of its stem. */
  get stemLetters(): number {
    return this.word.stemLetters
  }

  /** As it is heard. */
  get heard(): string {
    return this.word.heard
  }

  get latin(): boolean {
    return this.word.latin
  }

  get transliteration(): string {
    return this.word.transliteration
  }
}

/** More words than any answer has; the rest are not read. */
const mostTokens = 80

const abbreviations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    руб: "рублей",
    коп: "копеек",
    km: "километров",
    kg: "килограммов",
    cm: "сантиметров",
    км: "километров",
    кг: "килограммов",
    кило: "килограммов",
    см: "сантиметров",
    мм: "миллиметров",
    мл: "миллилитров",
    гр: "граммов",
    мин: "минут",
    сек: "секунд",
    дн: "дней",
    мес: "месяцев",
    чел: "человек",
    долл: "долларов"
  })
)

const wordOf = (word: string): string => abbreviations.get(word) ?? inOneAlphabet(word)

/** The words of a normal form, each in one alphabet and in full. */
export const wordsOf = (normal: string, most: number = mostTokens): ReadonlyArray<string> => {
  if (normal === "") return []
  const words = normal.split(" ").slice(0, most)
  return words.map((word, i) => wordAfter(words[i - 1] ?? "", word, words[i + 1]))
}

/** «1961 г», «100 р»: one letter is a unit only after a figure. */
const units = new Map(Object.entries({ г: "год", р: "рублей", м: "метров", ч: "часов", т: "тонн", л: "литров" }))

const wordAfter = (before: string, word: string, after: string | undefined): string => {
  if (word === "в" && (after === undefined || after === "до") && isCentury(before)) return "век"
  const unit = units.get(word)
  return unit !== undefined && /^\d/.test(before) ? unit : wordOf(word)
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
    const token = new Token(wordFor(text, lexicon), found?.value ?? null)
    tokens.push(token)
    at += length
    // «XX-й»
    if (isEndingAlone(words[at] ?? "") && token.roman !== null) at += 1
  }
  return tokens
}

export const tokensOf = (normal: string, lexicon: Lexicon = noLexicon): ReadonlyArray<Token> =>
  tokensOfWords(wordsOf(normal), lexicon)
