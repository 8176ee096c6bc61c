/** A written word with all that a comparison asks of it, shared by every place where it stands. */
import type { Agreement } from "./agreement.ts"
import { heardWord } from "../letters/heard-word.ts"
import { type Lemma, type Lexicon, noLexicon } from "./lexicon.ts"
import { lookAlikeOf } from "../letters/look-alikes.ts"
import { meantOf, spelledOneWay } from "./meant-lemmas.ts"
import { romanValue } from "../letters/roman-numerals.ts"
import { isRussianWord, letterSet } from "../letters/russian-letters.ts"
import { isInGroups } from "./same-thing.ts"
import { type StemmedWord, stemRussian } from "../letters/stem-russian.ts"
import { isCyrillicWord, isLatinWord, transliterationKey } from "../letters/transliteration.ts"

/** Letters that stand for one another at the end of a root: «птица» and «птичка», «снег» and «снежный». */
const alternations = new Map(Object.entries({ ч: "к", ц: "к", ж: "г", ш: "х" }))

export const rootLetters = (stem: string): string =>
  [...stem].map((letter) => alternations.get(letter) ?? letter).join("")

/** Letters that look like those a Roman numeral begins with. */
const looksRoman = new Set("мсхі")

/** What few comparisons ask for is found out when one does. */
export class Word {
  readonly text: string
  readonly lexicon: Lexicon
  readonly cyrillic: boolean
  /** How it agrees with others, by the rules that were asked. */
  readonly agreements: Array<Map<Word, Agreement> | undefined> = []
  #twin: string | null | undefined
  #roman: number | null | undefined
  #letters: number | undefined
  #stem: StemmedWord | undefined
  #key: string | undefined
  #stemLetters: number | undefined
  #latin: boolean | undefined
  #heard: string | undefined
  #common: Word | undefined
  #lemmas: ReadonlyArray<Lemma> | undefined
  #meant: ReadonlyArray<Lemma> | undefined
  #meantIds: ReadonlySet<string> | undefined
  #ids: ReadonlyArray<string> | undefined
  #named: boolean | undefined
  #akin: ReadonlySet<string> | undefined
  #stems: ReadonlyArray<string> | undefined
  #spellings: ReadonlyArray<string> | undefined
  #namedOnce: boolean | undefined
  #infinitives: ReadonlyArray<string> | undefined
  #nouns: ReadonlyArray<string> | undefined
  #root: string | undefined

  constructor(text: string, lexicon: Lexicon) {
    this.text = text
    this.lexicon = lexicon
    this.cyrillic = isRussianWord(text) || isCyrillicWord(text)
  }

  /** The same look in the other alphabet. */
  get twin(): string | null {
    if (this.#twin === undefined) this.#twin = lookAlikeOf(this.text)
    return this.#twin
  }

  get roman(): number | null {
    if (this.#roman === undefined) this.#roman = romanValue(this.text) ?? this.#romanTwin()
    return this.#roman
  }

  #romanTwin(): number | null {
    return looksRoman.has(this.text.charAt(0)) && this.twin !== null ? romanValue(this.twin) : null
  }

  /** The set of its letters. */
  get letters(): number {
    return (this.#letters ??= letterSet(this.text))
  }

  get lemmas(): ReadonlyArray<Lemma> {
    return (this.#lemmas ??= this.cyrillic ? this.lexicon.lemmas(this.text) : [])
  }

  /** The same word with a small letter: it names nobody, if it can mean anything else. */
  get common(): Word {
    return (this.#common ??= this.#asCommon())
  }

  #asCommon(): Word {
    const others = this.lemmas.filter(({ name }) => name === null)
    if (others.length === 0 || others.length === this.lemmas.length) return this
    const word = new Word(this.text, this.lexicon)
    word.#lemmas = others
    return word
  }

  get meant(): ReadonlyArray<Lemma> {
    return (this.#meant ??= meantOf(this.lemmas))
  }

  get meantIds(): ReadonlySet<string> {
    return (this.#meantIds ??= new Set(this.meant.map(spelledOneWay)))
  }

  get ids(): ReadonlyArray<string> {
    return (this.#ids ??= this.lemmas.map(spelledOneWay))
  }

  /** Somebody's name is meant. */
  get named(): boolean {
    return (this.#named ??= this.meant.some((lemma) => lemma.name !== null))
  }

  get akin(): ReadonlySet<string> {
    return (this.#akin ??= this.#findAkin())
  }

  /** Nearly the same is meant, as far as the dictionary tells. */
  isAkinTo({ spellings }: Word): boolean {
    const { akin } = this
    return akin.size > 0 && spellings.some((spelling) => akin.has(spelling))
  }

  #findAkin(): ReadonlySet<string> {
    const { akin } = this.lexicon
    return new Set(akin === undefined ? [] : this.meant.flatMap(({ word }) => akin(word)))
  }

  get stem(): StemmedWord {
    return (this.#stem ??= stemRussian(this.text))
  }

  get stemLetters(): number {
    return (this.#stemLetters ??= letterSet(this.stem.stem))
  }

  /** Its own stem, and those of the words that it may be a form of. */
  get stems(): ReadonlyArray<string> {
    return (this.#stems ??= [this.stem.stem, ...this.lemmas.map(({ word }) => stemRussian(word).stem)])
  }

  /** As it is written, and as a dictionary lists it. */
  get spellings(): ReadonlyArray<string> {
    return (this.#spellings ??= [...new Set([this.text, ...this.lemmas.map(({ word }) => word)])])
  }

  /** The verbs that are meant. */
  get infinitives(): ReadonlyArray<string> {
    return (this.#infinitives ??= this.meant.filter(({ kind }) => kind === "verb").map(({ word }) => word))
  }

  /** The nouns that are meant and are nobody's names. */
  get nouns(): ReadonlyArray<string> {
    return (this.#nouns ??= this.meant
      .filter(({ kind, name }) => kind === "noun" && name === null)
      .map(({ word }) => word))
  }

  /** Its stem, with the letters of a root that stand for one another made one. */
  get root(): string {
    return (this.#root ??= rootLetters(this.stem.stem))
  }

  get heard(): string {
    return (this.#heard ??= heardWord(this.text))
  }

  get latin(): boolean {
    return (this.#latin ??= !this.cyrillic && isLatinWord(this.text))
  }

  /** Nothing is listed that says the same in another word. */
  get namedOnce(): boolean {
    return (this.#namedOnce ??= this.akin.size === 0 && !isInGroups(this.spellings))
  }

  get transliteration(): string {
    return (this.#key ??= transliterationKey(this.text))
  }
}

/** The words of a few questions and of what was answered to them. */
const mostKnown = 2_000
/** A longer one is no word that comes again. */
const longestKnown = 40

let known = new WeakMap<Lexicon, Map<string, Word>>()

/** For who tries one judge after another in one process: what the one has found is no word of the next. */
export const forgetWords = (): void => {
  known = new WeakMap()
}

const knownTo = (lexicon: Lexicon): Map<string, Word> => {
  const words = known.get(lexicon) ?? new Map<string, Word>()
  known.set(lexicon, words)
  return words
}

/** An answer is read in many ways and held against many wordings, which have mostly the same words. */
export const wordFor = (text: string, lexicon: Lexicon = noLexicon): Word => {
  if (text.length > longestKnown) return new Word(text, lexicon)
  const words = knownTo(lexicon)
  const before = words.get(text)
  if (before !== undefined) return before
  if (words.size >= mostKnown) words.clear()
  const word = new Word(text, lexicon)
  words.set(text, word)
  return word
}
