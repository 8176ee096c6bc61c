/** One text with everything an entry of the package promises: its public declarations, and what they mention. */
import { join, relative } from "node:path"
import { type Declaration, type Declarations, type Foreign, readDeclarations } from "./read-declarations.ts"

interface Entry {
  /** What an embedder imports. */
  readonly specifier: string
  /** The entry's own declaration file. */
  readonly file: string
}

/** The texts that are reviewed, by the name of the file in `etc/`; `emitted` holds the compiler's declarations. */
export const reviewedTexts = (emitted: string) => {
  const main = { specifier: "@znatoki/engine", file: join(emitted, "index.d.ts") }
  const judge = { specifier: "@znatoki/engine/judge", file: join(emitted, "judge", "index.d.ts") }
  const testing = { specifier: "@znatoki/engine/testing", file: join(emitted, "testing", "index.d.ts") }
  return [
    { file: "engine.api.d.ts", entry: main.file, text: publicDeclarations(emitted, main) },
    { file: "judge.api.d.ts", entry: judge.file, text: publicDeclarations(emitted, judge) },
    { file: "testing.api.d.ts", entry: testing.file, text: publicDeclarations(emitted, testing, [main]) }
  ]
}

/** `known`: entries whose public names are imported from them and not printed again. */
const publicDeclarations = (emitted: string, entry: Entry, known: ReadonlyArray<Entry> = []): string => {
  const modules = new Map<string, Declarations>()
  const read = (file: string): Declarations => {
    const declarations = modules.get(file) ?? readDeclarations(file)
    modules.set(file, declarations)
    return declarations
  }
  const elsewhere = new Map(
    known.flatMap(({ file, specifier }) =>
      [...read(file).passedOn.values()].map(({ module, name }) => [`${module} ${name}`, specifier] as const)
    )
  )
  const exported = [...read(entry.file).passedOn.values()]
  const isPublic = ({ module, name }: Foreign): boolean =>
    exported.some((each) => each.module === module && each.name === name)

  const wanted = new Map<string, Set<Declaration>>()
  const packages = new Map<string, Set<string>>()
  const want = ({ module, name }: Foreign, local: string): void => {
    const specifier = module.startsWith(emitted) ? elsewhere.get(`${module} ${name}`) : module
    if (specifier !== undefined) {
      packages.set(specifier, (packages.get(specifier) ?? new Set()).add(importOf(name, local)))
      return
    }
    const { declarations, imports } = read(module)
    const chosen = wanted.get(module) ?? new Set()
    wanted.set(module, chosen)
    for (const each of declarations.filter((one) => one.names.includes(name) && !chosen.has(one))) {
      chosen.add(each)
      for (const mention of each.mentions) want(imports.get(mention) ?? { module, name: mention }, mention)
    }
  }
  for (const each of exported) want(each, each.name)

  const undocumented: Array<string> = []
  const sections = [...wanted]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([module, chosen]) => {
      const printed = read(module).declarations.filter((each) => chosen.has(each))
      const lines = printed.map((each) => {
        const shown = each.names.some((name) => isPublic({ module, name }))
        if (shown && !printed.some((one) => one.documented && one.names.some((name) => each.names.includes(name)))) {
          undocumented.push(...each.names)
        }
        return shown ? each.text.replace(/^(?=(?:declare|type|interface) )/m, "export ") : each.text
      })
      return lines.length === 0 ? "" : `// ${relative(emitted, module).replace(/\.d\.ts$/, "")}\n${lines.join("\n")}\n`
    })
    .filter((section) => section !== "")
  const imports = [...packages].toSorted().map(([from, names]) => importLine(from, [...names].toSorted()))
  return [
    `/** The public types of \`${entry.specifier}\`: a change here is a change for everybody who embeds it. */`,
    ...imports,
    undocumented.length === 0
      ? ""
      : `\n// Without a doc comment: ${[...new Set(undocumented)].toSorted().join(", ")}\n`,
    sections.join("\n"),
    "export {}\n"
  ].join("\n")
}

const importOf = (name: string, local: string): string =>
  name === "default" || name === local ? local : `${name} as ${local}`

const importLine = (from: string, names: ReadonlyArray<string>): string =>
  from === "fast-check" ? `import ${names.join(", ")} from "${from}"` : `import { ${names.join(", ")} } from "${from}"`
