/** Lists of words that belong together, a line each: in which of them a word stands, and whether two stand in one. */

export type Groups = ReadonlyMap<string, ReadonlySet<number>>

const itself = (word: string): string => word

/** By whatever of a word it is looked up by. */
export const groupsOf = (lines: ReadonlyArray<string>, key: (word: string) => string = itself): Groups => {
  const groups = new Map<string, Set<number>>()
  lines.forEach((line, at) => {
    for (const word of line.split(" ").map(key)) groups.set(word, (groups.get(word) ?? new Set()).add(at))
  })
  return groups
}

/** Whether both stand in one. */
export const haveOneGroup = (groups: Groups, one: string, other: string): boolean => {
  const ours = groups.get(one)
  const theirs = groups.get(other)
  if (ours === undefined || theirs === undefined) return false
  for (const group of theirs) if (ours.has(group)) return true
  return false
}
