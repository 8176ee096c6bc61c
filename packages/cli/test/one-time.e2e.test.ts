/** The bot as it is put together goes by one time, which never goes back: its games, and what it hears from VK. */
import { Heartbeat } from "@znatoki/ports/heartbeat"
import { Inbox } from "@znatoki/ports/inbox"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import { MemoryDatabase } from "@znatoki/test-contracts/memory/memory-database"
import * as MemoryStores from "@znatoki/test-contracts/memory/memory-stores"
import * as MemoryPictures from "@znatoki/test-contracts/memory/pictures"
import * as MemoryUploadedMedia from "@znatoki/test-contracts/memory/uploaded-media"
import { startSandbox } from "@znatoki/vk-sandbox/sandbox"
import { Clock, Effect, Layer, Redacted } from "effect"
import { expect, it } from "vitest"
import { outside, vkOf } from "../src/compose/bot.ts"

const groupId = 77
const token = "vk1.a.token-of-the-test"
const hour = 3_600_000

const heardUntil = Effect.gen(function* () {
  const inbox = yield* Inbox
  for (;;) {
    for (const one of yield* inbox.take) if ("_tag" in one && one._tag === "HeardUntil") return one.atMs
  }
})

it("who starts an hour before the last heartbeat hears and plays as if no time had passed since", async () => {
  const sandbox = await startSandbox({ port: 0, strict: true, groupId, token })
  const stores = Layer.mergeAll(
    Layer.provide(MemoryStores.layer, MemoryDatabase.layer([])),
    MemoryUploadedMedia.layer,
    Layer.provide(MemoryPictures.layer, MemoryDatabase.layer([])),
    StoreTrouble.layer
  )
  const settings = {
    token: Redacted.make(token),
    groupId,
    apiUrl: sandbox.apiUrl,
    preset: "lightning" as const,
    callback: null
  }
  const times = Effect.all([heardUntil, Clock.currentTimeMillis])
  const told = Effect.gen(function* () {
    const lastMs = (yield* Clock.currentTimeMillis) + hour
    yield* (yield* Heartbeat).beat(`bot/vk:${groupId}`, lastMs)
    const [heardMs, nowMs] = yield* Effect.provide(times, Layer.provideMerge(outside, vkOf(settings)))
    return { heardMs, lastMs, nowMs }
  })
  const { heardMs, lastMs, nowMs } = await Effect.runPromise(told.pipe(Effect.provide(stores), Effect.scoped))
  await sandbox.close()
  expect(heardMs).toBeGreaterThanOrEqual(lastMs)
  expect(nowMs).toBeGreaterThanOrEqual(heardMs)
})
