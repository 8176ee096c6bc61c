/**
 * Patterns that speak of letters, figures and marks of whatever script. To make such a pattern ready takes a millisecond or several, with
 * no more than the letters of usual texts in it a twentieth of that; so it is made for all of Unicode only when a text asks for it.
 */

/** What of a usual text each property means. */
const ofUsual: ReadonlyMap<string, string> = new Map([
  ["\\p{L}", "A-Za-zÀ-ÖØ-Þà-öø-þЀ-џ"],
  ["\\p{Lu}", "A-ZÀ-ÖØ-ÞЀ-Я"],
  ["\\p{Ll}", "a-zà-öø-þа-џ"],
  ["\\p{N}", "0-9"],
  ["\\p{M}", "\u0300\u0301"]
])

/** Left out is, beside all other scripts, whatever has its capital elsewhere. */
const unusual = /[^\u0300\u0301\0-\u007F\u00A0«»°±À-Þà-þЀ-џ\u2000-\u206F№€₽√]/u

let lastText = ""
let wasUsual = true

/** A text is asked about by one pattern after another. */
export const isUsual = (text: string): boolean => {
  if (text !== lastText) {
    wasUsual = !unusual.test(text)
    lastText = text
  }
  return wasUsual
}

const pieces = /\\p\{\w+\}|\\.|[[\]]/gu

const narrowed = (source: string): string => {
  let inClass = false
  return source.replace(pieces, (piece) => {
    if (piece === "[") inClass = true
    if (piece === "]") inClass = false
    const letters = ofUsual.get(piece)
    if (letters === undefined) return piece
    return inClass ? letters : `[${letters}]`
  })
}

export type Lettered = (text: string) => RegExp

/** A pattern that matches as the one of these flags and that source does, and has to be asked for with the text it is for. */
export const lettered = (flags: string, source: string): Lettered => {
  let narrow: RegExp | undefined
  let wide: RegExp | undefined
  return (text) =>
    isUsual(text) ? (narrow ??= new RegExp(narrowed(source), flags)) : (wide ??= new RegExp(source, flags))
}

const word = lettered("u", String.raw`[\p{L}\p{N}]`)

/** Whether it has anything but signs. */
export const hasWord = (text: string): boolean => word(text).test(text)

const ascii = /^[a-z]*$/

/** A Latin word without its accents. */
export const unaccented = (text: string): string =>
  ascii.test(text) ? text : text.normalize("NFD").replace(/\p{M}/gu, "")
