import { assert, it } from "@effect/vitest"
import { Messenger } from "@znatoki/ports/messenger"
import { startSandbox } from "@znatoki/vk-sandbox/sandbox"
import { Effect, Fiber, Layer } from "effect"
import { group, say } from "./fixtures/deliveries.ts"
import { eventually, messenger, canaryToken, twoPeople } from "./fixtures/with-sandbox.ts"

it.live("who takes over within the same second meets VK's limit, and every message arrives once all the same", () =>
  Effect.gen(function* () {
    // It stays the same second for as long as the test wants.
    let nowMs = Date.now()
    const vk = yield* Effect.acquireRelease(
      Effect.promise(() =>
        startSandbox({ port: 0, strict: true, groupId: group, token: canaryToken, clock: { now: () => nowMs } })
      ),
      (running) => Effect.promise(() => running.close())
    )
    const peers = Array.from({ length: 40 }, () => twoPeople(vk).peer)
    const sendBy = Effect.fnUntraced(function* (some: ReadonlyArray<number>) {
      const { deliver } = yield* Effect.provide(Messenger, yield* Layer.build(messenger(vk)))
      return yield* Effect.forEach(some, (peer) => deliver([say(peer, "Время!")]), { concurrency: "unbounded" })
    })
    // Each life has twenty calls a second of its own, as it knows nothing of the other.
    const before = yield* sendBy(peers.slice(0, 20))
    const successor = yield* Effect.forkChild(sendBy(peers.slice(20)))
    yield* eventually("VK has had enough", () => vk.control.stats().rate_limit_hits > 0)
    nowMs += 1_000
    const after = yield* Fiber.join(successor)
    assert.deepStrictEqual(new Set([...before, ...after].flat().map(({ _tag }) => _tag)), new Set(["Delivered"]))
    for (const peer of peers)
      assert.lengthOf(
        vk.control.messages(peer).items.filter(({ from_id }) => from_id < 0),
        1
      )
  })
)
