/** The normal form of a text of ordinary letters, figures and punctuation, read in one pass over its codes. */

const gap = 0
const letter = 1
const digit = 2
/** An accent is not there at all. */
const dropped = 3
const apostrophe = 4
/** A sign that asks for the rules written out in full. */
const unusual = 5

const tableSize = 0x2100
const kinds = new Uint8Array(tableSize).fill(unusual)

const mark = (signs: string, kind: number): void => {
  for (const sign of signs) kinds[sign.charCodeAt(0)] = kind
}

kinds.fill(gap, 0, 0x80)
mark("abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюя", letter)
mark("0123456789", digit)
mark("\u0300\u0301", dropped)
mark("'`’‘", apostrophe)
mark("\u00A0«»„“”‐–—…•", gap)
mark("%&+$=", unusual)

const kindAt = (text: string, at: number): number => (at >= text.length ? gap : (kinds[text.charCodeAt(at)] ?? unusual))

const dashes = new Set([..."-‐–—"].map((dash) => dash.charCodeAt(0)))

/** Where the word that begins here ends: a word is all letters or all figures. */
const endOfWord = (text: string, start: number, kind: number): number => {
  let end = start + 1
  while (kinds[text.charCodeAt(end)] === kind) end += 1
  return end
}

/** A figure after a dash may be negative, a figure after a figure may be one number with it. */
const isDoubtfulFigure = (text: string, start: number, afterFigure: boolean): boolean =>
  afterFigure || dashes.has(text.charCodeAt(start - 1))

/** «-м» after a figure. */
const isLoneEnding = (text: string, start: number): boolean =>
  text.charAt(start) === "м" && dashes.has(text.charCodeAt(start - 1))

/** Whether nothing is to be seen of an accent or an apostrophe here but that it parts no word, or parts two. */
const isPlainMark = (text: string, at: number, kind: number): boolean => {
  const next = kindAt(text, at + 1)
  const afterLetter = kindAt(text, at - 1) === letter
  return (next === letter || next === gap) && (kind === apostrophe || afterLetter)
}

const isInsideWord = (text: string, at: number): boolean =>
  kindAt(text, at - 1) === letter && kindAt(text, at + 1) === letter

/** Null when the text has a sign or a number that takes more than one look. */
export const plainNormalForm = (text: string): string | null => {
  const lower = text.toLowerCase()
  let normal = ""
  let afterFigure = false
  /** The next letters belong to the word before them: only an accent or an apostrophe stood between. */
  let continues = false
  let at = 0
  while (at < lower.length) {
    const kind = kindAt(lower, at)
    let end = at + 1
    if (kind === letter || kind === digit) {
      end = endOfWord(lower, at, kind)
      if (kind === digit ? isDoubtfulFigure(lower, at, afterFigure) : afterFigure && isLoneEnding(lower, at))
        return null
      normal += (normal === "" || continues ? "" : " ") + lower.slice(at, end)
      afterFigure = kind === digit
      continues = false
    } else if (kind !== gap) {
      if (kind === unusual || !isPlainMark(lower, at, kind)) return null
      continues = isInsideWord(lower, at)
    }
    at = end
  }
  return normal.replaceAll("ё", "е")
}
