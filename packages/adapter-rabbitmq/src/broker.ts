/** The connection to RabbitMQ, for as long as the scope lives: what is set up on it is set up again whenever it comes back. */
import { LastingTrouble } from "@znatoki/ports/lasting-trouble"
import { steadyMs } from "@znatoki/ports/steady-ms"
import { timed } from "@znatoki/ports/metrics"
import { Context, Deferred, Effect, Layer, Metric, Redacted, Schedule, Schema, type Scope } from "effect"
import { type Channel, Connection, type Envelope } from "rabbitmq-client"
import { adviceFor } from "./advice.ts"
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
  }
>()("@znatoki/adapter-rabbitmq/Broker") {
  /** Fails where the first connection fails; from then on it waits for as long as it takes. */
  static readonly layer = (url: Redacted.Redacted) => Layer.effect(Broker, open(url))
}

/** A process that stands still or is cut off loses its queues after two of them; and whoever hears none of two gives it up. */
const heartbeatSeconds = 1
const silenceMs = 2 * heartbeatSeconds * 1_000

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
  const context = yield* Effect.context<never>()
  const run = (effect: Effect.Effect<unknown>): void => void Effect.runForkWith(context)(effect)
  let awayMs: number | null = null
  const trouble = new LastingTrouble({ begins: "the broker is away, and is waited for", ends: "the broker is back" })
  connection.on("error", (cause: unknown) =>
    run(
      Effect.flatMap(steadyMs, (nowMs) => {
        const reason = reasonOf(cause)
        // One that was only silent has been away for as long.
        awayMs ??= reason === "SOCKET_TIMEOUT" ? nowMs - silenceMs : nowMs
        return trouble.failed(connection, { reason })
      })
    )
  )
  connection.on("connection", () => {
    run(trouble.over(connection))
    awayMs = null
  })

  /** One channel, from its setting up to its end. */
  const live = (setUp: SetUp, isUp: Effect.Effect<unknown>) =>
    Effect.gen(function* () {
      const channel = yield* Effect.acquireRelease(
        acquire(connection),
        // Nobody answers one whose connection is gone, and it is closed then.
        (channel) =>
          Effect.suspend(() => (awayMs === null ? Effect.promise(() => channel.close()) : Effect.void)).pipe(
            Effect.timeoutOption(lastWords)
          ),
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

  const keepUp = (setUp: SetUp, isUp: Effect.Effect<unknown>) =>
    live(setUp, isUp).pipe(
      Effect.tapError(({ cause }) => Effect.logDebug("a channel could not be set up, trying again", cause)),
      Effect.retry(again),
      Effect.orDie,
      Effect.andThen(Effect.sleep("20 millis")),
      Effect.forever
    )
  const publishing = yield* openPublishing(keepUp)
  return {
    ...publishing,
    keep: (setUp) =>
      Effect.suspend(() => {
        const first = Deferred.makeUnsafe<void>()
        const isUp = Deferred.succeed(first, undefined)
        return Effect.as(Effect.forkScoped(keepUp(setUp, isUp)), Deferred.await(first))
      }),
    awaySinceMs: () => awayMs
  } satisfies Broker["Service"]
})

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

const reasonOf = (cause: unknown): string =>
  typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "unknown"
