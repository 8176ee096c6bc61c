/** `znatoki cache`: what processes keep ready. */
import { Command } from "effect/cli"
import { bench } from "../cache/bench.ts"
import { clear } from "../cache/clear.ts"
import { stats } from "../cache/stats.ts"

export const cache = Command.make("cache").pipe(
  Command.withDescription("What processes keep ready, and share by Redis"),
  Command.withSubcommands([stats, clear, bench])
)
