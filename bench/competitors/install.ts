/** Brings what is compared with, the first time and when it changed: it lives apart from the workspaces. */
import { spawnSync } from "node:child_process"
import { statSync } from "node:fs"
import { fileURLToPath } from "node:url"

const folder = fileURLToPath(new URL(".", import.meta.url))
const changedMs = (file: string): number => statSync(`${folder}${file}`, { throwIfNoEntry: false })?.mtimeMs ?? 0

if (changedMs("node_modules/.package-lock.json") < changedMs("package-lock.json")) {
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder, stdio: "inherit" })
  if (status !== 0) process.exit(status ?? 1)
}
