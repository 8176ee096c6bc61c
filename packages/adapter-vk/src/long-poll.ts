/** VK's Long Poll as pages of updates, one after another for ever: what to ask, and what to do when it fails. */
import { Effect, Random, Schema } from "effect"
import { fetchJson } from "./fetch-json.ts"
import { decodePollAnswer, pollStep, type PollStep } from "./poll-answer.ts"
import type { VkApi } from "./vk-api.ts"
import { sayError, type VkForbidden, type VkRefused } from "./vk-error.ts"

/** VK advises 25: some proxies cut longer silence. */
const WAIT_SECONDS = 25
const TIMEOUT_MS = (WAIT_SECONDS + 10) * 1000
const PAUSE_MS = 500
const PAUSE_MAX_MS = 30_000
/** A server that is silent so often in a row may have moved. */
const FAILURES_BEFORE_NEW_SERVER = 6

export interface LongPoll {
  /** Taken in page by page: the next one is asked for when `take` is through. */
  readonly run: <E>(
    from: string | null,
    take: (ts: string, updates: ReadonlyArray<unknown>) => Effect.Effect<void, E>
  ) => Effect.Effect<never, E | VkForbidden | VkRefused>
}

const PollServer = Schema.Struct({
  server: Schema.String,
  key: Schema.String,
  ts: Schema.Union([Schema.String, Schema.Number])
})

const pause = (failures: number): Effect.Effect<void> =>
  Random.nextBetween(0.5, 1).pipe(
    Effect.flatMap((jitter) => Effect.sleep(Math.min(PAUSE_MAX_MS, PAUSE_MS * 2 ** failures) * jitter))
  )

const pollOnce = Effect.fnUntraced(function* (server: typeof PollServer.Type, ts: string) {
  const query = new URLSearchParams({ act: "a_check", key: server.key, ts, wait: String(WAIT_SECONDS) })
  const json = yield* fetchJson(`${server.server}?${query}`, {}, TIMEOUT_MS)
  return pollStep(yield* decodePollAnswer(json))
})

/** Where we are: whom to ask, after which event, and how often in a row it went wrong. */
interface Place {
  readonly server: typeof PollServer.Type
  readonly ts: string
  readonly failures: number
}

export const makeLongPoll = (vk: VkApi["Service"], groupId: number): LongPoll => {
  const askServer = vk.call("groups.getLongPollServer", { group_id: String(groupId) }, PollServer)

  /** Asked until VK answers; only a refusal for good comes out. */
  const newServer = (failures = 0): Effect.Effect<typeof PollServer.Type, VkForbidden | VkRefused> =>
    askServer.pipe(
      Effect.catchTag("VkUnavailable", (error) =>
        Effect.logWarning(`the Long Poll server is not known yet: ${sayError(error)}`).pipe(
          Effect.andThen(Effect.sleep(error.afterMs)),
          Effect.andThen(pause(failures)),
          Effect.andThen(newServer(failures + 1))
        )
      )
    )

  /** The same question again; VK refuses those who ask for the server's address too often. */
  const afterTrouble = Effect.fnUntraced(function* (place: Place, why: string) {
    const failures = place.failures + 1
    yield* Effect.logWarning(`Long Poll, failure ${failures} in a row: ${why}`)
    yield* pause(failures)
    const server = failures % FAILURES_BEFORE_NEW_SERVER === 0 ? yield* newServer() : place.server
    return { ...place, server, failures }
  })

  const afterFailed = Effect.fnUntraced(function* (place: Place, step: Exclude<PollStep, { readonly _tag: "Page" }>) {
    const failures = place.failures + 1
    // The first failure is VK's ordinary way and costs no waiting; one on top of another does.
    if (failures > 1) yield* pause(failures)
    switch (step._tag) {
      case "GoOnFrom":
        yield* Effect.logWarning(`Long Poll: VK has lost some events between ${place.ts} and ${step.ts}`)
        return { ...place, ts: step.ts, failures }
      case "NewKey":
        return { ...place, server: yield* newServer(), failures }
      case "NewKeyAndTs": {
        const server = yield* newServer()
        yield* Effect.logWarning(`Long Poll: VK has lost the history after ${place.ts}, going on from ${server.ts}`)
        return { server, ts: String(server.ts), failures }
      }
    }
  })

  const run: LongPoll["run"] = Effect.fnUntraced(function* (from, take) {
    const server = yield* newServer()
    let place: Place = { server, ts: from ?? String(server.ts), failures: 0 }
    // The place to begin from is kept at once: a restart must not begin later.
    if (from === null) yield* take(place.ts, [])
    yield* Effect.logInfo(`listening to community ${groupId} from ${place.ts}`)
    for (;;) {
      const { server, ts } = place
      const step = yield* Effect.result(pollOnce(server, ts))
      if (step._tag === "Failure") {
        place = yield* afterTrouble(place, step.failure._tag === "HttpTrouble" ? step.failure.reason : "an odd answer")
      } else if (step.success._tag === "Page") {
        place = { server, ts: step.success.ts, failures: 0 }
        if (place.ts !== ts || step.success.updates.length > 0) yield* take(place.ts, step.success.updates)
      } else {
        place = yield* afterFailed(place, step.success)
        if (place.ts !== ts) yield* take(place.ts, [])
      }
    }
  })

  return { run }
}
