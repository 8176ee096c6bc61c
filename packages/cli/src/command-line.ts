/** What a line of words makes the program do, and what is told where it cannot. */
import { Console, Effect } from "effect"
import { Command } from "effect/cli"
import { nodeServices } from "./node-services.ts"
import { usage } from "./usage.ts"

const loads = {
  demo: async () => (await import("./commands/demo.ts")).demo,
  bot: async () => (await import("./commands/bot.ts")).bot,
  all: async () => (await import("./commands/bot.ts")).all,
  connector: async () => (await import("./commands/connector.ts")).connector,
  callback: async () => (await import("./commands/callback.ts")).callback,
  worker: async () => (await import("./commands/worker.ts")).worker,
  doctor: async () => (await import("./commands/doctor.ts")).doctor,
  play: async () => (await import("./commands/play.ts")).play,
  simulate: async () => (await import("./commands/simulate.ts")).simulate,
  load: async () => (await import("./commands/load.ts")).load,
  replay: async () => (await import("./commands/replay.ts")).replay,
  judge: async () => (await import("./commands/judge.ts")).judge,
  questions: async () => (await import("./commands/questions.ts")).questions,
  sandbox: async () => (await import("./commands/sandbox.ts")).sandbox,
  admin: async () => (await import("./commands/admin.ts")).admin,
  audit: async () => (await import("./commands/audit.ts")).audit,
  cache: async () => (await import("./commands/cache.ts")).cache,
  migrate: async () => (await import("./commands/migrate.ts")).migrate
}

const isCommand = (name: string): name is keyof typeof loads => Object.hasOwn(loads, name)

/** Most of a start is loading: a command that is asked for by its name is loaded alone, and for the version none is. */
const commandsFor = async (wanted: string) => {
  if (wanted === "--version") return []
  return isCommand(wanted) ? [await loads[wanted]()] : Promise.all(Object.values(loads).map((load) => load()))
}

/** Fails when it could not be done; what the person has to know is said by then, in one line and without a stack. */
export const commandLine = Effect.fnUntraced(
  function* (args: ReadonlyArray<string>) {
    const znatoki = Command.make("znatoki").pipe(
      Command.withDescription("Znatoki: a quiz bot for VK conversations"),
      Command.withSubcommands(yield* Effect.promise(() => commandsFor(args[0] ?? "")))
    )
    yield* Command.runWith(znatoki, { version: "0.1.0" })(args)
  },
  Effect.tapErrorTag("CannotRun", ({ advice }) => Console.error(advice)),
  Effect.provide(usage),
  Effect.provide(nodeServices)
)
