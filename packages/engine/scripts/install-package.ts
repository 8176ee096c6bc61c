/** The packed tarball installed by npm into an empty folder, with the engine's peers linked, so that no network is needed. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { buildPackage, installedFolder, packPackage, run } from "./build-package.ts"

export interface InstalledPackage {
  /** An embedder's project. */
  readonly app: string
  /** What was packed. */
  readonly built: string
  readonly tarball: string
  readonly remove: () => void
}

export const installPackage = (): InstalledPackage => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "znatoki-packed-")))
  const built = join(folder, "built")
  const app = join(folder, "app")
  buildPackage(built)
  const tarball = packPackage(built, folder)
  mkdirSync(app)
  const peers = ["effect", "fast-check", "pure-rand"].map((name) => [name, `file:${installedFolder(name)}`])
  const dependencies = { "@znatoki/engine": `file:${tarball}`, ...Object.fromEntries(peers) }
  writeFileSync(join(app, "package.json"), JSON.stringify({ private: true, type: "module", dependencies }))
  run("npm", ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], app)
  return { app, built, tarball, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
