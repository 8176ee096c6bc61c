/** Keeps a part of a page as things are: it is sent again whenever it would read otherwise. */
import { Effect } from "effect"
import { type SSEStreamingApi, streamSSE } from "hono/streaming"
import type { AdminServices, Handler } from "../answer.ts"
import { refusalFor } from "../auth/guard.ts"
import { stillMay } from "../auth/identify.ts"
import type { CallApi } from "./call-api.ts"
import type { Html } from "../pages/value-tree.ts"
import type { Page, Work } from "./page.ts"
import { askedOf } from "./page-handler.ts"

const lookEveryMs = 1_000
/** So that nobody between takes a silent stream for a dead one. */
const breatheEvery = 20
/** Whoever still looks comes again. */
const looksMax = 600

interface Kept {
  readonly part: () => Promise<string>
  /** Whether it is still theirs who looks; asked before anything is sent, so that what is over reads nothing more. */
  readonly isTheirs: () => Promise<boolean>
}

const keep = async (stream: SSEStreamingApi, { isTheirs, part }: Kept): Promise<void> => {
  let sent: string | null = null
  for (let look = 0; look < looksMax && !stream.aborted && !stream.closed; look++) {
    const now = await part()
    const isNew = now !== sent
    if ((isNew || look % breatheEvery === 0) && !(await isTheirs())) return
    if (isNew) await stream.writeSSE({ data: now.replaceAll("\n", " "), id: String(look) })
    else if (look % breatheEvery === 0) await stream.write(": still here\n\n")
    sent = now
    await stream.sleep(lookEveryMs)
  }
}

/** What is gone does not come back: whoever asks for it is told to ask no more. */
const isThere = (part: Work<Html>) =>
  Effect.as(part, true).pipe(Effect.catchTag("Problem", () => Effect.succeed(false)))

export const liveHandlerOf =
  ({ live, role }: Page, callApi: CallApi): Handler =>
  (context) =>
    Effect.gen(function* () {
      const who = context.get("who")
      const refusal = refusalFor(context, role)
      if (refusal !== null || live === undefined || who === undefined) return context.body(null, 204)
      const services = yield* Effect.context<AdminServices>()
      const asked = askedOf(context, callApi)
      if (!(yield* isThere(live(asked)))) return context.body(null, 204)
      const part = async (): Promise<string> => String(await Effect.runPromiseWith(services)(live(asked)))
      const isTheirs = (): Promise<boolean> => Effect.runPromiseWith(services)(stillMay(who, role))
      return streamSSE(
        context,
        (stream) => keep(stream, { part, isTheirs }),
        async () => {}
      )
    })
