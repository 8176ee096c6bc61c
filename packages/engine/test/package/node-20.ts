/** A real Node 20 on this machine: neither the one that runs the tests, nor one that a package brings. */
import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"
import { delimiter, isAbsolute, join, sep } from "node:path"

/** Null if there is none on the path. */
export const findNode20 = (): string | null => {
  const folders = (process.env["PATH"] ?? "").split(delimiter)
  const ofTheMachine = folders.filter((folder) => isAbsolute(folder) && !folder.split(sep).includes("node_modules"))
  return ofTheMachine.map((folder) => join(folder, "node")).find((file) => existsSync(file) && isNode20(file)) ?? null
}

const isNode20 = (file: string): boolean => {
  try {
    return execFileSync(file, ["--version"], { encoding: "utf8" }).startsWith("v20.")
  } catch {
    return false
  }
}
