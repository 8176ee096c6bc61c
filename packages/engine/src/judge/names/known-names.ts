/** What is known of the names in a reference: which words are names, whose they are, and what the question calls them. */
import { isSure } from "../words/agreement.ts"
import { ofPeople } from "../words/generic-words.ts"
import type { Lexicon, Person } from "../words/lexicon.ts"
import { areOneWord } from "../agree/match-known.ts"
import { matchToken } from "../agree/match-token.ts"
import { normalForm } from "../letters/normal-form.ts"
import type { QuestionWords } from "../words/question-words.ts"
import { type Token, tokensOf, tokensOfWords } from "../words/tokens.ts"
import type { Word } from "../words/word.ts"
import { isNoun } from "../words/word-traits.ts"

export type NameRole = "given" | "patronymic" | "initial" | "none"

const patronymicEnding = /.{3}(?:[ое]вич[ауе]?м?|[ое]вн(?:а|ы|е|у|ой)|иничн(?:а|ы|е|у|ой)|ьич[ауе]?м?)$/
const cyrillicLetter = /^[а-я]$/

export const roleOf = (token: Token): NameRole => {
  if (cyrillicLetter.test(token.text)) return "initial"
  if (isPatronymic(token)) return "patronymic"
  const onlyNames = token.lemmas.every((lemma) => lemma.name !== null)
  return token.lemmas.some((lemma) => lemma.name === "given" && (lemma.base || onlyNames)) ? "given" : "none"
}

/** «Шостакович» is a surname. */
const isPatronymic = ({ lemmas, text, word }: Token): boolean =>
  (patronymicEnding.test(text) || lemmas.some((lemma) => lemma.name === "patronymic")) &&
  word.lexicon.people(text).length === 0

const asking = new Set(
  (
    "какой какая какое какие какого какому каким каком какую какою каких какими который которая которое которого которую " +
    "этот эта это эти этого этому этим этом этой эту этих этими назовите назови напишите укажите вспомните"
  ).split(" ")
)
const askingWhose = new Set("чей чья чье чьи чьего чьей чьему чьим чьем чью чьих чьими".split(" "))
/** «Как звали клоуна?», «Как называется корабль?» */
const naming = new Set(
  (
    "зовут звали зовется звался звалась называют называли назвали называет называл назвал называется называются " +
    "назывался называлась называлось назывались"
  ).split(" ")
)
const called = new Set(["зовут", "звали", "зовется", "звался", "звалась"])
const askingOf = new Set(["чего", "кого"])
/** «какой из этих двух греческих героев» */
const mostBetween = 4

const isTheWord = (asked: Token, said: Token): boolean => areOneWord(asked, said) || isSure(matchToken(asked, said))

/** The first noun after each of the words. */
const nounsAfter = (words: ReadonlySet<string>, tokens: ReadonlyArray<Token>): ReadonlyArray<Token> =>
  tokens.flatMap((word, i) =>
    words.has(word.text) ? (tokens.slice(i + 1, i + 1 + mostBetween).find(isNoun) ?? []) : []
  )

/** What is found of a word is the same for every wording and reading; a number is more than its word. */
const foundOnce = (find: (token: Token) => boolean): ((token: Token) => boolean) => {
  const found = new WeakMap<Word, boolean>()
  return (token) => {
    if (token.number !== null) return find(token)
    const before = found.get(token.word)
    if (before !== undefined) return before
    const fresh = find(token)
    found.set(token.word, fresh)
    return fresh
  }
}

/** «К Пушкину», «Чаплин [и Гитлер]»: without a dot it is no initial. */
const smallWord = /(?<![а-яё])[а-яё](?=\s)/giu

const inBrackets = (text: string): ReadonlyArray<string> => text.match(/(?<=\[)[^[\]]+(?=\])/gu) ?? []

/** The words of the texts that the author of the question wrote, as far as names are concerned. */
export class KnownNames {
  readonly #lexicon: Lexicon
  readonly #texts: ReadonlyArray<string>
  readonly #question: QuestionWords
  #asked: ReadonlyArray<Token> | undefined
  #knownKinds: ReadonlyArray<Token> | undefined
  #knownOwners: ReadonlyArray<Token> | undefined
  #letter: boolean | undefined
  #optional: ReadonlyArray<Token> | undefined
  #written: ReadonlyArray<ReadonlyArray<Token>> | undefined
  #ofPeople: boolean | undefined
  #howCalled: boolean | undefined
  readonly isInQuestion: (token: Token) => boolean
  /** The question has it in the very same form. */
  readonly isSaidSo: (token: Token) => boolean
  /** «Сколько струн у арфы?» counts strings, and no harps. */
  readonly isCounted: (token: Token) => boolean
  /** «Какой греческий герой убил Минотавра?» asks for a hero. */
  readonly asksFor: (token: Token) => boolean
  /** «Какие нормы …?» asks for norms, in so many words. */
  readonly asksSoFor: (token: Token) => boolean
  /** «Чью клятву дают врачи?», «Секрет чего …?» */
  readonly asksWhose: (token: Token) => boolean

  constructor(lexicon: Lexicon, texts: ReadonlyArray<string>, question: QuestionWords) {
    this.#lexicon = lexicon
    this.#texts = texts
    this.#question = question
    this.isInQuestion = foundOnce((token) => this.#questionTokens.some((word) => isSure(matchToken(word, token))))
    this.isSaidSo = foundOnce((token) => this.#questionTokens.some(({ text }) => text === token.text))
    this.isCounted = foundOnce((token) => this.#counted.some((word) => isTheWord(word, token)))
    this.asksFor = foundOnce((token) => this.#kinds.some((word) => isTheWord(word, token)))
    this.asksSoFor = foundOnce((token) => this.#kinds.some((word) => word.text === token.text))
    this.asksWhose = foundOnce((token) => this.#owners.some((word) => isTheWord(word, token)))
  }

  /** The names that the reference itself gives to the bearer of the surname. */
  beside(surname: Token): ReadonlyArray<Token> {
    return this.#writtenWords
      .filter((words) => words.length === 1 || words.some((word) => word.text === surname.text))
      .flatMap((words) => words.filter((word) => word.text !== surname.text && roleOf(word) !== "none"))
  }

  /** Of these only what stands between it and another of the surnames: «Николай» of «Анна Ахматова и Николай Гумилёв». */
  justBefore(surname: Token, surnames: ReadonlySet<string>): ReadonlyArray<Token> {
    return this.#writtenWords.flatMap((words) => {
      const at = words.findIndex(({ text }) => text === surname.text)
      const before = words.slice(0, Math.max(at, 0))
      return before.slice(before.findLastIndex((word) => roleOf(word) === "none" || surnames.has(word.text)) + 1)
    })
  }

  /** One of the wordings is a letter alone: «Ъ», which is «твёрдый знак» too. */
  get nameALetter(): boolean {
    return (this.#letter ??= this.#texts.some((text) => normalForm(text).length === 1))
  }

  /** «остров Рапа-Нуи» where the reference has «[Остров] Пасхи»: what may be said of the answer, and need not. */
  isOptional(token: Token): boolean {
    this.#optional ??= tokensOf(normalForm(this.#texts.flatMap(inBrackets).join(" ")), this.#lexicon)
    return this.#optional.some(({ text }) => text === token.text)
  }

  /** As a dictionary lists it, which need not know its forms: «Кэрролл» of «Кэрролла». */
  bearersOf(surname: string): ReadonlyArray<Person> {
    return this.#lexicon.people(surname)
  }

  people(surname: Token): ReadonlyArray<Person> {
    const listed = surname.lemmas.filter((lemma) => lemma.name !== null).map((lemma) => lemma.word)
    const words = new Set([surname.text, ...listed])
    return [...words].flatMap((word) => this.#lexicon.people(word))
  }

  /** «Сколько серебреников получил Иуда?» */
  get asksHowMany(): boolean {
    return this.#questionTokens.some(({ text }) => text === "сколько")
  }

  /** «Как звали кота?» is answered by a name, and a name is not said otherwise. */
  get asksHowCalled(): boolean {
    return (this.#howCalled ??= this.#questionTokens.some(({ text }, i, words) => {
      return text === "как" && called.has(words[i + 1]?.text ?? "")
    }))
  }

  /** The question speaks of somebody by what he does. */
  get asksOfPeople(): boolean {
    return (this.#ofPeople ??= this.#questionTokens.some((word) => ofPeople.has(word.stem.stem)))
  }

  get #writtenWords(): ReadonlyArray<ReadonlyArray<Token>> {
    return (this.#written ??= this.#texts.map((text) =>
      tokensOf(normalForm(text.replace(smallWord, " ")), this.#lexicon)
    ))
  }

  get #questionTokens(): ReadonlyArray<Token> {
    return (this.#asked ??= tokensOfWords(this.#question.words, this.#lexicon))
  }

  get #counted(): ReadonlyArray<Token> {
    return this.#questionTokens.filter((_, i, words) => words[i - 1]?.text === "сколько")
  }

  get #kinds(): ReadonlyArray<Token> {
    return (this.#knownKinds ??= [
      ...nounsAfter(asking, this.#questionTokens),
      ...nounsAfter(naming, this.#questionTokens)
    ])
  }

  get #owners(): ReadonlyArray<Token> {
    return (this.#knownOwners ??= [
      ...nounsAfter(askingWhose, this.#questionTokens),
      ...this.#questionTokens.filter((token, i, words) => askingOf.has(words[i + 1]?.text ?? "") && isNoun(token))
    ])
  }

  isCalled(given: Token, name: string): boolean {
    return tokensOf(name, this.#lexicon).some((token) => isSure(matchToken(token, given)))
  }
}
