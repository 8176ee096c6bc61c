/** Which language a browser is answered in. */
import { english } from "./english.ts"
import { russian } from "./russian.ts"
import type { Language, Words } from "./words.ts"

const all: { readonly [L in Language]: Words } = { ru: russian, en: english }

export const wordsIn = (language: Language): Words => all[language]

/** The browser's first language that we speak; Russian for whoever speaks neither. */
export const languageOf = (accepts: string | undefined): Language => {
  const wanted = (accepts ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";")
      const quality = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find((one) => one !== undefined)
      return { language: tag.slice(0, 2), quality: Number(quality ?? 1) }
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
  const found = wanted.find(({ language }) => language === "ru" || language === "en")
  return found?.language === "en" ? "en" : "ru"
}
