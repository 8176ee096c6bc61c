/** What is published: compiled modules, their declarations, and a package.json that knows nothing of the workspace. */
import { execFileSync } from "node:child_process"
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { basename, dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

export const engineFolder = fileURLToPath(new URL("..", import.meta.url))
const repository = join(engineFolder, "..", "..")

/** Fills `folder` with the package as it is published, and leaves nothing else in it. */
export const buildPackage = (folder: string): void => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  compile(join(folder, "dist"))
  const manifest = publishedManifest(JSON.parse(readFileSync(join(engineFolder, "package.json"), "utf8")))
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`)
  cpSync(join(engineFolder, "README.md"), join(folder, "README.md"))
  cpSync(join(repository, "LICENSE"), join(folder, "LICENSE"))
  cpSync(join(engineFolder, "examples"), join(folder, "examples"), {
    recursive: true,
    // Its settings point at the workspace.
    filter: (file) => basename(file) !== "tsconfig.json"
  })
  const changelog = join(engineFolder, "CHANGELOG.md")
  if (existsSync(changelog)) cpSync(changelog, join(folder, "CHANGELOG.md"))
}

/** Packs the built package of `folder` into a tarball in `into`, and tells its path. */
export const packPackage = (folder: string, into: string): string => {
  const out = run("npm", ["pack", folder, "--pack-destination", into, "--ignore-scripts", "--silent"], folder)
  return join(into, out.trim().split("\n").at(-1) ?? "")
}

/** Emits modules and declarations into `outDir`. */
export const compile = (outDir: string): void => {
  const project = join(engineFolder, "scripts", "tsconfig.dist.json")
  run(process.execPath, [toolPath("typescript", "tsc"), "-p", project, "--outDir", outDir], engineFolder)
  for (const file of readdirSync(outDir, { recursive: true, encoding: "utf8" })) {
    if (file.endsWith(".d.ts")) pointAtModules(join(outDir, file))
  }
}

/** The compiler leaves the names of sources in declarations; the sources are not shipped. */
const pointAtModules = (file: string): void => {
  const text = readFileSync(file, "utf8")
  writeFileSync(file, text.replaceAll(/((?:from |import\()"\.{1,2}\/[^"]+)\.ts"/g, `$1.js"`))
}

/** The file that the command `command` of the installed package `name` runs. */
export const toolPath = (name: string, command: string): string => {
  const manifest = installedManifest(name)
  const { bin } = JSON.parse(readFileSync(manifest, "utf8"))
  return join(dirname(manifest), typeof bin === "string" ? bin : bin[command])
}

/** The folder of an installed package. */
export const installedFolder = (name: string): string => dirname(installedManifest(name))

const installedManifest = (name: string): string => {
  const places = createRequire(import.meta.url).resolve.paths(name) ?? []
  const found = places.map((place) => join(place, name, "package.json")).find((each) => existsSync(each))
  if (found === undefined) throw new Error(`${name} is not installed`)
  return found
}

export const run = (command: string, args: ReadonlyArray<string>, cwd: string): string => {
  try {
    return execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] })
  } catch (error) {
    const { stderr, stdout } = error as { readonly stderr?: string; readonly stdout?: string }
    throw new Error(`${command} ${args.join(" ")} failed\n${stdout ?? ""}${stderr ?? ""}`, { cause: error })
  }
}

type Manifest = { readonly [field: string]: unknown }

/** Of the workspace's manifest only what an embedder's package manager has to know. */
const publishedManifest = (workspace: Manifest): Manifest => {
  const kept = Object.fromEntries(Object.entries(workspace).filter(([field]) => publishedFields.has(field)))
  return {
    ...kept,
    sideEffects: false,
    files: ["dist", "examples"],
    exports: { ".": entry("index"), "./judge": entry("judge/index"), "./testing": entry("testing/index") }
  }
}

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

const entry = (module: string) => ({ types: `./dist/${module}.d.ts`, default: `./dist/${module}.js` })
