/** What else a thing is called, asked by a whole answer in whatever case: «офсайд» for «в положении вне игры». */
import type { Lemma } from "@znatoki/engine"
import { nearlyCalled } from "./nearly-called.ts"
import { surelyCalled } from "./surely-called.ts"

type LemmasOf = (word: string) => ReadonlyArray<Lemma>

/** No name is longer. */
const mostWords = 12
const divider = "; "

/** What an answer may begin with before the name: «в офсайде», «он ослеп». */
const beginnings = new Set("в во за из к ко на о об он она они оно от по с со у".split(" "))

const initialLetters = 3

/** What a name has in every case: of one word its first letters, of several the first of each. */
const lettersOf = (name: string): string => {
  let space = name.indexOf(" ")
  if (space < 0) return name.slice(0, initialLetters)
  let letters = `${name.charAt(0)} `
  for (; space >= 0; space = name.indexOf(" ", space + 1)) letters += name.charAt(space + 1)
  return letters
}

/** Only put in order when the dictionary is loaded; few of the lines are ever taken apart. */
class Names {
  readonly #lines = new Map<string, string>()
  readonly #byLetters = new Map<string, Array<string>>()
  readonly #lemmas: LemmasOf

  constructor(list: string, lemmas: LemmasOf) {
    this.#lemmas = lemmas
    for (const line of list.trim().split("\n")) for (const name of line.split(divider)) this.#add(name, line)
  }

  #add(name: string, line: string): void {
    const known = this.#lines.get(name)
    this.#lines.set(name, known === undefined ? line : known + divider + line)
    if (known !== undefined) return
    const letters = lettersOf(name)
    const alike = this.#byLetters.get(letters)
    if (alike === undefined) this.#byLetters.set(letters, [name])
    else alike.push(name)
  }

  of(phrase: string): ReadonlyArray<string> {
    const words = phrase.split(" ")
    if (words.length > mostWords) return []
    const [first = "", ...rest] = words
    const found = this.#find(words)
    return found.length > 0 || rest.length === 0 || !beginnings.has(first) ? found : this.#find(rest)
  }

  #find(words: ReadonlyArray<string>): ReadonlyArray<string> {
    const phrase = words.join(" ")
    if (this.#lines.has(phrase)) return this.#othersOf(phrase)
    const alike = this.#byLetters.get(lettersOf(phrase)) ?? []
    return alike.filter((name) => this.#isForm(words, name.split(" "))).flatMap((name) => this.#othersOf(name))
  }

  #othersOf(name: string): ReadonlyArray<string> {
    const names = new Set(this.#lines.get(name)?.split(divider))
    names.delete(name)
    return [...names]
  }

  #isForm(words: ReadonlyArray<string>, name: ReadonlyArray<string>): boolean {
    const [only = "", second] = words
    if (second === undefined) return this.#isFormOfListed(only, name[0] ?? "")
    return words.every((word, at) => {
      const ids = new Set(this.#lemmas(name[at] ?? "").map(({ id }) => id))
      return word === name[at] || this.#lemmas(word).some(({ id }) => ids.has(id))
    })
  }

  /** One word alone that a dictionary lists itself («вина») is no form of another; nor is «кубов» of «Куба», which is spelled as «куба». */
  #isFormOfListed(word: string, name: string): boolean {
    const listed = new Set(this.#lemmas(name).flatMap(({ base, id }) => (base ? [id] : [])))
    const lemmas = this.#lemmas(word)
    return lemmas.some(({ id }) => listed.has(id)) && lemmas.every(({ base, id }) => !base || listed.has(id))
  }
}

export interface OtherNames {
  readonly otherNames: (phrase: string) => ReadonlyArray<string>
  readonly nearNames: (phrase: string) => ReadonlyArray<string>
}

export const otherNamesWith = (lemmas: LemmasOf): OtherNames => {
  const surely = new Names(surelyCalled, lemmas)
  const nearly = new Names(nearlyCalled, lemmas)
  return { otherNames: (phrase) => surely.of(phrase), nearNames: (phrase) => nearly.of(phrase) }
}
