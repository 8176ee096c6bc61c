/** VK's Long Poll as news, one after another for ever: what to ask, and what to do when it fails. */
import { LastingTrouble } from "@znatoki/ports/lasting-trouble"
import { Clock, Effect } from "effect"
import type { HttpTrouble } from "../api/fetch-json.ts"
import { newServer, pause } from "./poll-server.ts"
import { type Answered, makePollQuestion, type Place, type PollStep } from "./poll-question.ts"
import type { VkApi } from "../api/vk-api.ts"
import type { VkForbidden, VkRefused } from "../api/vk-error.ts"

/** A server that is silent so often in a row may have moved; VK refuses those who ask for its address too often. */
const failuresBeforeNewServer = 12
/** From one question to the next, when the answer told nothing and came at once. */
const floorMs = 1_000
const floorAskedMs = 100

/** What became known of the talk. */
export type News =
  /** There is no cursor yet: this one is to be kept before anything is read. */
  | { readonly _tag: "Begins"; readonly ts: string }
  /** All that was written up to now, none of it twice; empty while nobody writes. `ts` is the cursor to keep. */
  | { readonly _tag: "Page"; readonly ts: string; readonly updates: ReadonlyArray<unknown> }
  /** Since `sinceMs`, epoch milliseconds, nothing can be heard; it comes with a later page. */
  | { readonly _tag: "Deaf"; readonly sinceMs: number }
  /** Of what was written since `sinceMs` some is gone for ever. */
  | { readonly _tag: "Lost"; readonly ts: string; readonly sinceMs: number }

type Take<E> = (news: News) => Effect.Effect<void, E>

export interface LongPoll {
  /** Taken in one by one: VK is asked on when `take` is through. */
  readonly run: <E>(from: string | null, take: Take<E>) => Effect.Effect<never, E | VkForbidden | VkRefused>
  /** Somebody has to know whether anything was written until now: the next page is not waited for. */
  readonly ask: Effect.Effect<void>
}

type PollPage = Extract<PollStep, { readonly _tag: "Page" }>
type Failed = Exclude<PollStep, PollPage>

/** Nothing new, and sooner than VK was asked for: asked again at once, it would be asked for ever. */
const floor = ({ atOnce, tookMs }: Answered) => Effect.sleep(Math.max(0, (atOnce ? floorAskedMs : floorMs) - tookMs))

const afterPage = Effect.fnUntraced(function* (place: Place, { ts, updates }: PollPage, answered: Answered) {
  const heardAtMs = yield* Clock.currentTimeMillis
  const isNew = ts !== place.ts && updates.length > 0
  const rest = Effect.as(isNew ? Effect.void : floor(answered), { ...place, ts, sure: true, heardAtMs, failures: 0 })
  return { news: { _tag: "Page", ts, updates } as const, rest }
})

export const makeLongPoll = (vk: VkApi["Service"], groupId: number): LongPoll => {
  const { ask, poll } = makePollQuestion()
  const trouble = new LastingTrouble({
    begins: "VK cannot be heard by Long Poll, and is asked until it can",
    ends: "VK is heard by Long Poll again"
  })
  /** Nobody is heard for as long as VK does not give it, whatever it is wanted for. */
  const askServer = <E>(take: Take<E>) =>
    Effect.flatMap(Clock.currentTimeMillis, (sinceMs) =>
      newServer(vk, groupId, trouble, take({ _tag: "Deaf", sinceMs }))
    )

  /** The same question again. Words written since the last answer went unheard only if VK hung. */
  const afterTrouble = Effect.fnUntraced(function* <E>(place: Place, { reason, timedOut }: HttpTrouble, take: Take<E>) {
    const failures = place.failures + 1
    const nowMs = yield* Clock.currentTimeMillis
    yield* trouble.failed(groupId, { reason, failures })
    const news: News = { _tag: "Deaf", sinceMs: timedOut === true ? place.heardAtMs : nowMs }
    const again = failures % failuresBeforeNewServer === 0 ? askServer(take) : Effect.succeed(place.server)
    const rest = Effect.map(Effect.andThen(pause(failures), again), (server): Place => ({
      ...place,
      server,
      sure: false,
      failures
    }))
    return { news, rest }
  })

  /** A new server is asked for before any pause: what is written in a pause then comes after its `ts`. */
  const afterFailed = Effect.fnUntraced(function* <E>(place: Place, step: Failed, take: Take<E>) {
    const failures = place.failures + 1
    const server = step._tag === "GoOnFrom" ? place.server : yield* askServer(take)
    const ts = step._tag === "GoOnFrom" ? step.ts : step._tag === "NewKey" ? place.ts : String(server.ts)
    // The first failure is VK's ordinary way and costs no waiting; one on top of another does.
    const rest = Effect.as(failures > 1 ? pause(failures) : Effect.void, {
      ...place,
      server,
      ts,
      sure: false,
      failures
    })
    if (step._tag === "NewKey") return { news: null, rest }
    yield* Effect.logWarning(
      step._tag === "GoOnFrom"
        ? `Long Poll: VK has lost some events between ${place.ts} and ${ts}`
        : `Long Poll: VK has lost the history after ${place.ts}, going on from ${ts}`
    )
    const news: News = { _tag: "Lost", ts, sinceMs: place.heardAtMs }
    return { news, rest }
  })

  /** What became known, and where to ask on when that is taken in. */
  const next = Effect.fnUntraced(function* <E>(place: Place, take: Take<E>) {
    const answer = yield* Effect.result(poll(place))
    if (answer._tag === "Failure") return yield* afterTrouble(place, answer.failure, take)
    const { step } = answer.success
    if (!place.sure) yield* trouble.over(groupId)
    return yield* step._tag === "Page" ? afterPage(place, step, answer.success) : afterFailed(place, step, take)
  })

  const run: LongPoll["run"] = Effect.fnUntraced(function* (from, take) {
    const server = yield* askServer(take)
    const ts = from ?? String(server.ts)
    // A restart must not begin later.
    if (from === null) yield* take({ _tag: "Begins", ts })
    yield* Effect.logInfo(`listening to community ${groupId} from ${ts}`)
    let place: Place = { server, ts, sure: false, heardAtMs: yield* Clock.currentTimeMillis, failures: 0 }
    for (;;) {
      const { news, rest } = yield* next(place, take)
      if (news !== null) yield* take(news)
      place = yield* rest
    }
  })

  return { run, ask }
}
