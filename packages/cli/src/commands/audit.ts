/** `znatoki audit`: the log of what admins did. */
import { Command } from "effect/cli"
import { verify } from "../admins/verify.ts"

export const audit = Command.make("audit").pipe(
  Command.withDescription("The log of what admins did"),
  Command.withSubcommands([verify])
)
