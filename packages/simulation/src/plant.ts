/**
 * Loaded before a simulation (`node --import`): plants the bug that `ZNATOKI_PLANTED_BUG` names into the source of the
 * kernel as it is read. Nothing on the disk changes.
 */
import { registerHooks } from "node:module"
import { markedPlaces, planted } from "./marked-places.ts"
import { plantedBugs } from "./planted-bugs.ts"

const name = process.env["ZNATOKI_PLANTED_BUG"]
const bug = plantedBugs.find((each) => each.name === name)
const [, place] = markedPlaces().find(([marked]) => marked === name) ?? []
if (bug === undefined || place === undefined) throw new Error(`no bug called «${name}» can be planted`)

const url = place.file.href
const source = planted(place, bug.instead)

registerHooks({
  load: (asked, context, next) =>
    asked === url ? { format: "module-typescript", source, shortCircuit: true } : next(asked, context)
})
