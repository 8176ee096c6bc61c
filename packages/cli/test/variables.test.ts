/** The help and README tell of the same variables, and of all that are read. */
import { Effect } from "effect"
import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { readEnvironment } from "../src/config/environment.ts"
import { variables } from "../src/config/variables.ts"

it("README's table says what the help says", () => {
  const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8").replaceAll("`", "")
  for (const { byDefault, meaning, name } of variables)
    expect(readme).toContain(`| ${name} | ${byDefault} | ${meaning} |`)
})

it("every variable that is read is told", async () => {
  const read = new Set<string>()
  const spy = new Proxy<Record<string, string>>({}, { get: (_, name) => void read.add(String(name)) })
  await Effect.runPromise(readEnvironment(spy))
  expect([...read].toSorted()).toEqual(variables.map(({ name }) => name).toSorted())
})
