/** A broker whose memory or disk is short takes nothing: that is told, and what was published meanwhile is done when it takes again. */
import { assert, it } from "@effect/vitest"
import { ConversationId } from "@znatoki/chat/chat-input"
import { EventLine, type Owner } from "@znatoki/ports/event-line"
import { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import { wholeSlice } from "@znatoki/ports/slice"
import { eventually } from "@znatoki/test-contracts/contracts/eventually"
import { Effect, Exit, Layer, Logger, Redacted, Scope } from "effect"
import { type AddressInfo, connect, createServer, type Socket } from "node:net"
import { Broker } from "../src/broker.ts"
import * as RabbitLine from "../src/event-line.ts"
import { addBrokerReadiness } from "../src/readiness.ts"
import { describeBroker } from "../src/testing/broker-fixture.ts"

const conversation = ConversationId.make("vk:1:2000000001")

/** `connection.blocked` with its reason, and `connection.unblocked`, as the broker sends them. */
const frameOf = (method: 60 | 61, reason: string | null): Buffer => {
  const words = reason === null ? Buffer.alloc(0) : Buffer.from([reason.length, ...Buffer.from(reason)])
  const head = Buffer.from([1, 0, 0, 0, 0, 0, 4 + words.length, 0, 10, 0, method])
  return Buffer.concat([head, words, Buffer.from([0xce])])
}

/** Between us and the broker, which has other guests: says in its place that its memory is short, and that it is not any more. */
const openGate = (url: string) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const { hostname, port } = new URL(url)
      const sockets = new Set<Socket>()
      const server = createServer((near) => {
        const far = connect(Number(port || "5672"), hostname)
        for (const one of [near, far])
          one.on("error", () => {}).on("close", () => [near, far].forEach((it) => it.destroy()))
        near.pipe(far).pipe(near)
        sockets.add(near)
      })
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
      const through = new URL(url)
      through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
      const say = (frame: Buffer) => Effect.sync(() => sockets.forEach((near) => near.write(frame)))
      return {
        url: through.href,
        block: say(frameOf(60, "low on memory")),
        unblock: say(frameOf(61, null)),
        close: () => {
          server.close()
          for (const socket of sockets) socket.destroy()
        }
      }
    }),
    ({ close }) => Effect.sync(close)
  )

describeBroker("a broker that takes nothing", ({ place, url }) => {
  it.live(
    "is told of, and whoever owns the conversations then is given their events when it takes again",
    () => {
      const lines: Array<string> = []
      const listen = Logger.layer([
        Logger.make(({ logLevel, message }) => void lines.push(`${logLevel} ${JSON.stringify(message)}`))
      ])
      return Effect.gen(function* () {
        const gate = yield* openGate(url)
        const ports = RabbitLine.layer({ ...place(), tellsHearing: false }).pipe(
          Layer.provideMerge(Layer.merge(Broker.layer(Redacted.make(gate.url)), ReadinessChecks.layer))
        )
        const context = yield* Layer.build(ports)
        yield* Effect.provide(addBrokerReadiness, context)
        const line = yield* Effect.provide(EventLine, context)
        const checks = yield* Effect.provide(ReadinessChecks, context)
        const taken: Array<string> = []
        const owner = (name: string): Owner => ({
          take: (event) =>
            Effect.suspend(() => {
              if (event._tag === "Presence") taken.push(`${event.atMs} ${name}`)
              return event.done
            }),
          hear: () => {}
        })
        const publish = (atMs: number) =>
          line.publish({ _tag: "Presence", conversation, isHere: true, atMs, done: Effect.void })
        const scope = yield* Scope.make()
        yield* line.serve(wholeSlice, owner("one")).pipe(Scope.provide(scope))
        yield* publish(1)
        yield* eventually(() => taken.length === 1)
        yield* gate.block
        yield* eventually(() => lines.length > 0)
        assert.deepInclude((yield* checks.found)[0], { name: "broker", problem: "takes nothing" })
        yield* Scope.close(scope, Exit.void)
        yield* line.serve(wholeSlice, owner("another"))
        yield* publish(2)
        yield* Effect.sleep("200 millis")
        assert.lengthOf(taken, 1)
        yield* gate.unblock
        yield* publish(3)
        yield* eventually(() => taken.includes("3 another"))
        // The first may come again: that it was taken may be what the broker did not take.
        assert.deepStrictEqual(
          taken.filter((each) => !each.startsWith("1")),
          ["2 another", "3 another"]
        )
        assert.deepStrictEqual(
          lines.map((said) => /low on memory|again/.exec(said)?.[0]),
          ["low on memory", "again"]
        )
      }).pipe(Effect.scoped, Effect.provide(listen))
    },
    60_000
  )
})
