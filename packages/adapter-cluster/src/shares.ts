/** Who should own what of those that want the same: as evenly as can be, and nothing moves without need. Pure. */

export interface Seen {
  readonly name: string
  /** The sessions that want it, ours among them. */
  readonly wantedBy: ReadonlyArray<number>
  /** Null: nobody's. */
  readonly ownedBy: number | null
  /** How many looks in a row nobody owned it. */
  readonly freeFor: number
}

/** Whoever ought to have taken it by then stands still, or wants it no more. */
const patience = 3

const countsOf = (seen: ReadonlyArray<Seen>): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>()
  for (const { ownedBy, wantedBy } of seen) {
    for (const each of wantedBy) counts.set(each, counts.get(each) ?? 0)
    if (ownedBy !== null) counts.set(ownedBy, (counts.get(ownedBy) ?? 0) + 1)
  }
  return counts
}

const poorest = (counts: ReadonlyMap<number, number>, members: ReadonlyArray<number>): number | null =>
  members.reduce<number | null>((least, each) => {
    if (least === null) return each
    const [left, right] = [counts.get(each) ?? 0, counts.get(least) ?? 0]
    return left < right || (left === right && each < least) ? each : least
  }, null)

/** The same for all who see the same: what is free goes to the poorest, and from whoever has two more than another, one goes over. */
const plan = (seen: ReadonlyArray<Seen>) => {
  const counts = new Map(countsOf(seen))
  const owners = new Map(seen.map(({ name, ownedBy }) => [name, ownedBy]))
  const inOrder = seen.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const move = (name: string, from: number | null, to: number): void => {
    if (from !== null) counts.set(from, (counts.get(from) ?? 0) - 1)
    counts.set(to, (counts.get(to) ?? 0) + 1)
    owners.set(name, to)
  }
  for (const { name, ownedBy, wantedBy } of inOrder) {
    const to = ownedBy === null ? poorest(counts, wantedBy) : null
    if (to !== null) move(name, null, to)
  }
  // Each move makes two more alike, so this ends.
  for (let moved = true; moved;) {
    moved = false
    for (const { name, wantedBy } of inOrder) {
      const [from, to] = [owners.get(name) ?? null, poorest(counts, wantedBy)]
      if (from === null || to === null || (counts.get(from) ?? 0) - (counts.get(to) ?? 0) < 2) continue
      move(name, from, to)
      moved = true
    }
  }
  return owners
}

/** What to ask for now. */
export const toTake = (seen: ReadonlyArray<Seen>, me: number): ReadonlyArray<string> => {
  const planned = plan(seen)
  return seen.flatMap(({ freeFor, name, ownedBy, wantedBy }) =>
    ownedBy === null && wantedBy.includes(me) && (planned.get(name) === me || freeFor >= patience) ? [name] : []
  )
}

/** What to let go, so that whoever wants it and has less by two or more gets its share. */
export const toGive = (seen: ReadonlyArray<Seen>, me: number): ReadonlyArray<string> => {
  const planned = plan(seen)
  return seen.flatMap(({ name, ownedBy }) => (ownedBy === me && planned.get(name) !== me ? [name] : []))
}
