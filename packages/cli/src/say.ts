/** Lines for the person at the terminal, beside the log. */
import { Effect } from "effect"

export const say = (...lines: ReadonlyArray<string>): Effect.Effect<void> =>
  Effect.sync(() => void process.stdout.write(`${lines.join("\n")}\n`))
