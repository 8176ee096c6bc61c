import { execFileSync } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { publint } from "publint"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type InstalledPackage, installPackage } from "@znatoki/npm-package/install-package"
import { run, toolPath } from "@znatoki/npm-package/run-tool"
import { publication } from "../../scripts/publication.ts"

let installed: InstalledPackage
let folder: string

beforeAll(() => {
  installed = installPackage(publication)
  folder = join(installed.app, "node_modules", "@znatoki", "engine")
})
afterAll(() => installed?.remove())

const filesIn = (path: string): ReadonlyArray<string> =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** What Node says when an embedder's module imports `specifier`. */
const importing = (specifier: string): string => {
  const code = `import(${JSON.stringify(specifier)}).then(() => "imported", (error) => error.code).then(console.log)`
  return execFileSync(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: installed.app,
    encoding: "utf8"
  }).trim()
}

/** All that an entry loads: the files of the package, as paths in it, and other packages. */
const reachableFrom = (entry: string): ReadonlyArray<string> => {
  const reachable = new Set<string>()
  const visit = (file: string): void => {
    if (reachable.has(file)) return
    reachable.add(file)
    for (const [, specifier = ""] of readFileSync(file, "utf8").matchAll(/from "([^"]+)"/g)) {
      if (specifier.startsWith(".")) visit(join(file, "..", specifier))
      else reachable.add(specifier)
    }
  }
  visit(join(folder, "dist", entry))
  return [...reachable].map((each) => (each.startsWith(folder) ? each.slice(folder.length + 1) : each)).toSorted()
}

interface Attw {
  readonly analysis: { readonly entrypoints: object; readonly types: unknown }
  readonly problems?: { readonly [kind: string]: ReadonlyArray<{ readonly resolutionKind?: string }> }
}

describe("the packed engine", () => {
  it("holds compiled modules with declarations, and the examples, and no source, test or map", () => {
    const names = filesIn(folder).map((file) => file.slice(folder.length + 1))
    const known =
      /^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md|dist\/.+\.(?:js|d\.ts)|examples\/[^/]+\/[^/]+\.(?:ts|html))$/
    expect(names.filter((name) => !known.test(name))).toEqual([])
    expect(names).toContain("dist/index.js")
    expect(names).toContain("examples/http-toy-server/server.ts")
    expect(names).toContain("dist/testing/index.d.ts")
    const modules = names.filter((name) => name.endsWith(".js"))
    expect(modules.filter((name) => !names.includes(name.replace(/\.js$/, ".d.ts")))).toEqual([])
  })

  it("points at no source, in code or in declarations", () => {
    const pointing = filesIn(join(folder, "dist")).filter((file) =>
      /["']\.{1,2}\/[^"'\n]+(?<!\.d)\.ts["']/.test(readFileSync(file, "utf8"))
    )
    expect(pointing).toEqual([])
  })

  it("keeps the doc comments of what it declares", () => {
    expect(readFileSync(join(folder, "dist", "ids.d.ts"), "utf8")).toContain("/** Milliseconds since the Unix epoch.")
  })

  it("asks for effect as a peer, depends on pure-rand alone, and runs no script", () => {
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))
    expect(Object.keys(manifest.dependencies)).toEqual(["pure-rand"])
    expect(Object.keys(manifest.peerDependencies)).toEqual(["effect", "fast-check"])
    expect(manifest.peerDependenciesMeta).toEqual({ "fast-check": { optional: true } })
    expect(manifest).toMatchObject({ type: "module", sideEffects: false })
    expect(Object.keys(manifest.exports)).toEqual([".", "./judge", "./testing"])
    expect(manifest).not.toHaveProperty("scripts")
    expect(manifest).not.toHaveProperty("private")
    expect(manifest).not.toHaveProperty("devDependencies")
  })

  it.each(["@znatoki/engine", "@znatoki/engine/judge", "@znatoki/engine/testing"])(
    "can be imported as %s",
    (specifier) => {
      expect(importing(specifier)).toBe("imported")
    }
  )

  it.each(["dist/index.js", "reduce", "src/index.ts", "dist/rules/dice.js", "package.json", "testing/index.js"])(
    "refuses an import of its inside %s",
    (path) => {
      expect(importing(`@znatoki/engine/${path}`)).toBe("ERR_PACKAGE_PATH_NOT_EXPORTED")
    }
  )

  it("does not need fast-check unless its testing entry is imported", () => {
    expect(reachableFrom("index.js").filter((each) => !each.startsWith("dist"))).toEqual([
      "effect",
      "pure-rand/distribution/uniformInt",
      "pure-rand/generator/xoroshiro128plus"
    ])
  })

  it("has a judge that loads nothing of the game, and no other package", () => {
    const others = reachableFrom(join("judge", "index.js")).filter((each) => !each.startsWith(join("dist", "judge")))
    expect(others).toEqual([])
  })

  it("has nothing publint would change", async () => {
    const { messages } = await publint({ pkgDir: installed.built, strict: true, pack: false })
    expect(messages).toEqual([])
  })

  it("has types that every ES module resolution finds", () => {
    const attw = toolPath("@arethetypeswrong/cli", "attw")
    const args = [attw, installed.tarball, "--profile", "esm-only", "--no-definitely-typed", "--format", "json"]
    const { analysis, problems = {} }: Attw = JSON.parse(run(process.execPath, args, installed.app))
    // What cannot work for a package of ES modules alone: `require` before Node 20, and the resolution of Node 10.
    const old = new Set(["node10", "node16-cjs"])
    const found = Object.values(problems).flat()
    expect(found.filter(({ resolutionKind = "" }) => !old.has(resolutionKind))).toEqual([])
    expect(Object.keys(analysis.entrypoints)).toEqual([".", "./judge", "./testing"])
    expect(analysis.types).toEqual({ kind: "included" })
  })

  it("is packed again only from what was built: the workspace's own folder refuses", () => {
    const workspace = join(import.meta.dirname, "..", "..")
    expect(() => run("npm", ["pack", "--dry-run", "--silent"], workspace)).toThrow(/what is published is dist\/package/)
    expect(pathToFileURL(installed.tarball).href).toMatch(/znatoki-engine-\d+\.\d+\.\d+\.tgz$/)
  })
})
