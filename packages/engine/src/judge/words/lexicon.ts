/** What a dictionary of word forms tells the judge; without one it judges by stems and by the letters alone. */

/** A word of the dictionary that a written word may be a form of. */
export interface Lemma {
  /** The same for all forms of the word, another for every other word. */
  readonly id: string
  /** The form that a dictionary lists. */
  readonly word: string
  /** It was written in that form. */
  readonly base: boolean
  readonly kind: "noun" | "adjective" | "verb" | "other"
  readonly name: "given" | "patronymic" | "surname" | null
  readonly indeclinable: boolean
  /** Of a person or an animal. */
  readonly animate: boolean
}

/** Somebody known by a surname: small letters, «е» for «ё». */
export interface Person {
  /** Every word of the given name, and of its other spellings. */
  readonly given: ReadonlyArray<string>
  readonly patronymic: string | null
  /** Somebody else is meant by the surname alone. */
  readonly lesser?: boolean
}

export interface Lexicon {
  /**
   * Every word that `word` may be a form of; none when the dictionary does not know it. `word` is in lower case, with «е» for «ё».
   * Pure and total: the same answer for the same word, whatever it holds.
   */
  readonly lemmas: (word: string) => ReadonlyArray<Lemma>
  /** What a well-known thing of that name is: «озеро» for «байкал»; none when it is none. */
  readonly kinds: (name: string) => ReadonlyArray<string>
  /** Well-known bearers of the surname; none when there are none, or when it is no surname. */
  readonly people: (surname: string) => ReadonlyArray<Person>
  /** The surnames of those who made the well-known work of that title, as words without signs: «пушкин» for «капитанская дочка». */
  readonly authors?: (title: string) => ReadonlyArray<string>
  /** Other words, as a dictionary lists them, that people write for that one: «призрак» for «тень». */
  readonly akin?: (word: string) => ReadonlyArray<string>
  /**
   * What else the thing of that name is called, as right as the name: «вне игры» for «офсайд». `phrase` is a whole answer in small
   * letters, with «е» for «ё» and its words divided by single spaces; it may stand in any case. The names are written alike.
   */
  readonly otherNames?: (phrase: string) => ReadonlyArray<string>
  /** What it is called by many, though it may be more, less or another: whether that will do is for people to decide. */
  readonly nearNames?: (phrase: string) => ReadonlyArray<string>
}

export const noLexicon: Lexicon = { lemmas: () => [], kinds: () => [], people: () => [] }
