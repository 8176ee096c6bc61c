/** A password from whoever starts the program: asked for at a terminal and not shown, else the first line that comes in. */
import { Effect, Redacted } from "effect"
import { Prompt } from "effect/cli"
import { text } from "node:stream/consumers"
import { CannotRun } from "../cannot-run.ts"

const atTerminal = Effect.gen(function* () {
  const first = yield* Prompt.run(Prompt.Password({ message: "Password" }))
  const again = yield* Prompt.run(Prompt.Password({ message: "The same again" }))
  if (Redacted.value(first) === Redacted.value(again)) return first
  return yield* new CannotRun({ advice: "The two passwords differ: start again." })
})

const fromInput = Effect.promise(() => text(process.stdin)).pipe(
  Effect.map((given) => Redacted.make(given.split(/\r?\n/, 1)[0] ?? ""))
)

export const askPassword = Effect.suspend(() =>
  process.stdin.isTTY
    ? atTerminal.pipe(
        Effect.catchTag("QuitError", () =>
          Effect.fail(new CannotRun({ advice: "No password was given, so nobody was made." }))
        )
      )
    : fromInput
)
