/** The way to the broker is cut, again and again: what was published is done all the same, in its order, and rings are heard. */
import { assert, it } from "@effect/vitest"
import { ConversationId } from "@znatoki/chat/chat-input"
import { Doorbell } from "@znatoki/ports/doorbell"
import { EventLine, type Owner } from "@znatoki/ports/event-line"
import type { Hearing } from "@znatoki/ports/inbox"
import { wholeSlice } from "@znatoki/ports/slice"
import { steadyMs } from "@znatoki/ports/steady-ms"
import { eventually } from "@znatoki/test-contracts/contracts/eventually"
import { Effect, Layer, Redacted } from "effect"
import { type AddressInfo, connect, createServer, type Socket } from "node:net"
import { Broker } from "../src/broker.ts"
import * as RabbitBell from "../src/doorbell.ts"
import * as RabbitLine from "../src/event-line.ts"
import { describeBroker } from "../src/testing/broker-fixture.ts"

/**
 * Between us and the broker: ends every connection when it is told to, lets none through while it is shut, and passes nothing on
 * while it is dumb.
 */
const openGate = (url: string) =>
  Effect.acquireRelease(
    Effect.promise(async () => {
      const { hostname, port } = new URL(url)
      const sockets = new Set<Socket>()
      let isShut = false
      const server = createServer((near) => {
        if (isShut) return near.destroy()
        const far = connect(Number(port || "5672"), hostname)
        for (const [one, other] of [
          [near, far],
          [far, near]
        ] as const) {
          sockets.add(one)
          one.on("error", () => {}).on("close", () => other.destroy())
          one.pipe(other)
        }
        return near
      })
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
      const through = new URL(url)
      through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
      const cut = (): void => {
        for (const socket of sockets) socket.destroy()
        sockets.clear()
      }
      const shut = (now: boolean): void => {
        isShut = now
        if (now) cut()
      }
      const dumb = (): void => {
        for (const socket of sockets) socket.unpipe().pause()
      }
      return { url: through.href, cut, shut, dumb, server }
    }),
    ({ cut, server }) =>
      Effect.sync(() => {
        cut()
        server.close()
      })
  )

const conversation = ConversationId.make("vk:1:2000000001")

describeBroker("a connection that is cut", ({ place, url }) => {
  const open = Effect.gen(function* () {
    const gate = yield* openGate(url)
    const here = place()
    const ports = Layer.merge(
      RabbitLine.layer({ ...here, tellsHearing: true }),
      RabbitBell.layer({ ...here, textMax: 100 })
    )
    const context = yield* Layer.build(Layer.provideMerge(ports, Broker.layer(Redacted.make(gate.url))))
    const all = yield* Effect.provide(Effect.all({ line: EventLine, bell: Doorbell, broker: Broker }), context)
    return { gate, ...all }
  })

  it.live(
    "loses no event and changes no order, and what is heard is told after them",
    () =>
      Effect.gen(function* () {
        const { gate, line } = yield* open
        const [taken, done]: [Array<number>, Set<number>] = [[], new Set()]
        const hearings: Array<Hearing> = []
        const owner: Owner = {
          take: (event) =>
            Effect.suspend(() => {
              if (event._tag === "Presence" && !taken.includes(event.atMs)) taken.push(event.atMs)
              return event.done
            }),
          hear: (hearing) => void hearings.push(hearing)
        }
        yield* line.serve(wholeSlice, owner)
        for (let i = 0; i < 600; i++) {
          if (i % 150 === 75) gate.cut()
          const told = Effect.sync(() => void done.add(i))
          yield* line.publish({ _tag: "Presence", conversation, isHere: true, atMs: i, done: told })
          if (i % 20 === 0) yield* Effect.sleep("5 millis")
        }
        yield* line.tell({ _tag: "HeardUntil", atMs: 7 })
        // One whose word that it is done was lost comes again after ten seconds.
        yield* eventually(() => done.size > 500)
        yield* eventually(() => done.size === 600)
        assert.deepStrictEqual(
          taken,
          Array.from({ length: 600 }, (_, i) => i)
        )
        yield* eventually(
          () => hearings.some(({ _tag }) => _tag === "HeardUntil"),
          line.tell({ _tag: "HeardUntil", atMs: 8 })
        )
      }).pipe(Effect.scoped),
    60_000
  )

  it.live(
    "what was rung meanwhile is rung when it is back, to be looked for in the outbox",
    () =>
      Effect.gen(function* () {
        const { bell, gate } = yield* open
        const heard: Array<number> = []
        const sender = { room: Effect.void, drained: Effect.void }
        yield* bell.serve({ ...sender, hear: (rings) => void heard.push(...rings.map(({ upTo }) => upTo)) })
        yield* eventually(() => heard.includes(1), bell.ring([{ conversation, upTo: 1, messages: [] }]))
        gate.shut(true)
        yield* bell.ring([{ conversation, upTo: 2, messages: [] }])
        yield* Effect.sleep("300 millis")
        assert.notInclude(heard, 2)
        gate.shut(false)
        yield* eventually(() => heard.includes(2))
      }).pipe(Effect.scoped),
    60_000
  )

  it.live(
    "who hears nothing of whoever hears is told that nobody is heard, and hears again when it is back",
    () =>
      Effect.gen(function* () {
        const { gate, line } = yield* open
        const hearings: Array<Hearing> = []
        yield* line.whenAsked(line.tell({ _tag: "HeardUntil", atMs: 5 }))
        yield* line.serve(wholeSlice, { take: ({ done }) => done, hear: (hearing) => void hearings.push(hearing) })
        yield* eventually(() => hearings.at(-1)?._tag === "HeardUntil")
        gate.shut(true)
        yield* eventually(() => hearings.at(-1)?._tag === "Deaf")
        gate.shut(false)
        yield* eventually(() => hearings.at(-1)?._tag === "HeardUntil")
      }).pipe(Effect.scoped),
    60_000
  )

  it.live(
    "a broker that says nothing any more has been away since it was last heard, not since that was noticed",
    () =>
      Effect.gen(function* () {
        const { broker, gate } = yield* open
        gate.dumb()
        let noticedMs = 0
        yield* eventually(
          () => broker.awaySinceMs() !== null,
          Effect.map(steadyMs, (nowMs) => void (noticedMs = nowMs))
        )
        assert.isAtMost(broker.awaySinceMs() ?? Infinity, noticedMs - 1_000)
      }).pipe(Effect.scoped),
    60_000
  )
})
