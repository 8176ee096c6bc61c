/** A dictionary of the few words that a test asks for, written as a list. */
import type { Lemma } from "../../src/judge/words/lexicon.ts"

/** Words, each with its forms after a slash, if it has any here; beside them what else they are than nouns for things. */
export type ListedWords = ReadonlyArray<readonly [words: string, traits: Partial<Lemma>]>

const thing = { kind: "noun", animate: false, name: null, indeclinable: false } as const

export const lemmasIn =
  (listed: ListedWords) =>
  (text: string): ReadonlyArray<Lemma> =>
    listed.flatMap(([words, traits]) =>
      words.split(" ").flatMap((entry) => {
        const [word = entry, ...forms] = entry.split("/")
        if (word !== text && !forms.includes(text)) return []
        const id = `${word} ${traits.name ?? traits.kind ?? thing.kind}`
        return [{ ...thing, ...traits, id, word, base: word === text }]
      })
    )
