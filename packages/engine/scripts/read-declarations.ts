/** What one emitted declaration file declares, imports and exports. */
import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { parseAst } from "rolldown/parseAst"

/** A name of another module; `module` is a path for a file of ours, and a package's name otherwise. */
export interface Foreign {
  readonly module: string
  readonly name: string
}

export interface Declaration {
  /** With the comment before it, and without `export`. */
  readonly text: string
  readonly documented: boolean
  readonly names: ReadonlyArray<string>
  /** Every identifier in it, its own names and property names included. */
  readonly mentions: ReadonlySet<string>
}

export interface Declarations {
  readonly declarations: ReadonlyArray<Declaration>
  readonly imports: ReadonlyMap<string, Foreign>
  /** What `export { name } from "…"` passes on. */
  readonly passedOn: ReadonlyMap<string, Foreign>
}

export const readDeclarations = (file: string): Declarations => {
  const source = readFileSync(file, "utf8")
  const imports = new Map<string, Foreign>()
  const passedOn = new Map<string, Foreign>()
  const declarations: Array<Declaration> = []
  let end = 0
  for (const node of parseAst(source, { lang: "dts" }).body) {
    const before = source.slice(end, node.start).trim()
    end = node.end
    if (node.type === "ImportDeclaration") {
      for (const each of node.specifiers) {
        const name = each.type === "ImportSpecifier" ? nameOf(each.imported) : "default"
        imports.set(each.local.name, { module: resolve(file, node.source.value), name })
      }
    } else if (node.type === "ExportNamedDeclaration" && node.declaration === null) {
      if (node.source === null) continue
      const module = resolve(file, node.source.value)
      for (const each of node.specifiers) {
        passedOn.set(nameOf(each.exported), { module, name: nameOf(each.local) })
      }
    } else {
      const body = node.type === "ExportNamedDeclaration" && node.declaration !== null ? node.declaration : node
      const comment = before.slice(Math.max(0, before.lastIndexOf("/**")))
      declarations.push({
        text: [comment, source.slice(body.start, body.end)].filter((part) => part !== "").join("\n"),
        documented: comment !== "",
        names: declaredNames(body),
        mentions: identifiers(body)
      })
    }
  }
  return { declarations, imports, passedOn }
}

const resolve = (from: string, specifier: string): string =>
  specifier.startsWith(".") ? join(dirname(from), specifier.replace(/\.js$/, ".d.ts")) : specifier

const nameOf = (node: { readonly name: string } | { readonly value: string }): string =>
  "name" in node ? node.name : node.value

const declaredNames = (node: object): ReadonlyArray<string> => {
  if ("declarations" in node && Array.isArray(node.declarations)) return node.declarations.flatMap(declaredNames)
  return "id" in node ? [...identifiers(node.id)].slice(0, 1) : []
}

const identifiers = (node: unknown, found: Set<string> = new Set()): ReadonlySet<string> => {
  if (typeof node !== "object" || node === null) return found
  if ("type" in node && node.type === "Identifier" && "name" in node) found.add(String(node.name))
  for (const part of Object.values(node)) identifiers(part, found)
  return found
}
