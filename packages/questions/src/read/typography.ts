/** Letters and signs as they are set in packs: «ёлочки», the dash, the stress as a sign of its own. */

/** ` - `, ` -- ` and ` – ` are dashes. */
const dashes = (text: string): string =>
  text.replaceAll(/(?<=[^\s]) (?:-{1,2}|–) (?=\S)/g, " — ").replaceAll(/^(?:-{1,2}|–) (?=\S)/gm, "— ")

const latin = new Map([
  ["á", "а"],
  ["é", "е"],
  ["ó", "о"],
  ["ý", "у"],
  ["à", "а"],
  ["è", "е"],
  ["ò", "о"]
])

/** «МосквА», «ВИнни»: a capital vowel in the midst of a word that is not all capitals. */
const capitalVowel = /(?<=[а-яё])(?<!(?<!\p{L})Мак)[АОУЫЭЯЕЮИ](?![А-ЯЁ])|(?<=(?<!\p{L})[А-ЯЁ])[АОУЫЭЯЕЮИ](?=[а-яё])/gu
/** «Москвá»: an accented Latin letter among Cyrillic ones. */
const latinVowel = /(?<=[а-яё])[áéóýàèò]|[áéóýàèò](?=[а-яё])/gi

const stresses = (text: string): string =>
  text
    .replaceAll(capitalVowel, (vowel) => `${vowel.toLowerCase()}\u0301`)
    .replaceAll(latinVowel, (vowel) => `${latin.get(vowel.toLowerCase()) ?? vowel}\u0301`)

const isOpening = (text: string, at: number): boolean => at === 0 || /[\s([{«„"“—-]/.test(text[at - 1] ?? "")

const opensQuote = (text: string, at: number): boolean => {
  const sign = text[at] ?? ""
  return "«„".includes(sign) || (!"»”".includes(sign) && isOpening(text, at))
}

/** Quotes that do not go in pairs stay as they are. */
const quotes = (line: string): string => {
  let depth = 0
  let set = ""
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] ?? ""
    if (!/["“”«»„]/.test(sign)) {
      set += sign
      continue
    }
    if (opensQuote(line, at)) set += depth++ === 0 ? "«" : "„"
    else if (--depth < 0) return line
    else set += depth === 0 ? "»" : "“"
  }
  return depth === 0 ? set : line
}

const apostrophes = (text: string): string =>
  text.replaceAll(/(?<=\p{L})'(?=\p{L})/gu, "’").replaceAll(/(?<=^|[\s(«])'([^'\n]{1,200})'(?!\p{L})/gu, "‘$1’")

const address = /https?:\/\/\S+/g

/** An address is not set, it is copied. */
export const setLine = (line: string): string => {
  const addresses = line.match(address) ?? []
  const words = line.replaceAll(address, "\uFFFC")
  let next = 0
  return apostrophes(quotes(stresses(dashes(words)))).replaceAll("\uFFFC", () => addresses[next++] ?? "")
}
