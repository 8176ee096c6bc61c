import { readFileSync } from "node:fs"
import { assert, describe, it } from "vitest"
import { plantedBugs } from "../src/planted-bugs.ts"
import { runSeed } from "../src/run-seed.ts"
import { eventsIn } from "../src/run-seeds.ts"
import { Tally } from "../src/tally.ts"
import { faultKinds } from "../src/trouble.ts"

const traceOf = (seed: number): ReadonlyArray<string> => {
  const lines: Array<string> = []
  runSeed(seed, { show: (line) => lines.push(line) })
  return lines
}

describe("simulated worlds", () => {
  it("keep every promise, whatever goes wrong in them", () => {
    const tally = new Tally()
    for (let seed = 100_001; seed <= 100_040; seed++) {
      assert.deepStrictEqual(runSeed(seed, { tally }).wrongs, [], `npm run simulation -- --seed ${seed}`)
    }
    assert.isAtLeast(eventsIn(tally), 100_000)
    assert.deepStrictEqual(
      faultKinds.filter((kind) => tally.of(kind) === 0),
      []
    )
  })

  it("are the same again for the same seed, line by line, and others for another", () => {
    const once = traceOf(7)
    assert.isAbove(once.length, 100)
    assert.deepStrictEqual(traceOf(7), once)
    assert.notStrictEqual(runSeed(8).hash, runSeed(7).hash)
  })
})

describe("planted bugs", () => {
  it("are many, of different names", () => {
    assert.isAtLeast(plantedBugs.length, 20)
    assert.strictEqual(new Set(plantedBugs.map(({ name }) => name)).size, plantedBugs.length)
  })

  it.each(plantedBugs)("«$name» fits its file exactly once", ({ file, find }) => {
    const source = readFileSync(new URL(`../../${file}`, import.meta.url), "utf8")
    assert.lengthOf(source.split(find), 2)
  })
})
