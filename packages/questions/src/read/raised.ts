/** What stands above or below the line, as signs that do so by themselves: «10⁶» is no «106». */

export type Height = "superscript" | "subscript"

const signsOf = (plain: string, set: string): ReadonlyMap<string, string> => {
  const there = [...set]
  return new Map([...plain].map((sign, i) => [sign, there[i] ?? sign]))
}

const signs: { readonly [H in Height]: ReadonlyMap<string, string> } = {
  superscript: signsOf("0123456789+-−–=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ"),
  subscript: signsOf("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎")
}

/** Words have no such signs, and stay as they are. */
export const setAt = (height: Height, text: string): string => {
  const set = [...text].map((sign) => (sign.trim() === "" ? sign : signs[height].get(sign)))
  return set.includes(undefined) ? text : set.join("")
}
