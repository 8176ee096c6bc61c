/** `znatoki questions`: files of questions, looked at before they go anywhere. */
import { Command } from "effect/cli"
import { check } from "../questions/check.ts"
import { importCommand } from "../questions/import.ts"
import { exportCommand } from "../questions/export.ts"

export const questions = Command.make("questions").pipe(
  Command.withDescription("Files of questions: .4s, text of db.chgk.info, plain text, JSON, CSV and others"),
  Command.withSubcommands([check, importCommand, exportCommand])
)
