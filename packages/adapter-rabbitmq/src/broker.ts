/** The connection to RabbitMQ, for as long as the scope lives: what is set up on it is set up again whenever it comes back. */
import { LastingTrouble } from "@znatoki/ports/lasting-trouble"
import { steadyMs } from "@znatoki/ports/steady-ms"
import { timed } from "@znatoki/ports/metrics"
import { Context, Deferred, Effect, Layer, Metric, Redacted, Schedule, Schema, type Scope } from "effect"
import { type Channel, Connection, type Envelope } from "rabbitmq-client"
import { adviceFor } from "./advice.ts"
import { heartbeatSeconds, watchConnection } from "./connection-state.ts"
import { published, publishTime } from "./measured.ts"

/** The address cannot be used: somebody has to change something. Without the password. */
export class BrokerUnusable extends Schema.TaggedError<BrokerUnusable>()("BrokerUnusable", {
  advice: Schema.String
}) {}

/** Not now: the connection is gone, and comes back by itself. */
export class BrokerAway extends Schema.TaggedError<BrokerAway>()("BrokerAway", { cause: Schema.Defect() }) {}

export type SetUp = (channel: Channel) => Promise<unknown>

export class Broker extends Context.Service<
  Broker,
  {
    /**
     * A channel of its own, set up like this, for as long as the scope lives; closed, what it was given and did not acknowledge
     * goes to others. Answers with what waits until it is set up for the first time.
     */
    readonly keep: (setUp: SetUp) => Effect.Effect<Effect.Effect<void>, never, Scope.Scope>
    /** What is published needs this to be there; run at once, and whenever the connection comes back. */
    readonly declare: (setUp: SetUp) => Effect.Effect<void, never, Scope.Scope>
    /** Ends when the broker has it for good. All that is published by this process goes one way, in order. */
    readonly publish: (envelope: Envelope, body: unknown) => Effect.Effect<void, BrokerAway>
    /** Runs `renew` whenever the connection has come back, after all that is declared. */
    readonly whenBack: (renew: Effect.Effect<void>) => Effect.Effect<void, never, Scope.Scope>
    /** Since when it is away, steady milliseconds; null: it is there. */
    readonly awaySinceMs: () => number | null
    /** Since when it is there and takes nothing, for its memory or its disk is short; null: it does. */
    readonly blockedSinceMs: () => number | null
  }
>()("@znatoki/adapter-rabbitmq/Broker") {
  /** Fails where the first connection fails; from then on it waits for as long as it takes. */
  static readonly layer = (url: Redacted.Redacted) => Layer.effect(Broker, open(url))
}

const again = Schedule.min([Schedule.exponential("50 millis"), Schedule.spaced("500 millis")])
const lastWords = "1 second"

const connect = (url: Redacted.Redacted) =>
  Effect.callback<Connection, BrokerUnusable>((resume) => {
    const connection = new Connection({
      url: Redacted.value(url),
      connectionName: "znatoki",
      heartbeat: heartbeatSeconds,
      connectionTimeout: 5_000,
      acquireTimeout: 10_000,
      retryLow: 100,
      retryHigh: 500,
      noDelay: true
    })
    const refused = (cause: unknown): void => {
      connection.unsafeDestroy()
      resume(Effect.fail(new BrokerUnusable({ advice: adviceFor(cause, Redacted.value(url)) })))
    }
    connection.once("error", refused)
    connection.once("connection", () => {
      connection.off("error", refused)
      resume(Effect.succeed(connection))
    })
    return Effect.sync(() => connection.unsafeDestroy())
  })

/** It waits until every channel is closed, which one that is lost may never be. */
const close = (connection: Connection) =>
  Effect.promise(() => connection.close()).pipe(
    Effect.timeoutOption(lastWords),
    Effect.andThen(Effect.sync(() => connection.unsafeDestroy()))
  )

/** Given up while it is asked for, it is closed as soon as it comes. */
const acquire = (connection: Connection) =>
  Effect.callback<Channel, BrokerAway>((resume) => {
    let isWanted = true
    connection.acquire({ emitErrorsFromChannel: true }).then(
      (channel) => {
        channel.on("error", () => {})
        if (!isWanted) return channel.close()
        return resume(Effect.succeed(channel))
      },
      (cause: unknown) => resume(Effect.fail(new BrokerAway({ cause })))
    )
    return Effect.sync(() => {
      isWanted = false
    })
  })

const open = Effect.fnUntraced(function* (url: Redacted.Redacted) {
  const connection = yield* Effect.acquireRelease(connect(url), close, { interruptible: true })
  const state = yield* watchConnection(connection)

  /** Nobody answers one whose connection is gone, and it is closed then; a broker that reads nothing answers when it does again. */
  const closing = (channel: Channel) =>
    Effect.suspend(() => {
      if (state.awaySinceMs() !== null) return Effect.void
      const closed = channel.close()
      return state.blockedSinceMs() === null
        ? Effect.promise(() => closed)
        : Effect.sync(() => void closed.catch(() => {}))
    })

  const live: Live = (setUp, isUp) =>
    Effect.gen(function* () {
      const channel = yield* Effect.acquireRelease(
        acquire(connection),
        (channel) => Effect.timeoutOption(closing(channel), lastWords),
        { interruptible: true }
      )
      const closed = Deferred.makeUnsafe<void>()
      channel.once("close", () => Deferred.doneUnsafe(closed, Effect.void))
      // A reader whose queue went, with its node or by somebody's hand, is told so and given nothing ever more: all is set up anew.
      channel.once("basic.cancel", () => void channel.close().catch(() => {}))
      yield* Effect.tryPromise({ try: () => setUp(channel), catch: (cause) => new BrokerAway({ cause }) })
      yield* isUp
      if (channel.active) yield* Deferred.await(closed)
    }).pipe(Effect.scoped)

  const keepUp = keepingUp(live)
  const publishing = yield* openPublishing(keepUp)
  return {
    ...publishing,
    keep: (setUp) =>
      Effect.suspend(() => {
        const first = Deferred.makeUnsafe<void>()
        const isUp = Deferred.succeed(first, undefined)
        return Effect.as(Effect.forkScoped(keepUp(setUp, isUp)), Deferred.await(first))
      }),
    ...state
  } satisfies Broker["Service"]
})

/** From its setting up to its end. */
type Live = (setUp: SetUp, isUp: Effect.Effect<unknown>) => Effect.Effect<void, BrokerAway>

/** One channel after another. */
const keepingUp = (live: Live): KeepUp => {
  const refusals = new LastingTrouble({
    begins: "the broker refuses what has to be set up, and is asked until it does not",
    ends: "the broker has what has to be set up"
  })
  return (setUp, isUp) => {
    const isSetUp = Effect.suspend(() => refusals.over(setUp))
    return live(setUp, Effect.andThen(isSetUp, isUp)).pipe(
      Effect.tapError(({ cause }) =>
        isRefusal(cause)
          ? refusals.failed(setUp, { reason: cause.message })
          : Effect.logDebug("a channel could not be set up, trying again", cause)
      ),
      Effect.retry(again),
      Effect.orDie,
      Effect.andThen(Effect.sleep("20 millis")),
      Effect.forever,
      Effect.ensuring(Effect.sync(() => refusals.leave(setUp)))
    )
  }
}

type KeepUp = (setUp: SetUp, isUp: Effect.Effect<unknown>) => Effect.Effect<never>

const whileOpen = <A>(all: Set<A>, one: A) =>
  Effect.acquireRelease(
    Effect.sync(() => void all.add(one)),
    () => Effect.sync(() => void all.delete(one))
  )

/** The channel by which all that this process says goes. */
const openPublishing = Effect.fnUntraced(function* (keepUp: KeepUp) {
  let current: Channel | null = null
  const declared = new Set<SetUp>()
  const renewals = new Set<Effect.Effect<void>>()
  const setUp = async (channel: Channel): Promise<void> => {
    for (const each of declared) await each(channel)
    await channel.confirmSelect()
    current = channel
  }
  const isUp = Effect.suspend(() => Effect.forEach(renewals, (renew) => renew, { discard: true }))
  const first = Deferred.makeUnsafe<void>()
  yield* keepUp(setUp, Effect.andThen(Deferred.succeed(first, undefined), isUp)).pipe(Effect.forkScoped)
  yield* Deferred.await(first)
  return {
    declare: (one: SetUp) =>
      Effect.andThen(
        whileOpen(declared, one),
        Effect.promise(async () => {
          const channel = current
          if (channel?.active === true) await one(channel).catch(() => channel.close())
        })
      ),
    whenBack: (renew: Effect.Effect<void>) => whileOpen(renewals, renew),
    publish: (envelope: Envelope, body: unknown) =>
      Effect.suspend(() => {
        const channel = current
        if (channel?.active !== true) return Effect.fail(new BrokerAway({ cause: "no channel" }))
        return Effect.tryPromise({
          try: () => channel.basicPublish(envelope, JSON.stringify(body)),
          catch: (cause) => new BrokerAway({ cause })
        }).pipe(timed(publishTime, steadyMs))
      }).pipe(Effect.onExit(({ _tag }) => Metric.update(published(_tag === "Success" ? "safe" : "away"), 1)))
  }
})

/** What no waiting heals: somebody made a queue of this name otherwise, or took a right away. */
const refusing: ReadonlySet<unknown> = new Set([
  "ACCESS_REFUSED",
  "NOT_FOUND",
  "PRECONDITION_FAILED",
  "RESOURCE_LOCKED"
])

const isRefusal = (cause: unknown): cause is Error =>
  cause instanceof Error && "code" in cause && refusing.has(cause.code)
