/** How far one word is from another when a slip of the hand may add, drop, change or swap neighbouring letters. */

/** The price of each slip, by the codes of the letters; `at` is the place in the word, 0 for its first letter. */
export interface SlipPrices {
  readonly change: (from: number, to: number, at: number) => number
  /** A letter only one of the words has, 1 at least; `before` is the letter to the left of it in that word. */
  readonly extra: (letter: number, before: number, at: number) => number
  readonly swap: number
}

export const plainPrices: SlipPrices = { change: () => 1, extra: () => 1, swap: 1 }

const far = 1_000_000
const longestWord = 63
type Row = Int32Array
const newRows = (length: number): readonly [Row, Row, Row, Row] => [
  new Int32Array(length),
  new Int32Array(length),
  new Int32Array(length),
  new Int32Array(length)
]
/** Rows for words of a usual length, used again and again. */
const rows = newRows(longestWord + 1)

interface Words {
  readonly from: string
  readonly to: string
  readonly prices: SlipPrices
  /** What each letter of the second word costs when only that word has it: every row asks it. */
  readonly extras: Row
}

/**
 * Optimal string alignment: no letter is touched twice, so «линколнь» is one slip from «линкольн» and «линкль» is two.
 * Infinity as soon as it is certain to be above the limit.
 */
export const osaDistance = (
  from: string,
  to: string,
  prices: SlipPrices = plainPrices,
  limit: number = Infinity
): number => {
  /** A cell farther from the diagonal has that many letters without a pair. */
  const band = Math.min(limit, from.length + to.length)
  if (Math.abs(from.length - to.length) > band) return Infinity
  let [twoAbove, above, row, extras] = to.length > longestWord ? newRows(to.length + 1) : rows
  const words = { from, to, prices, extras }
  let leastAbove = fillFirst(above, words)
  for (let i = 1; i <= from.length; i++) {
    const least = fillRow(row, above, twoAbove, words, i, band)
    if (least > limit && leastAbove > limit) return Infinity
    const free = twoAbove
    twoAbove = above
    above = row
    row = free
    leastAbove = least
  }
  return above[to.length] ?? far
}

/** Whether that distance is one, each slip being one. */
export const areOneSlipApart = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let from = 0
  // Past the end no code is equal to any.
  while (short.charCodeAt(from) === long.charCodeAt(from)) from += 1
  let [shortEnd, longEnd] = [short.length, long.length]
  while (shortEnd > from && short.charCodeAt(shortEnd - 1) === long.charCodeAt(longEnd - 1)) {
    shortEnd -= 1
    longEnd -= 1
  }
  if (longEnd - from === 1) return true
  const areTwo = longEnd - from === 2 && shortEnd - from === 2
  return areTwo && short.charAt(from) === long.charAt(from + 1) && short.charAt(from + 1) === long.charAt(from)
}

const codeBefore = (word: string, at: number): number => (at === 0 ? 0 : word.charCodeAt(at - 1))

const cell = (row: Row, j: number): number => row[j] ?? far

const fillFirst = (row: Row, { extras, prices, to }: Words): number => {
  row[0] = 0
  for (let j = 1; j <= to.length; j++) {
    const extra = prices.extra(to.charCodeAt(j - 1), codeBefore(to, j - 1), j - 1)
    extras[j] = extra
    row[j] = (row[j - 1] ?? far) + extra
  }
  return 0
}

/** Fills the cells near the diagonal and gives the least of them; `i` letters of the first word are read. */
const fillRow = (
  row: Row,
  above: Row,
  twoAbove: Row,
  { extras, from, prices, to }: Words,
  i: number,
  band: number
): number => {
  const a = from.charCodeAt(i - 1)
  const beforeA = codeBefore(from, i - 1)
  const drop = prices.extra(a, beforeA, i - 1)
  const start = Math.max(1, i - band)
  const end = Math.min(to.length, i + band)
  let left = start === 1 ? cell(above, 0) + drop : far
  let least = left
  row[start - 1] = left
  for (let j = start; j <= end; j++) {
    const b = to.charCodeAt(j - 1)
    const beforeB = codeBefore(to, j - 1)
    const kept = (above[j - 1] ?? far) + (a === b ? 0 : prices.change(a, b, i - 1))
    const added = left + (extras[j] ?? far)
    left = Math.min(kept, added, (above[j] ?? far) + drop)
    if (a === beforeB && b === beforeA) left = Math.min(left, cell(twoAbove, j - 2) + prices.swap)
    row[j] = left
    if (left < least) least = left
  }
  row[end + 1] = far
  return least
}
