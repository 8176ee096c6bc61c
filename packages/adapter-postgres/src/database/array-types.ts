/** How columns of text and of whole numbers go to the server and come from it: as its array literals. */

type Texts = ReadonlyArray<string | null>
type Numbers = ReadonlyArray<number | null>
type Values = ReadonlyArray<string | number | null>

const special = /["\\]/g
const element = /"((?:[^"\\]|\\.)*)"|([^,{}]+)/gs

/** An array as the server reads it. */
export const arrayLiteral = (values: Values): string =>
  `{${values.map((value) => (typeof value === "string" ? `"${value.replace(special, "\\$&")}"` : (value ?? "null"))).join()}}`

/** `text[]` */
export const texts = {
  to: 1009,
  from: [1009],
  serialize: arrayLiteral,
  parse: (literal: string): Texts =>
    Array.from(literal.matchAll(element), ([, inQuotes, bare]) =>
      inQuotes === undefined ? (bare === "NULL" ? null : (bare ?? null)) : inQuotes.replace(/\\(.)/gs, "$1")
    )
}

/** `bigint[]`; the same for `integer[]` and `smallint[]`. */
export const numbers = {
  to: 1016,
  from: [1016, 1007, 1005],
  serialize: arrayLiteral,
  parse: (literal: string): Numbers => texts.parse(literal).map((value) => (value === null ? null : Number(value)))
}
