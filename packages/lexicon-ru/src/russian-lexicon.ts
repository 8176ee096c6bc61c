/** The dictionary of OpenCorpora as the judge asks it: which words a written word may be a form of. */
import type { Lemma, Lexicon } from "@znatoki/engine"
import { readDictionary } from "./dictionary.ts"

const load = (): Lexicon => {
  const { graph, paradigms, tags } = readDictionary()
  return {
    lemmas: (word) => {
      const found = new Map<string, Lemma>()
      for (const { form, paradigm } of graph.find(word)) {
        const tag = tags[paradigms.tagAt(paradigm, form)]
        if (tag === undefined || tag.mistaken) continue
        const text = tag.name === "patronymic" ? word : paradigms.baseOf(paradigm, form, word)
        if (tag.abbreviation && word.length < text.length) continue
        const id = `${text} ${tag.family}`
        const base = text === word && tag.base
        const known = found.get(id)
        if (known === undefined || (base && !known.base)) found.set(id, { id, word: text, base, ...tag.lemma })
      }
      return [...found.values()]
    }
  }
}

let loaded: Lexicon | undefined

/** One for the whole process, read from its files by the first who asks: about 7 MB. */
export const russianLexicon = (): Lexicon => (loaded ??= load())
