/** Lists written as lines «1. …», «2. …»: apart, and together again. */

const numbered = /^\s*(\d{1,3})[.)]\s+(?=\S)/
const numberedAddress = /^\s*\d{1,3}[.)]\s+https?:/

/**
 * The items of a text whose lines are numbered 1, 2, 3…, with what stands before the first; null: it is no list. A line
 * without the next number goes on with its item, so a volume or a year at the beginning of a line begins none; `begins` tells
 * which lines behind the first begin one all the same.
 */
export const itemsOf = (
  text: string,
  begins: (line: string) => boolean = () => false
): { readonly before: string; readonly items: ReadonlyArray<string> } | null => {
  const before: Array<string> = []
  const items: Array<Array<string>> = []
  let last = 0
  for (const line of text.split("\n")) {
    const mark = numbered.exec(line)
    const isItem = mark !== null && (Number(mark[1]) === last + 1 || (last > 0 && begins(line)))
    if (isItem) {
      last = Number(mark[1])
      items.push([line.slice(mark[0].length)])
    } else (items.at(-1) ?? before).push(line)
  }
  if (items.length === 0) return null
  return { before: before.join("\n").trim(), items: items.map((lines) => lines.join("\n").trim()) }
}

/** In an answer any number may begin an item. */
const anywhere = /(?<=^| )(\d{1,2})[.)] (?=\S)/g
/** In a source behind a sentence or before an address, and not behind an abbreviation: «С. 2.» begins no item. */
const betweenSources =
  /(?:(?<=^|[.;!?»)\]] )|(?<= )(?=\d{1,2}[.)] https?:))(?<!(?<!\p{L})\p{L}\. )(\d{1,2})[.)] (?=\S)/gu

/** A list that stands on one line, each item on a line of its own. */
const onLines = (text: string, mark: RegExp): string => {
  if (text.includes("\n") || !/^1[.)] /.test(text)) return text
  let next = 1
  const lines = text.replaceAll(mark, (found: string, number: string, at: number) => {
    if (Number(number) !== next) return found
    next++
    return `${at === 0 ? "" : "\n"}${found}`
  })
  return lines.replaceAll(" \n", "\n")
}

export const answerOnLines = (text: string): string => onLines(text, anywhere)

export const asNumbered = (items: ReadonlyArray<string>): string =>
  items.map((item, i) => `${i + 1}. ${item}`).join("\n")

/** Each source by itself where they are numbered; a number that was left out or comes twice keeps no address from being one. */
export const sourcesOf = (text: string): ReadonlyArray<string> => {
  const trimmed = onLines(text.trim(), betweenSources)
  if (trimmed === "") return []
  const list = itemsOf(trimmed, (line) => numberedAddress.test(line))
  if (list === null) return [trimmed]
  return list.before === "" ? list.items : [list.before, ...list.items]
}
