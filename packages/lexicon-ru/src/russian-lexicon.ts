/** The dictionary of OpenCorpora as the judge asks it: which words a written word may be a form of. */
import type { Lemma, Lexicon } from "@znatoki/engine"
import { akinTo } from "./akin.ts"
import { type Dictionary, readDictionary } from "./dictionary.ts"
import { kindsOf } from "./kinds.ts"
import { authorsOf } from "./known-works.ts"
import { otherNamesWith } from "./other-names.ts"
import { fullNamesOf, knownName, peopleNamed } from "./people.ts"
import { warmUp } from "./warm-up.ts"
import type { Inflected } from "./word-graph.ts"

/** Null for what is listed without being a word: a misspelling, and a word cut short, as «в.» is of «век». */
const lemmaOf = ({ paradigms, tags }: Dictionary, word: string, { form, paradigm }: Inflected): Lemma | null => {
  const tag = tags.at(paradigms.tagAt(paradigm, form))
  if (tag === undefined || tag.mistaken) return null
  const text = tag.name === "patronymic" ? word : paradigms.baseOf(paradigm, form, word)
  if (tag.abbreviation && word.length < text.length) return null
  // The dictionary lists «Иванова» under «Иванов», and yet she is called so.
  const isListed = text === word || tag.family === "surname femn"
  return { id: `${text} ${tag.family}`, word: text, base: isListed && tag.base, ...tag.lemma }
}

/** What any place may be called. */
const placeKinds = ["город", "страна", "государство"]

/** A name of a place that is nobody's name too: «Чехов» is a town. */
const isPlace = ({ graph, paradigms, tags }: Dictionary, word: string): boolean => {
  const read = graph.find(word).map(({ form, paradigm }) => tags.at(paradigms.tagAt(paradigm, form)))
  return read.some((tag) => tag?.place === true && tag.base) && read.every((tag) => tag?.name === null)
}

const lemmasIn = (dictionary: Dictionary, word: string): ReadonlyArray<Lemma> => {
  const lemmas: Array<Lemma> = []
  for (const inflected of dictionary.graph.find(word)) {
    const lemma = lemmaOf(dictionary, word, inflected)
    if (lemma === null) continue
    // Of many forms that are spelled alike the listed one stays; there are few, so they are looked through.
    const at = lemmas.findIndex(({ id }) => id === lemma.id)
    if (at < 0) lemmas.push(lemma)
    else if (lemmas[at]?.base !== true) lemmas[at] = lemma
  }
  lemmas.push(...fullNamesOf(word))
  const name = knownName(word)
  if (name === undefined || lemmas.some((lemma) => lemma.name === name.name)) return lemmas
  return [...lemmas, name]
}

const kindsIn = (dictionary: Dictionary, name: string): ReadonlyArray<string> => {
  const listed = kindsOf(name)
  return listed.length === 0 && isPlace(dictionary, name) ? placeKinds : listed
}

/** The words of a few questions: an answer is read in many ways, and each asks for the same words. */
const mostRemembered = 2_000

const remembered = <A>(find: (word: string) => A): ((word: string) => A) => {
  const known = new Map<string, A>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    if (known.size >= mostRemembered) known.clear()
    const found = find(word)
    known.set(word, found)
    return found
  }
}

const load = (): Lexicon => {
  const dictionary = readDictionary()
  const lemmas = remembered((word: string) => lemmasIn(dictionary, word))
  return {
    lemmas,
    kinds: remembered((name) => kindsIn(dictionary, name)),
    people: peopleNamed,
    authors: authorsOf,
    akin: akinTo,
    ...otherNamesWith(lemmas)
  }
}

const loadWarm = (): Lexicon => {
  const lexicon = load()
  warmUp(lexicon)
  return lexicon
}

let loaded: Lexicon | undefined

/** One for the whole process, read from its files by the first who asks: about 7 MB. */
export const russianLexicon = (): Lexicon => (loaded ??= loadWarm())
