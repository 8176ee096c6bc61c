/**
 * Where VK brings events by itself (its Callback API), for every community at one address. `ok` means that the event is
 * kept: VK forgets it then. Nobody waits for what the game makes of it, and posts do not wait for each other.
 */
import { EpochMs } from "@znatoki/engine"
import { type ReceivedEvent, ReceivedEvents } from "@znatoki/ports/received-events"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import { type OpenSpan, type Recorder, Tracing } from "@znatoki/ports/tracing"
import { Clock, Context, Effect, Layer, Redacted, type Scope } from "effect"
import { createHash, timingSafeEqual } from "node:crypto"
import { communityIdOf } from "../api/vk-id.ts"
import { type CallbackPost, readPost } from "./callback-post.ts"
import { comeAgainIn } from "./come-again.ts"
import { readBounded } from "./read-bounded.ts"

export interface CallbackSettings {
  readonly groupId: number
  /** What VK has to be answered when it asks whether the address is ours. */
  readonly confirmation: string
  /** Any of them opens: the new one and the old, while one takes the other's place. None: VK was given none. */
  readonly secrets: ReadonlyArray<Redacted.Redacted>
}

/** Who plays a community's events. */
export interface Listener {
  /** It is kept already; the same one may be brought again. */
  readonly take: (event: ReceivedEvent) => void
  /** So many wait that no more should come. */
  readonly isFull: () => boolean
}

export class CallbackDoor extends Context.Service<
  CallbackDoor,
  {
    readonly answer: (request: Request) => Effect.Effect<Response>
    /** What is kept from now on is brought to the listener, for as long as the scope lives. */
    readonly listen: (groupId: number, listener: Listener) => Effect.Effect<void, never, Scope.Scope>
  }
>()("@znatoki/adapter-vk/CallbackDoor") {}

/** VK's largest events are a tenth of it. */
const bodyMax = 1024 * 1024
/** VK waits for about eight seconds. */
const patience = "5 seconds"
const refusalsToldEveryMs = 60_000

const reply = (status: number, text: string, headers: Record<string, string> = {}): Response =>
  new Response(text, { status, headers: { "content-type": "text/plain; charset=utf-8", ...headers } })

const later = (failedBefore: string | null): Response =>
  reply(503, "later", { "retry-after": String(comeAgainIn(failedBefore)) })

const digest = (text: string): Buffer => createHash("sha256").update(text).digest()

/** Takes as long whichever of them it is, or none. */
const opens = (secret: string, { secrets }: CallbackSettings): boolean => {
  if (secrets.length === 0) return true
  const given = digest(secret)
  return secrets.filter((known) => timingSafeEqual(given, digest(Redacted.value(known)))).length > 0
}

/** The way of an event begins where it comes in, if it is one of those that are recorded. */
const wayOf = (recorder: Recorder, id: string): OpenSpan | null => {
  const about = { "messaging.message.id": id, "messaging.operation.type": "receive" }
  return recorder.begin({ name: "receive", kind: "server", about })
}

const endedBy = <A, E, R>(span: OpenSpan | null, keeping: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  span === null
    ? keeping
    : Effect.onExit(keeping, ({ _tag }) => Effect.sync(() => span.end({ "znatoki.result": _tag.toLowerCase() })))

export const layer = (communities: ReadonlyArray<CallbackSettings>) =>
  Layer.effect(
    CallbackDoor,
    Effect.gen(function* () {
      const store = yield* ReceivedEvents
      const trouble = yield* StoreTrouble
      const recorder = yield* Tracing
      const settings = new Map(communities.map((each) => [each.groupId, each]))
      const listeners = new Map<number, Listener>()
      const toldAtMs = new Map<string, number>()

      /** Strangers may knock a thousand times a second: a line a minute of each kind is enough to know it by. */
      const refuse = (status: number, why: string): Effect.Effect<Response> =>
        Effect.flatMap(Clock.currentTimeMillis, (nowMs) => {
          const answer = Effect.succeed(reply(status, why))
          if (nowMs - (toldAtMs.get(why) ?? -Infinity) < refusalsToldEveryMs) return answer
          toldAtMs.set(why, nowMs)
          return Effect.andThen(Effect.logWarning(`callback: a post was refused: ${why}`), answer)
        })

      /** False: it could not be kept. */
      const keep = Effect.fnUntraced(function* ({ eventId: id, groupId }: CallbackPost, body: string) {
        const listener = listeners.get(groupId)
        if (listener?.isFull() === true) return false
        const span = recorder === null ? null : wayOf(recorder, id)
        const event = { id, body, atMs: EpochMs.make(yield* Clock.currentTimeMillis) }
        yield* endedBy(span, trouble.watch(store)(store.keep(communityIdOf(groupId), event)))
        listeners.get(groupId)?.take(recorder === null ? event : { ...event, trace: span?.trace ?? null })
        return true
      })

      const isKeptInTime = (post: CallbackPost, body: string): Effect.Effect<boolean> =>
        keep(post, body).pipe(
          Effect.timeoutOrElse({ duration: patience, orElse: () => Effect.succeed(false) }),
          Effect.catch((error) =>
            error._tag === "StoreUnavailable"
              ? Effect.succeed(false)
              : Effect.as(Effect.logError("callback: an event could not be kept", error), false)
          )
        )

      const answerText = (body: string, failedBefore: string | null): Effect.Effect<Response> => {
        const post = readPost(body)
        if (post === null) return refuse(400, "not an event of VK")
        const community = settings.get(post.groupId)
        if (community === undefined) return refuse(404, "a community that is not ours")
        if (post.isConfirmation) return Effect.succeed(reply(200, community.confirmation))
        if (!opens(post.secret, community)) return refuse(403, "the secret is wrong")
        return Effect.map(isKeptInTime(post, body), (isKept) => (isKept ? reply(200, "ok") : later(failedBefore)))
      }

      const answer = (request: Request): Effect.Effect<Response> => {
        if (request.method !== "POST") return Effect.succeed(reply(405, "POST only", { allow: "POST" }))
        return Effect.tryPromise(() => readBounded(request, bodyMax)).pipe(
          Effect.flatMap((body) => {
            switch (body._tag) {
              case "TooLong":
                return refuse(413, "the body is too long")
              case "NoText":
                return refuse(400, "the body is no text")
              case "Text":
                return answerText(body.text, request.headers.get("x-retry-counter"))
            }
          }),
          // Whoever sent it went away in the middle.
          Effect.catch(() => Effect.succeed(reply(400, "the body broke off")))
        )
      }

      return {
        answer,
        listen: (groupId, listener) =>
          Effect.acquireRelease(
            Effect.sync(() => void listeners.set(groupId, listener)),
            () => Effect.sync(() => void listeners.delete(groupId))
          )
      }
    })
  )
