/** `znatoki load`: as many people as one likes play real games through the sandbox, and what that took is measured. */
import { Effect } from "effect"
import { Command, Flag } from "effect/cli"
import { writeFile } from "node:fs/promises"
import { resolve } from "node:path"
import { CannotRun } from "../cannot-run.ts"
import { readEnvironment } from "../config/environment.ts"
import { describedWithDefault } from "../described-with-default.ts"
import { usersMax, usersMin, usersOf } from "../load/levels.ts"
import { isLoopback } from "../load/loopback.ts"
import { openOwnPlace } from "../load/own-place.ts"
import { playLoad } from "../load/play-load.ts"
import { progressTo, summary } from "../load/tell-load.ts"
import { makeRng } from "../play/rng.ts"
import { reportOf } from "../load/report.ts"
import { say } from "../say.ts"

const secondsMin = 5
const secondsMax = 3_600
const file = "load.html"

const flags = {
  users: Flag.String("users").pipe(
    describedWithDefault("How many people: low 10, medium 50, high 100, peak 200, or a number", "low")
  ),
  duration: Flag.Int("duration").pipe(describedWithDefault("How many seconds they play before they go home", 60)),
  preset: Flag.Literals("preset", ["lightning", "quick", "classic", "tv"]).pipe(
    describedWithDefault("What they play", "lightning" as const)
  ),
  sandbox: Flag.String("sandbox").pipe(
    describedWithDefault("A sandbox of this machine in which a bot plays already: its address", "one of its own")
  ),
  report: Flag.String("report").pipe(describedWithDefault("Where the report goes, a page with charts", file)),
  seed: Flag.Int("seed").pipe(describedWithDefault("The same seed rolls the same dice for people", 1)),
  json: Flag.Boolean("json").pipe(describedWithDefault("Print one JSON object", false))
}

const wrong = (flag: string, wanted: string) => Effect.fail(new CannotRun({ advice: `--${flag} has to be ${wanted}.` }))

const placeOf = Effect.fnUntraced(function* (sandbox: string) {
  if (sandbox === "one of its own") return yield* openOwnPlace(yield* readEnvironment(process.env))
  if (!isLoopback(sandbox)) {
    return yield* wrong("sandbox", "the address of a sandbox of this machine, like http://127.0.0.1:8400")
  }
  const people = { name: "people", pids: () => [process.pid] }
  return { sandboxUrl: sandbox, watched: [people], metricsUrl: null, sql: null, errors: () => [] }
})

export const load = Command.make(
  "load",
  flags,
  Effect.fnUntraced(function* ({ duration, json, preset, report, sandbox, seed, users: wanted }) {
    const users = usersOf(wanted)
    if (users === null) {
      return yield* wrong("users", `low, medium, high, peak, or a number from ${usersMin} to ${usersMax}`)
    }
    if (duration < secondsMin || duration > secondsMax) {
      return yield* wrong("duration", `a number from ${secondsMin} to ${secondsMax}`)
    }
    const place = yield* placeOf(sandbox)
    const progress = progressTo(process.stderr)
    const result = yield* Effect.tryPromise({
      try: () => playLoad(place, { users, seconds: duration, preset, rng: makeRng(seed) }, progress.show),
      catch: (cause) =>
        new CannotRun({
          advice: `The load could not be played (${cause instanceof Error ? cause.message : String(cause)}).`
        })
    }).pipe(Effect.ensuring(Effect.sync(progress.end)))
    const path = resolve(report)
    yield* Effect.tryPromise({
      try: () => writeFile(path, reportOf(result)),
      catch: (cause) =>
        new CannotRun({
          advice: `The report cannot be written to ${path} (${String((cause as NodeJS.ErrnoException).code)}).`
        })
    })
    yield* say(...(json ? [JSON.stringify(result)] : [...summary(result), `report        ${path}`]))
    if (!result.isGood) {
      return yield* new CannotRun({ advice: "Not everybody was answered, or not every game came to its end." })
    }
  }, Effect.scoped)
).pipe(
  Command.withDescription("People play real games through the sandbox: how long they wait, and what it takes"),
  Command.withExamples([
    { command: "znatoki load --users 1000 --duration 120", description: "A thousand people for two minutes" }
  ])
)
