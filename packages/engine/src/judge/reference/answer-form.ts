/** One wording of the reference, ready to be compared with. */
import { initialsOf } from "../words/abbreviation.ts"
import type { CompiledForm, FormTraits } from "./compiled-form.ts"
import { isHarmless } from "../words/function-words.ts"
import { isOneOf, kindAbbreviations, ofCountries } from "../words/generic-words.ts"
import { joinedToken } from "../words/joined-token.ts"
import type { KnownNames } from "../names/known-names.ts"
import { type Lexicon, noLexicon } from "../words/lexicon.ts"
import { isIndeclinable } from "../agree/match-known.ts"
import { type NameList, nameListOf } from "../names/name-list.ts"
import { normalForm } from "../letters/normal-form.ts"
import { harmlessNames, isCitedSpelling, isInCapitals, isList, isQuoted, properWords } from "./reading-traits.ts"
import { isParticle, surnameOf } from "../names/surname.ts"
import { type Token, tokensOf } from "../words/tokens.ts"

export class AnswerForm {
  readonly shown: string
  readonly normal: string
  readonly traits: FormTraits
  readonly tokens: ReadonlyArray<Token>
  /** The words that must be found; the small ones only if there are no others. */
  readonly required: ReadonlyArray<Token>
  readonly #text: CompiledForm
  readonly #lexicon: Lexicon
  #joined: Token | null | undefined
  #initials: string | null | undefined
  #listed: boolean | undefined
  #proper: ReadonlySet<Token> | undefined
  #core: ReadonlySet<Token> | undefined
  #surname: Token | null | undefined
  #nameList: NameList | null | undefined
  #clauses: ReadonlyArray<ReadonlySet<Token>> | undefined
  #knownKinds: ReadonlySet<string> | undefined
  #authors: ReadonlyArray<string> | undefined
  /** Null for what is not accepted: only as it is written is it known to be wrong. */
  readonly names: KnownNames | null

  constructor(text: CompiledForm, lexicon: Lexicon, names: KnownNames | null) {
    this.#text = text
    this.#lexicon = lexicon
    this.names = names
    this.shown = text.shown
    this.normal = text.normal
    this.traits = text
    this.tokens = withCommonWords(text.reading, tokensOf(text.normal, lexicon))
    const inner = harmlessNames(text.reading)
    const content = this.tokens.filter((token) => !isHarmless(token.text) || inner.has(token.text))
    this.required = content.length > 0 ? content : this.tokens
  }

  /** All letters run together, to compare «авто мобиль» with; null when digits would run together too. */
  get joined(): Token | null {
    if (this.#joined === undefined) this.#joined = joinedToken(this.tokens, this.#lexicon)
    return this.#joined
  }

  get initials(): string | null {
    if (this.#initials === undefined) this.#initials = initialsOf(this.normal)
    return this.#initials
  }

  /** A slip of spelling is forgiven. */
  get typos(): boolean {
    return !isCitedSpelling(this.#text.reading) && !this.isAbbreviation
  }

  /** «НЛО» */
  get isAbbreviation(): boolean {
    return isInCapitals(this.#text.reading) && this.tokens.every(isNeverDeclined)
  }

  get quoted(): boolean {
    return isQuoted(this.#text.reading)
  }

  /** It names several things, and one of them is not an answer. */
  get listed(): boolean {
    return (this.#listed ??= isList(this.#text.reading))
  }

  /** The words of each of its clauses, when a comma or a dash divides it. */
  get clauses(): ReadonlyArray<ReadonlySet<Token>> {
    return (this.#clauses ??= clausesOf(this.#text.reading, this.tokens))
  }

  /** The surname, if the wording names a person and a dictionary can tell. */
  get surname(): Token | null {
    if (this.#surname === undefined) this.#surname = this.#findSurname()
    return this.#surname
  }

  #findSurname(): Token | null {
    const mayBePerson = this.#lexicon !== noLexicon && !this.listed && !this.quoted
    const isName = (token: Token): boolean => this.isProper(token) || isParticle(token.text)
    if (this.names === null || !mayBePerson || !this.required.every(isName) || this.#isPlace(this.names)) return null
    return surnameOf(this.required, this.names, this.#text.reading)
  }

  /** «Лондон» alone is the city, unless the question or the reference tells of a person. */
  #isPlace(names: KnownNames): boolean {
    const [only] = this.required
    if (only === undefined || this.required.length > 1 || this.#lexicon.kinds(only.text).length === 0) return false
    return !names.asksOfPeople && names.beside(only).length === 0
  }

  /** The people named, if they are several and a dictionary can tell. */
  get nameList(): NameList | null {
    if (this.#nameList === undefined) this.#nameList = this.#findNameList()
    return this.#nameList
  }

  #findNameList(): NameList | null {
    const { names } = this
    if (names === null || this.#lexicon === noLexicon || this.quoted || this.required.length < 2) return null
    return nameListOf(
      this.required,
      this.#text.reading,
      (token) => this.isProper(token),
      (token) => names.people(token).length > 0
    )
  }

  /** Written with a capital in the reference where a common word would not be. */
  isProper(token: Token): boolean {
    this.#proper ??= properIn(this.#text, this.tokens)
    return this.#proper.has(token)
  }

  /** With a capital; of a reference in small letters nobody can tell. */
  get isWrittenAsName(): boolean {
    return properWords(this.#text.reading).size > 0
  }

  /** «озеро» for «Байкал», «г.» for «Казань», as far as the dictionary tells. */
  isKind(kind: Token): boolean {
    const words = [kindAbbreviations.get(kind.text) ?? kind.text, ...kind.lemmas.map((lemma) => lemma.word)]
    return words.some((word) => this.#kinds.has(word)) || (this.#kinds.has("страна") && isOneOf(kind, ofCountries))
  }

  /** «Греция» for «Афины»: a town may be said with a country or a continent. */
  liesIn(place: Token): boolean {
    const kinds = place.lemmas.flatMap(({ word }) => this.#lexicon.kinds(word))
    return isTown(this.#kinds) && !kinds.includes("город") && kinds.some((kind) => larger.has(kind))
  }

  /** «СССР», «России»: a place that the dictionary knows. */
  namesPlace(token: Token): boolean {
    return token.lemmas.some(({ word }) => this.#lexicon.kinds(word).length > 0)
  }

  /** Of several words, quoted or an abbreviation: what it is of cannot make another thing of it. */
  get tellsAlone(): boolean {
    return this.required.length > 1 || this.quoted || this.isAbbreviation
  }

  get #kinds(): ReadonlySet<string> {
    const [only] = this.required
    const names =
      only !== undefined && this.required.length === 1
        ? [only.text, ...only.lemmas.map((lemma) => lemma.word)]
        : [this.normal.replaceAll(" ", "-")]
    return (this.#knownKinds ??= new Set(names.flatMap((name) => this.#lexicon.kinds(name))))
  }

  /** The surnames of those who made the well-known work of this title. */
  get authors(): ReadonlyArray<string> {
    return (this.#authors ??= this.#lexicon.authors?.(this.normal) ?? [])
  }

  /** Not one of the [optional] words. */
  isCore(token: Token): boolean {
    this.#core ??= coreIn(this.#text, this.tokens)
    return this.#core.has(token)
  }
}

/** What may be either is listed as both. */
const isTown = (kinds: ReadonlySet<string>): boolean => kinds.has("город") && !kinds.has("страна")
const larger = new Set(["страна", "континент"])

/** Of a word in capitals it tells an abbreviation from a word that is only written so. */
const isNeverDeclined = (token: Token): boolean => token.unheardOf || isIndeclinable(token)

const clauseEnd = /[,;:]\s|\s[–—-]\s/u

/** None when the numbers in it are read otherwise. */
const clausesOf = (reading: string, tokens: ReadonlyArray<Token>): ReadonlyArray<ReadonlySet<Token>> => {
  const lengths = reading.split(clauseEnd).map((clause) => tokensOf(normalForm(clause)).length)
  if (lengths.length < 2 || lengths.reduce((sum, length) => sum + length, 0) !== tokens.length) return []
  let from = 0
  return lengths.map((length) => new Set(tokens.slice(from, (from += length))))
}

/** Where a name would have a capital, what has none is a common word; the first word has one anyway. */
const withCommonWords = (reading: string, tokens: ReadonlyArray<Token>): ReadonlyArray<Token> => {
  if (tokens.every((token, i) => i === 0 || token.common === token)) return tokens
  const capitals = properWords(reading)
  return capitals.size === 0
    ? tokens
    : tokens.map((token, i) => (i === 0 || capitals.has(token.text) ? token : token.common))
}

const properIn = (text: CompiledForm, tokens: ReadonlyArray<Token>): ReadonlySet<Token> => {
  const capitals = properWords(text.reading)
  const allCapital = tokens.every(
    (token) => token.number !== null || capitals.has(token.text) || isHarmless(token.text) || isParticle(token.text)
  )
  return new Set(tokens.filter((token, i) => capitals.has(token.text) && (i > 0 || allCapital)))
}

const coreIn = (text: CompiledForm, tokens: ReadonlyArray<Token>): ReadonlySet<Token> => {
  const core = new Set(tokensOf(normalForm(text.bare)).map((token) => token.text))
  return new Set(tokens.filter((token) => core.has(token.text)))
}
