/** The words of a question, read when somebody asks for them, and whether a word of an answer is one of them, in whatever form. */
import { normalForm } from "../letters/normal-form.ts"
import { stemRussian } from "../letters/stem-russian.ts"
import { type Token, tokensOfWords, wordsOf } from "./tokens.ts"

const mostWords = 500

const asks = "(?:как(?:ое|ие|им|ими|их)|назовите|эт(?:о|и|им|ими)|замен\\S+|пропу\\S+)"
const called = "(?:назыв|назва|имену|зовут|звал|прозв)"
const when = "(?:раньше|прежде|сейчас|теперь|ныне|сегодня|официально|иначе|народе|просторечии|жаргоне|сленге)"

/** «каким словом», «слово мы заменили», «как теперь называется», «по-латыни»; whoever is asked «одним словом» may take any. */
const afterName = new RegExp(
  [
    `(?:^| )${asks} (?:(?!одним )\\S+ ){0,2}слов(?:о|а|ом|ами)?(?: |$)`,
    String.raw`(?:^| )слов\S* (?:\S+ )?(?:замен|пропу)`,
    `${when} (?:\\S+ )?${called}`,
    `${called}\\S* (?:\\S+ )?${when}`,
    `${called}.* как$`,
    String.raw`(?:как(?:ое|им)|что за|эт(?:о|им)) (?:\S+ )?(?:имя|именем|назван\S+|фамили\S+)(?: |$)`,
    String.raw`насто\S+ (?:имя|имени|имен|фамил)`,
    String.raw` по (?:другому|иному|научному|латыни|\S+ски)(?: |$)`,
    "термин(?:а|ом|у)?(?: |$)",
    "переимен|прозвищ|псевдоним|синоним|сокращ|аббревиатур|расшифр"
  ].join("|")
)

export class QuestionWords {
  readonly #question: string
  #words: ReadonlyArray<string> | undefined
  #line: string | undefined
  #stems: ReadonlySet<string> | undefined

  constructor(question: string) {
    this.#question = question
  }

  get words(): ReadonlyArray<string> {
    return (this.#words ??= wordsOf(normalForm(this.#question), mostWords))
  }

  /** Whether of several names of a thing it is after a certain one. */
  get askForName(): boolean {
    return afterName.test(this.words.join(" "))
  }

  /** A stem begins its word, so the stems of the question are needed only if it has a word that begins so. */
  has(token: Token): boolean {
    const { stem } = token.stem
    const { words } = this
    this.#line ??= ` ${words.join(" ")}`
    if (!this.#line.includes(` ${stem}`)) return false
    // A number may be of several words.
    if (!stem.includes(" ") && !words.some((word) => word.startsWith(stem) && stemRussian(word).stem === stem))
      return false
    this.#stems ??= new Set(tokensOfWords(words).map((word) => word.stem.stem))
    return this.#stems.has(stem)
  }
}
