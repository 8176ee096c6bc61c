/** Programs of installed packages, run to their end. */
import { execFileSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"

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
