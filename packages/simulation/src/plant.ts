/**
 * Loaded before a simulation (`node --import`): plants the bug that `ZNATOKI_PLANTED_BUG` names into the source of the
 * kernel as it is read. Nothing on the disk changes.
 */
import { readFileSync } from "node:fs"
import { registerHooks } from "node:module"
import { fileURLToPath, pathToFileURL } from "node:url"
import { plantedBugs } from "./planted-bugs.ts"

const name = process.env["ZNATOKI_PLANTED_BUG"]
const bug = plantedBugs.find((each) => each.name === name)
if (bug === undefined) throw new Error(`no planted bug is called «${name}»`)

const packages = new URL("../../", import.meta.url)
const url = pathToFileURL(fileURLToPath(new URL(bug.file, packages))).href
const sound = readFileSync(new URL(url), "utf8")
if (sound.split(bug.find).length !== 2) throw new Error(`«${bug.name}» fits ${bug.file} not exactly once`)

registerHooks({
  load: (asked, context, next) =>
    asked === url
      ? { format: "module-typescript", source: sound.replace(bug.find, () => bug.replace), shortCircuit: true }
      : next(asked, context)
})
