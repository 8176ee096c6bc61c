/** The list of long tests names files that are there: a renamed one would quietly lose its place. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { long } from "../order-tests.ts"

it("the long tests that begin first are there", () => {
  expect(long.filter((path) => !existsSync(join(import.meta.dirname, "../..", path)))).toEqual([])
})
