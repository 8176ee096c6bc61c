/** What is published: compiled modules, their declarations, and a package.json that knows nothing of the workspace. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { run, toolPath } from "./run-tool.ts"

type Manifest = { readonly [field: string]: unknown }

/** How a package of the workspace is published. */
export interface Publication {
  /** Its folder, two below the repository's; `scripts/tsconfig.dist.json` in it compiles it. */
  readonly folder: string
  /** What the published manifest says otherwise than the workspace's: where its modules are. */
  readonly manifest: Manifest
  /** Folders that go along, as they are: where they lie, and where they come to lie. */
  readonly folders: Readonly<Record<string, string>>
}

/** The module at `path` among the compiled ones, for `exports`. */
export const entry = (path: string) => ({ types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` })

/** Fills `into` with the package as it is published, and leaves nothing else in it. */
export const buildPackage = (publication: Publication, into: string): void => {
  const { folder, folders } = publication
  rmSync(into, { recursive: true, force: true })
  mkdirSync(into, { recursive: true })
  compile(publication, join(into, "dist"))
  writeFileSync(join(into, "package.json"), `${JSON.stringify(manifestOf(publication), null, 2)}\n`)
  writeFileSync(join(into, "README.md"), pointedAtCompiled(readFileSync(join(folder, "README.md"), "utf8")))
  cpSync(join(folder, "..", "..", "LICENSE"), join(into, "LICENSE"))
  for (const [from, to] of Object.entries(folders)) {
    cpSync(join(folder, from), join(into, to), { recursive: true, filter: isShipped })
  }
  const changelog = join(folder, "CHANGELOG.md")
  if (existsSync(changelog)) cpSync(changelog, join(into, "CHANGELOG.md"))
}

/** Packs the built package of `folder` into a tarball in `into`, and tells its path. */
export const packPackage = (folder: string, into: string): string => {
  const out = run("npm", ["pack", folder, "--pack-destination", into, "--ignore-scripts", "--silent"], folder)
  return join(into, out.trim().split("\n").at(-1) ?? "")
}

/** Emits modules and declarations into `outDir`. */
export const compile = ({ folder }: Pick<Publication, "folder">, outDir: string): void => {
  const project = join(folder, "scripts", "tsconfig.dist.json")
  run(process.execPath, [toolPath("typescript", "tsc"), "-p", project, "--outDir", outDir], folder)
  for (const file of readdirSync(outDir, { recursive: true, encoding: "utf8" })) {
    if (file.endsWith(".d.ts")) pointAtModules(join(outDir, file))
  }
}

/** The sources that a README leads to are not shipped; what was made of them is. */
const pointedAtCompiled = (readme: string): string =>
  readme.replaceAll(/\]\(src\/([^)]+?)(\.ts)?\)/g, (_, path: string, isModule?: string) =>
    isModule === undefined ? `](dist/${path})` : `](dist/${path}.js)`
  )

/** The compiler leaves the names of sources in declarations; the sources are not shipped. */
const pointAtModules = (file: string): void => {
  const text = readFileSync(file, "utf8")
  writeFileSync(file, text.replaceAll(/((?:from |import\()"\.{1,2}\/[^"]+)\.ts"/g, `$1.js"`))
}

/** Of the workspace's manifest only what an embedder's package manager has to know. */
const manifestOf = ({ folder, folders, manifest }: Publication): Manifest => {
  const workspace: Manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))
  const kept = Object.fromEntries(Object.entries(workspace).filter(([field]) => publishedFields.has(field)))
  return { ...kept, files: [...new Set(["dist", ...Object.values(folders).map(firstFolder)])], ...manifest }
}

/** Settings of the compiler point at the workspace. */
const isShipped = (file: string): boolean => basename(file) !== "tsconfig.json"

const firstFolder = (path: string): string => path.split("/")[0] ?? path

const publishedFields = new Set([
  "name",
  "version",
  "description",
  "keywords",
  "type",
  "license",
  "repository",
  "engines",
  "dependencies",
  "peerDependencies",
  "peerDependenciesMeta"
])
