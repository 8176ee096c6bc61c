/** Who bears a surname, and which words are names though the dictionary lists them as none. */
import type { Lemma, Person } from "@znatoki/engine"
import { knownPeople } from "./known-people.ts"

const folded = (text: string): string => text.toLowerCase().replaceAll("ё", "е")

/** Of «Римский-Корсаков» the last part is what answers are told by. */
const partsOf = (names: string): ReadonlyArray<string> => names.split(/[-/]/u)

const read = () => {
  const people = new Map<string, Array<Person>>()
  const lemmas = new Map<string, Lemma>()
  const name = (word: string, kind: "given" | "surname"): void => {
    lemmas.set(word, { id: `${word} ${kind} masc`, word, base: true, kind: "noun", name: kind, indeclinable: false })
  }
  for (const line of folded(knownPeople).trim().split("\n")) {
    const [surnames = "", given = "", patronymic] = line.split(" ")
    const surname = partsOf(surnames).at(-1) ?? ""
    people.set(surname, [...(people.get(surname) ?? []), { given: partsOf(given), patronymic: patronymic ?? null }])
    for (const word of partsOf(given)) name(word, "given")
    if (!lemmas.has(surname)) name(surname, "surname")
  }
  return { people, lemmas }
}

const known = read()

export const peopleNamed = (surname: string): ReadonlyArray<Person> => known.people.get(surname) ?? []

/** «Лев», «Жюль», «Родари»: whoever is known by a name makes a name of it. */
export const knownName = (word: string): Lemma | undefined => known.lemmas.get(word)
