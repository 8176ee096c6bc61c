/** Right answers of a SIGame pack. In old packs {…} marks what must be named and [a|b] what may be added. */

export interface Alternatives {
  readonly answer: string
  readonly accepted: ReadonlyArray<string>
}

/** As many as one answer may stand for. */
const variantsMax = 16

const tidy = (text: string): string => text.replaceAll(/[{}]/g, "").replaceAll(/\s+/g, " ").trim()

/** A text of more brackets than an answer has is no list of variants. */
const bracketsMax = 8

const optional = /\[([^[\]]*)\]/

/** With each variant of the brackets, and without any. */
const variantsOf = (text: string, brackets = bracketsMax): ReadonlyArray<string> => {
  const found = optional.exec(text)
  if (found === null || brackets === 0) return [text]
  const choices = [...(found[1] ?? "").split("|"), ""]
  const tail = variantsOf(text.slice(found.index + found[0].length), brackets - 1)
  return choices
    .flatMap((choice) => tail.map((rest) => `${text.slice(0, found.index)}${choice}${rest}`))
    .slice(0, variantsMax)
}

export const alternativesOf = (right: ReadonlyArray<string>): Alternatives => {
  const [answer = "", ...accepted] = [...new Set(right.flatMap((text) => variantsOf(text)).map(tidy))].filter(
    (each) => each !== ""
  )
  return { answer, accepted }
}
