import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, it } from "vitest"
import { markedPlaces, planted } from "../src/marked-places.ts"
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
    for (let seed = 100_001; seed <= 100_022; seed++) {
      assert.deepStrictEqual(runSeed(seed, { tally }).wrongs, [], `npm run simulation -- --seed ${seed}`)
    }
    assert.isAtLeast(eventsIn(tally), 40_000)
    assert.isAtLeast(tally.of("clocks changed"), 20)
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
  const places = markedPlaces()

  it("are many, each of another name, and each has one place in the sources", () => {
    assert.isAtLeast(plantedBugs.length, 20)
    assert.deepStrictEqual(places.map(([name]) => name).toSorted(), plantedBugs.map(({ name }) => name).toSorted())
  })

  it("change what is loaded, in words that are known where they are planted", () => {
    const folder = mkdtempSync(join(tmpdir(), "znatoki-planted-"))
    for (const { instead, name } of plantedBugs) {
      const [, place] = places.find(([marked]) => marked === name) ?? []
      if (place === undefined) return assert.fail(`«${name}» has no place`)
      assert.notStrictEqual(planted(place, instead), place.source, name)
      writeFileSync(join(folder, `${name.replaceAll(" ", "-")}.ts`), planted(place, instead))
    }
    const lint = spawnSync("npx", ["oxlint", "-A", "all", "-D", "no-undef", folder], { encoding: "utf8" })
    rmSync(folder, { recursive: true })
    assert.strictEqual(lint.status, 0, lint.stdout)
    assert.include(lint.stdout, `on ${plantedBugs.length} files`)
  })
})
