/** The pages are true to the code: links, variables, commands, scripts, words of the glossary. */
import { existsSync, globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { anchorsOf, linksOf, pages, root, textOf } from "./docs.ts"

const sorted = (names: Iterable<string>): ReadonlyArray<string> => [...new Set(names)].toSorted()

const found = (text: string, pattern: RegExp): ReadonlyArray<string> =>
  [...text.matchAll(pattern)].map(([, name = ""]) => name)

/** The cells of the tables under a heading. */
const rowsUnder = (page: string, heading: string): ReadonlyArray<ReadonlyArray<string>> => {
  const [, section = ""] = textOf(page).split(`\n## ${heading}\n`)
  const lines = (section.split("\n## ")[0] ?? "").split("\n").filter((line) => line.startsWith("| `"))
  return lines.map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim())
  )
}

const environment = textOf("packages/cli/src/config/environment.ts")

test("every link of every page leads to a file, and every anchor to a heading", () => {
  expect(pages).toContain("README.md")
  const links = pages.flatMap((page) => linksOf(page).map((link) => ({ page, ...link })))
  expect(links.length).toBeGreaterThan(50)
  expect(links.filter(({ file }) => !existsSync(join(root, file)))).toEqual([])
  expect(links.filter(({ anchor, file }) => anchor !== null && !anchorsOf(file).has(anchor))).toEqual([])
})

test("every page of docs is linked from another page", () => {
  const linked = new Set(pages.flatMap((page) => linksOf(page).map(({ file }) => file)))
  expect(pages.filter((page) => page.startsWith("docs/") && !linked.has(page))).toEqual([])
})

test("the README has a line for every variable that the program reads, and for no other", () => {
  const told = rowsUnder("README.md", "Configuration").map(([name = ""]) => name.replaceAll("`", ""))
  expect(told.length).toBeGreaterThan(5)
  expect(sorted(told)).toEqual(sorted(found(environment, /"([A-Z][A-Z_]*_[A-Z]+)"/g)))
})

test("the README tells the defaults that the program has", () => {
  const told = new Map(rowsUnder("README.md", "Configuration").map(([name = "", byDefault = ""]) => [name, byDefault]))
  const portOf = (name: string) => found(environment, new RegExp(`"${name}", (\\d+)`, "g"))[0]
  expect(told.get("`SANDBOX_PORT`")).toBe(`\`${portOf("SANDBOX_PORT")}\``)
  expect(told.get("`ADMIN_PORT`")).toBe(`\`${portOf("ADMIN_PORT")}\``)
  const defaults = found(environment, /\?\? "([^"]+)"/g).map((value) => `\`${value}\``)
  expect([...told.values()]).toEqual(expect.arrayContaining(defaults))
})

test("the README has a line for every command, and for no other", () => {
  const commands = globSync("packages/cli/src/commands/*.ts", { cwd: root }).flatMap((file) =>
    found(readFileSync(join(root, file), "utf8"), /Command\.make\(\s*"([a-z]+)"/g)
  )
  expect(commands.length).toBeGreaterThan(5)
  const told = rowsUnder("README.md", "Commands").map(([name = ""]) => name.replaceAll("`", ""))
  expect(sorted(told)).toEqual(sorted(commands))
})

test("every command in a page or a workflow is a command, and every npm script a script", () => {
  const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(textOf("package.json"))
  const texts = [...pages, ".github/workflows/ci.yml", ".ci/run"].map(textOf).join("\n")
  const commands = rowsUnder("README.md", "Commands").map(([name = ""]) => name.replaceAll("`", ""))
  expect(commands).toEqual(expect.arrayContaining([...sorted(found(texts, /znatoki -- ([a-z]+)/g))]))
  expect(Object.keys(scripts)).toEqual(
    expect.arrayContaining([...sorted(found(texts, /npm run (?:--silent )?([a-z:]+)/g))])
  )
})

test("every name in the glossary is in the code", () => {
  const files = globSync(["packages/*/src/**/*.ts", "packages/*/migrations/*.sql"], { cwd: root })
  const words = new Set(files.flatMap((file) => textOf(file).match(/[A-Za-z_]+/g) ?? []))
  const lines = textOf("docs/GLOSSARY.md")
    .split("\n")
    .filter((line) => line.startsWith("| "))
  const names = lines.flatMap((line) => found(line, /`([A-Za-z_]+)`/g))
  expect(names.length).toBeGreaterThan(40)
  expect(names.filter((name) => !words.has(name))).toEqual([])
})

test("the decisions are numbered without gaps and say context, decision and consequences", () => {
  const decisions = pages.filter((page) => page.startsWith("docs/adr/"))
  expect(decisions.map((page) => Number(/\d{4}/.exec(page)?.[0]))).toEqual(decisions.map((_, i) => i + 1))
  const bare = decisions.filter(
    (page) => !/\*\*Context\.\*\*[^]+\*\*Decision\.\*\*[^]+\*\*Consequences\.\*\*/.test(textOf(page))
  )
  expect(bare).toEqual([])
})
