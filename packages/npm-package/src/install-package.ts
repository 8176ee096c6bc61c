/** The packed tarball installed by npm into an empty folder, with what it needs linked, so that no network is needed. */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { buildPackage, packPackage, type Publication } from "./build-package.ts"
import { installedFolder, run } from "./run-tool.ts"

export interface InstalledPackage {
  /** An embedder's project. */
  readonly app: string
  /** What was packed. */
  readonly built: string
  readonly tarball: string
  readonly remove: () => void
}

export const installPackage = (publication: Publication): InstalledPackage => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "znatoki-packed-")))
  const built = join(folder, "built")
  const app = join(folder, "app")
  buildPackage(publication, built)
  const tarball = packPackage(built, folder)
  mkdirSync(app)
  const manifest = JSON.parse(readFileSync(join(built, "package.json"), "utf8"))
  const needed = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
  const linked = needed.map((name) => [name, `file:${installedFolder(name)}`])
  const dependencies = { [manifest.name]: `file:${tarball}`, ...Object.fromEntries(linked) }
  writeFileSync(join(app, "package.json"), JSON.stringify({ private: true, type: "module", dependencies }))
  run("npm", ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], app)
  return { app, built, tarball, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
