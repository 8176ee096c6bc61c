/** `znatoki audit verify`: whether the log of what admins did is as it was written. */
import { beforeFirst, brokenAt } from "@znatoki/ports/audit-chain"
import { AuditLog } from "@znatoki/ports/audit-log"
import { Effect } from "effect"
import { Command } from "effect/cli"
import { CannotRun } from "../cannot-run.ts"
import { withDatabase } from "../compose/database.ts"
import { readEnvironment } from "../config/environment.ts"
import { logging } from "../logging.ts"
import { say } from "../say.ts"

const atOnce = 1_000

const broken = (place: number) =>
  new CannotRun({
    advice: `The audit log is not as it was written: entry ${place} does not follow from the one before. Compare it with a backup.`
  })
const cutOff = (last: number, head: number) =>
  new CannotRun({
    advice: `The audit log is not as it was written: it ends at entry ${last}, and went as far as ${head}. Compare it with a backup.`
  })
const failed = () => new CannotRun({ advice: "The database failed when it was asked: try again." })

/** How many entries there are, all of them as they were written. */
const verified = Effect.gen(function* () {
  const log = yield* AuditLog
  // Asked first: what is appended meanwhile follows it.
  const head = yield* log.head
  let last = { place: 0, hash: beforeFirst }
  while (last.place < head.place) {
    const entries = yield* log.read(last.place, Math.min(atOnce, head.place - last.place))
    const place = brokenAt(last, entries)
    if (place !== null) return yield* broken(place)
    const next = entries.at(-1)
    if (next === undefined) return yield* cutOff(last.place, head.place)
    last = next
  }
  return last.hash === head.hash ? last.place : yield* broken(last.place)
})

export const verify = Command.make(
  "verify",
  {},
  Effect.fnUntraced(function* () {
    const environment = yield* readEnvironment(process.env)
    const count = yield* verified.pipe(
      Effect.catchTags({ StoreUnavailable: failed, StoreBroken: failed }),
      withDatabase(environment),
      Effect.provide(logging(environment, "warn"))
    )
    yield* say(`The audit log is whole: ${count} entries, each follows from the one before.`)
  })
).pipe(Command.withDescription("Check that every entry follows from the one before, and that none is cut off"))
