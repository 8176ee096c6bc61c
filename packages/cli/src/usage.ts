/** How the program explains itself: help with the environment's variables, and one line for what it cannot take. */
import { Console, Effect } from "effect"
import { CliOutput, type HelpDoc, TerminalCapabilities } from "effect/cli"
import { type Variable, variables } from "./config/variables.ts"

const row = ({ byDefault, meaning, name }: Variable): string =>
  `  ${name}\n      ${meaning}${byDefault === "–" ? "" : ` (default: ${byDefault})`}`

const environmentOf = (commandPath: ReadonlyArray<string>): string => {
  const own = variables.filter(({ commands }) => commands.includes(commandPath.at(-1) ?? ""))
  return own.length === 0 ? "" : `\n\nENVIRONMENT\n${own.map((each) => row(each)).join("\n")}`
}

const namesOf = ({ subcommands = [] }: HelpDoc.HelpDoc): string =>
  subcommands.flatMap(({ commands }) => commands.map(({ name }) => name)).join(", ")

/** «Unrecognized flag: --sed in command znatoki play. Did you mean this? --seed» */
const inOneLine = (problem: string): string =>
  problem
    .trim()
    .replaceAll(/([^\s.?:])\s*\n\s*/g, "$1. ")
    .replaceAll(/\s+/g, " ")

const refusalOf = (doc: HelpDoc.HelpDoc, path: ReadonlyArray<string>, problems: ReadonlyArray<string>): string => {
  const commands = namesOf(doc)
  const said = problems.map(inOneLine).join("; ")
  const usage = `Usage: ${doc.usage}${commands === "" ? "" : ` — ${commands}`}. More: ${path.join(" ")} --help`
  return `${said}\n${usage}`
}

export const usage = CliOutput.layerPresenter({
  present: Effect.fnUntraced(function* (event) {
    const { canColor } = yield* TerminalCapabilities.TerminalCapabilities
    const formatter = CliOutput.defaultFormatter({ colors: canColor, globalFlags: "summary" })
    switch (event._tag) {
      case "Help":
        return yield* Console.log(formatter.formatHelpDoc(event.helpDoc) + environmentOf(event.commandPath))
      case "InvalidInvocation": {
        const problems = event.errors.map((error) => formatter.formatCliError(error))
        return yield* Console.error(refusalOf(event.helpDoc, event.commandPath, problems))
      }
      case "Version":
        return yield* Console.log(formatter.formatVersion(event.name, event.version))
    }
  })
})
