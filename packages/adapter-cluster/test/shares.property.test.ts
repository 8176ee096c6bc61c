/** Whoever comes and goes, what is wanted is soon owned, evenly, and then nothing moves any more. */
import { assert, it } from "@effect/vitest"
import { type Seen, toGive, toTake } from "../src/shares.ts"

interface World {
  readonly owners: Map<string, number | null>
  readonly free: Map<string, number>
}

const names = (count: number): ReadonlyArray<string> => Array.from({ length: count }, (_, i) => `n${i}`)

const seenIn = ({ free, owners }: World, members: ReadonlyArray<number>): ReadonlyArray<Seen> =>
  [...owners].map(([name, ownedBy]) => ({ name, ownedBy, wantedBy: members, freeFor: free.get(name) ?? 0 }))

/** All look at the same and act at once, as slow sessions do. Answers how many names moved. */
const round = (world: World, members: ReadonlyArray<number>): number => {
  let moved = 0
  for (const [name, owner] of world.owners) world.free.set(name, owner === null ? (world.free.get(name) ?? 0) + 1 : 0)
  const seen = seenIn(world, members)
  const acts = members.map((me) => ({ me, give: toGive(seen, me), take: toTake(seen, me) }))
  for (const { give, me, take } of acts) {
    for (const name of give) {
      assert.strictEqual(world.owners.get(name), me)
      world.owners.set(name, null)
      moved++
    }
    for (const name of take) {
      if (world.owners.get(name) !== null || seen.find((each) => each.name === name)?.ownedBy !== null) continue
      world.owners.set(name, me)
      moved++
    }
  }
  return moved
}

const settle = (world: World, members: ReadonlyArray<number>): void => {
  for (let i = 0; i < 20; i++) round(world, members)
  assert.strictEqual(round(world, members), 0)
  const counts = members.map((me) => [...world.owners.values()].filter((owner) => owner === me).length)
  assert.isFalse([...world.owners.values()].includes(null))
  assert.isAtMost(Math.max(...counts) - Math.min(...counts), 1)
}

it.each([1, 2, 8, 16, 64])("%i names", (count) => {
  for (let members = 1; members <= 9; members++) {
    const world: World = { owners: new Map(names(count).map((name) => [name, null])), free: new Map() }
    const here = Array.from({ length: members }, (_, i) => i + 1)
    settle(world, here)
    settle(world, [...here, 100])
    settle(world, [...here, 100, 101, 102])
    // One dies.
    const [dead = 0, ...left] = [...here, 100, 101, 102]
    for (const [name, owner] of world.owners) if (owner === dead) world.owners.set(name, null)
    settle(world, left)
  }
})

it("what only one wants is its own, however much it has", () => {
  const seen: ReadonlyArray<Seen> = ["a", "b", "c"].map((name) => ({ name, ownedBy: 1, wantedBy: [1], freeFor: 0 }))
  const other: Seen = { name: "d", ownedBy: null, wantedBy: [1, 2], freeFor: 1 }
  assert.deepStrictEqual(toGive([...seen, other], 1), [])
  assert.deepStrictEqual(toTake([...seen, other], 2), ["d"])
})

it("what whoever should take does not take, another one takes", () => {
  const seen: ReadonlyArray<Seen> = [
    { name: "a", ownedBy: 1, wantedBy: [1, 2], freeFor: 0 },
    { name: "b", ownedBy: null, wantedBy: [1, 2], freeFor: 2 }
  ]
  assert.deepStrictEqual(toTake(seen, 1), [])
  assert.deepStrictEqual(
    toTake(
      seen.map((each) => ({ ...each, freeFor: each.freeFor + 1 })),
      1
    ),
    ["b"]
  )
})
