/** `znatoki sandbox`: an emulated VK with a web chat, and nothing else. */
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { sandboxOptions } from "../compose/sandbox-options.ts"
import { readEnvironment } from "../config/environment.ts"
import { describedWithDefault } from "../described-with-default.ts"
import { say } from "../say.ts"
import { untilStopped } from "../until-stopped.ts"

export const sandbox = Command.make(
  "sandbox",
  {
    empty: Flag.Boolean("empty").pipe(
      describedWithDefault("Do not create the two conversations for demonstration when there are none", false)
    ),
    state: Flag.File("state").pipe(
      Flag.withDescription("Keep conversations in this file across restarts; without it they end with the process"),
      Flag.optional
    )
  },
  Effect.fnUntraced(function* ({ empty, state }) {
    const { openSandbox } = yield* Effect.promise(() => import("../compose/sandbox.ts"))
    const environment = yield* readEnvironment(process.env)
    const opened = yield* openSandbox({
      ...sandboxOptions(environment),
      stateFile: Option.getOrNull(state),
      seedConversations: !empty
    })
    yield* say(
      `Web chat:      ${opened.url}/`,
      `VK API:        VK_API_URL=${opened.apiUrl} VK_TOKEN=${environment.vkToken === null ? opened.token : "$VK_TOKEN"} VK_GROUP_ID=${opened.groupId}`,
      "Stop it with Ctrl+C."
    )
    return yield* untilStopped(Effect.never)
  }, Effect.scoped)
).pipe(Command.withDescription("An emulated VK on this machine, with a web chat"))
