/** docs/DEPENDENCIES.md tells of every dependency, and of nothing else. */
import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { root, textOf } from "./docs.ts"

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const manifests = [
  "package.json",
  ...globSync(["{packages/*,packages/vk-sandbox/test/clients,bench,bench/competitors,scripts}/package.json"], {
    cwd: root
  })
]

const versionsIn = (file: string): ReadonlyArray<readonly [name: string, version: string]> => {
  const manifest: Manifest = JSON.parse(readFileSync(join(root, file), "utf8"))
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = manifest
  return [dependencies, devDependencies, peerDependencies, optionalDependencies].flatMap((each) =>
    Object.entries(each ?? {})
  )
}

const foreign = manifests.flatMap((file) => versionsIn(file)).filter(([name]) => !name.startsWith("@znatoki/"))

const rows = textOf("docs/DEPENDENCIES.md")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => line.split("|").map((cell) => cell.trim()))

test("every dependency of every package.json has one line, and no line is of anything else", () => {
  expect(manifests.length).toBeGreaterThan(9)
  const told = rows.map(([, name = ""]) => name.replaceAll("`", ""))
  expect(told.toSorted()).toEqual([...new Set(foreign.map(([name]) => name))].toSorted())
})

test("every line says what for and why this one", () => {
  expect(rows.filter(([, , whatFor = "", why = ""]) => whatFor === "" || why === "")).toEqual([])
})

test("a dependency has the same version wherever it is asked for", () => {
  const pinned = foreign.filter(([, version]) => !version.startsWith("^"))
  const versions = Map.groupBy(pinned, ([name]) => name)
  const several = [...versions].filter(([, each]) => new Set(each.map(([, version]) => version)).size > 1)
  expect(several.map(([name]) => name)).toEqual([])
})
