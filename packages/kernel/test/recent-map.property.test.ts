/** A map of what was used lately forgets what a list would, and nothing else. */
import { assert, it } from "@effect/vitest"
import { RecentMap } from "@znatoki/ports/recent-map"
import fc from "fast-check"

const move = fc.record({ what: fc.constantFrom("set", "get", "delete"), key: fc.nat({ max: 12 }), value: fc.nat() })

/** Oldest first. */
type Listed = ReadonlyArray<readonly [number, number]>

const without = (list: Listed, key: number): Listed => list.filter(([each]) => each !== key)

it("forgets what was not used for longest, whatever came and went", () => {
  fc.assert(
    fc.property(fc.nat({ max: 8 }), fc.array(move, { maxLength: 200 }), (max, moves) => {
      const map = new RecentMap<number, number>(max)
      let list: Listed = []
      for (const { key, value, what } of moves) {
        const known = list.find(([each]) => each === key)?.[1]
        if (what === "set") {
          map.set(key, value)
          list = [...without(list, key), [key, value] as const].slice(-max || Infinity)
          if (max === 0) list = []
        } else if (what === "get") {
          assert.strictEqual(map.get(key), known)
          if (known !== undefined) list = [...without(list, key), [key, known]]
        } else {
          map.delete(key)
          list = without(list, key)
        }
        for (let each = 0; each <= 12; each++)
          assert.strictEqual(
            map.has(each),
            list.some(([listed]) => listed === each)
          )
      }
    })
  )
})
