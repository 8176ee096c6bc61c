/** Pairs made from the dictionary by rule: a noun and another word that is nearly it, a noun and each of its own forms. */
import { readDictionary } from "../src/dictionary.ts"
import { russianLexicon } from "../src/russian-lexicon.ts"
import { commonNouns } from "./common-nouns.ts"
import type { Pair } from "./read-corpora.ts"

const letters = [..."абвгдежзийклмнопрстуфхцчшщъыьэюя"]
const mostApart = 2

/** All that is one letter from the word: one less, one other, one more, two swapped. */
const neighboursOf = (word: string): ReadonlyArray<string> => {
  const found: Array<string> = []
  for (let at = 0; at <= word.length; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)]
    if (tail !== "") found.push(head + tail.slice(1))
    if (tail.length > 1) found.push(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2))
    for (const letter of letters) found.push(head + letter + tail, head + letter + tail.slice(1))
  }
  return [...new Set(found)].filter((each) => each !== word && each !== "")
}

const editsBetween = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one.charAt(i - 1) === other.charAt(j - 1) ? 0 : 1
      next.push(Math.min((row[j - 1] ?? 0) + same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}

const { graph, paradigms, tags } = readDictionary()

/** The forms of every noun that the word may be, names aside. */
const nounFormsOf = (word: string): ReadonlyArray<string> => {
  const forms = graph.find(word).flatMap(({ form, paradigm }) => {
    const tag = tags.at(paradigms.tagAt(paradigm, form))
    return tag?.lemma.kind === "noun" && tag.name === null && !tag.mistaken
      ? paradigms.formsOf(paradigm, form, word)
      : []
  })
  return [...new Set(forms)]
}

const idsOf = (word: string): ReadonlySet<string> =>
  new Set(
    russianLexicon()
      .lemmas(word)
      .map((lemma) => lemma.id)
  )

const pair = (reference: string, given: string, kind: "different" | "form"): Pair => ({
  question: { answer: reference.charAt(0).toUpperCase() + reference.slice(1), accepted: [], rejected: [] },
  given,
  expect: kind === "form" ? "accept" : "reject",
  kind,
  origin: `made by rule (${kind}): ${reference}`
})

const differentFrom = (noun: string): ReadonlyArray<Pair> => {
  const ids = idsOf(noun)
  const others = neighboursOf(noun).flatMap(nounFormsOf)
  return [...new Set(others)]
    .filter((other) => [...idsOf(other)].every((id) => !ids.has(id)) && editsBetween(noun, other) <= mostApart)
    .map((other) => pair(noun, other, "different"))
}

/** The forms of the noun as a dictionary lists it, and of no other noun that is spelled like one of its forms. */
const formsOf = (noun: string): ReadonlyArray<Pair> => {
  const own = nounFormsOf(noun).filter((form) => idsOf(form).has(`${noun} noun`))
  return own.filter((form) => form !== noun).map((form) => pair(noun, form, "form"))
}

export const madePairs = (): ReadonlyArray<Pair> =>
  commonNouns.flatMap((noun) => [...differentFrom(noun), ...formsOf(noun)])
