/** Events that the sandbox brings by itself, on their way to the game, over HTTP. */
import { assert, it } from "@effect/vitest"
import { PlayerId } from "@znatoki/engine"
import { Inbox } from "@znatoki/ports/inbox"
import { ReceivedEvents } from "@znatoki/ports/received-events"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import { type OpenSpan, type Recorder, type Step, Tracing } from "@znatoki/ports/tracing"
import * as MemoryReceivedEvents from "@znatoki/test-contracts/memory/received-events"
import type { Sandbox } from "@znatoki/vk-sandbox/sandbox"
import { Effect, Exit, Layer, Redacted, Scope } from "effect"
import { VkCommunity } from "../src/api/vk-community.ts"
import * as CallbackDoorOf from "../src/intake/callback-door.ts"
import { CallbackDoor } from "../src/intake/callback-door.ts"
import { bothLayer, callbackLayer } from "../src/intake/vk-inbox.ts"
import { group } from "./fixtures/deliveries.ts"
import { doorOnPort } from "./fixtures/door-on-port.ts"
import {
  allDone,
  api,
  eventually,
  memoryCursors,
  memoryTitles,
  sandbox,
  takeAtLeast,
  textOf,
  twoPeople
} from "./fixtures/with-sandbox.ts"

const canarySecret = "тайна"

/** What outlives a process: the kept events, and the address. */
const houseThat = Effect.fnUntraced(function* (recorder: Recorder | null) {
  const vk = yield* sandbox
  vk.control.setFaults({ callbackDelayScale: 0 })
  const store = yield* Layer.build(MemoryReceivedEvents.layer)
  const door = yield* Layer.build(
    CallbackDoorOf.layer([{ groupId: group, confirmation: "sandbox1", secrets: [Redacted.make(canarySecret)] }]).pipe(
      Layer.provideMerge(Layer.succeedContext(store)),
      Layer.provide(StoreTrouble.layer),
      Layer.provide(Layer.succeed(Tracing, recorder))
    )
  )
  const url = yield* doorOnPort(yield* Effect.provide(CallbackDoor, door))
  yield* register(vk, url)
  const events = yield* Effect.provide(ReceivedEvents, door)
  const waiting = Effect.map(events.waiting(`vk:${group}`, 0, 100), (all) => all.length)
  return { vk, door, waiting }
})

const call = (vk: Sandbox, method: string, params: Record<string, string>) =>
  Effect.promise(async () => {
    const body = new URLSearchParams({ access_token: vk.token, v: "5.199", group_id: String(group), ...params })
    const answer = await fetch(vk.apiUrl + method, { method: "POST", body })
    return (await answer.json()) as { readonly response: { readonly server_id: number } }
  })

const register = Effect.fnUntraced(function* (vk: Sandbox, url: string) {
  const { response } = yield* call(vk, "groups.addCallbackServer", { url, title: "бот", secret_key: canarySecret })
  const settings = { server_id: String(response.server_id), message_new: "1", message_event: "1" }
  yield* call(vk, "groups.setCallbackSettings", settings)
})

const house = houseThat(null)
type House = Effect.Success<typeof house>

/** An inbox with a life of its own: `kill` ends it as the end of a process would. */
const startInbox = Effect.fnUntraced(function* ({ door, vk }: House, layer: typeof bothLayer = callbackLayer) {
  const scope = yield* Scope.make()
  yield* Effect.addFinalizer(() => Scope.close(scope, Exit.void))
  const context = yield* Layer.buildWithScope(
    layer.pipe(
      Layer.provide(VkCommunity.layer),
      Layer.provide(api(vk)),
      Layer.provide(StoreTrouble.layer),
      Layer.provide(Layer.merge(memoryCursors(), memoryTitles())),
      Layer.provide(Layer.succeedContext(door))
    ),
    scope
  )
  const { take } = yield* Effect.provide(Inbox, context)
  return { take, kill: Scope.close(scope, Exit.void) }
})

it.live("people's words and presses reach the game with names, and are forgotten when they are played", () =>
  Effect.gen(function* () {
    const here = yield* house
    const inbox = yield* startInbox(here)
    const { anna, peer } = twoPeople(here.vk)
    here.vk.control.writeMessage(peer, { from_id: anna, text: "старт" })
    const taken = yield* takeAtLeast(inbox, 2)
    const said = taken.find((envelope) => textOf(envelope) === "старт")
    assert.deepStrictEqual(said?.incoming.input, {
      _tag: "Wrote",
      by: { id: PlayerId.make(String(anna)), name: "Анна Смирнова" },
      text: "старт",
      action: null,
      order: 3
    })
    assert.strictEqual(said?.incoming.conversation, `vk:${group}:${peer}`)
    assert.isAbove(yield* here.waiting, 0)
    yield* allDone(taken)
    yield* eventually("what is played is forgotten", () => Effect.runSync(here.waiting) === 0)
  })
)

it.live("what was not played comes again in the next life, also what came while nobody lived", () =>
  Effect.gen(function* () {
    const here = yield* house
    const first = yield* startInbox(here)
    const { anna, peer } = twoPeople(here.vk)
    const say = (text: string) => here.vk.control.writeMessage(peer, { from_id: anna, text })
    say("до")
    yield* takeAtLeast(first, 2)
    yield* first.kill
    say("между")
    yield* eventually("it is kept", () => Effect.runSync(here.waiting) === 3)
    const second = yield* startInbox(here)
    const texts = (yield* takeAtLeast(second, 3)).map(textOf)
    assert.deepStrictEqual(texts.toSorted(), ["Invited", "до", "между"])
  })
)

it.live("what VK brings twice, and out of order, is one event with one name", () =>
  Effect.gen(function* () {
    const here = yield* house
    here.vk.control.setFaults({ callbackDelayScale: 0, duplicateEvents: true, reorder: 0.5, seed: 3 })
    const inbox = yield* startInbox(here)
    const { anna, peer } = twoPeople(here.vk)
    for (let n = 1; n <= 10; n++) here.vk.control.writeMessage(peer, { from_id: anna, text: `${n}` })
    const sources = new Set<string>()
    while (sources.size < 11) for (const { incoming } of yield* takeAtLeast(inbox, 1)) sources.add(incoming.source)
    assert.strictEqual(sources.size, 11)
  })
)

it.live("both ways at once name the same event the same", () =>
  Effect.gen(function* () {
    const here = yield* house
    const inbox = yield* startInbox(here, bothLayer)
    yield* eventually(
      "Long Poll listens too",
      () => (here.vk.control.stats().calls["groups.getLongPollServer"] ?? 0) > 0
    )
    const { anna, peer } = twoPeople(here.vk)
    here.vk.control.writeMessage(peer, { from_id: anna, text: "раз" })
    const taken = (yield* takeAtLeast(inbox, 4)).filter((envelope) => textOf(envelope) === "раз")
    assert.strictEqual(taken.length, 2)
    assert.strictEqual(new Set(taken.map(({ incoming }) => incoming.source)).size, 1)
  })
)

it.live(
  "where ways are recorded that of an event begins at the door, and what was not chosen there is not chosen later",
  () =>
    Effect.gen(function* () {
      const begun: Array<Step> = []
      const ended: Array<unknown> = []
      const recorder: Recorder = {
        // Every second one.
        begin: (step): OpenSpan | null => {
          begun.push(step)
          return begun.length % 2 === 0
            ? null
            : { trace: `trace of ${begun.length}`, end: (about) => void ended.push(about) }
        },
        follow: () => null
      }
      const here = yield* houseThat(recorder)
      const inbox = yield* startInbox(here)
      const { anna, peer } = twoPeople(here.vk)
      for (const text of ["раз", "два", "три"]) here.vk.control.writeMessage(peer, { from_id: anna, text })
      const taken = yield* takeAtLeast(inbox, 4)
      assert.deepStrictEqual(new Set(begun.map(({ name }) => name)), new Set(["receive"]))
      assert.deepStrictEqual(
        taken.map(({ trace }) => trace ?? null).toSorted(),
        [null, null, "trace of 1", "trace of 3"].toSorted()
      )
      assert.deepStrictEqual(
        taken.map(({ trace }) => trace === undefined),
        [false, false, false, false]
      )
      assert.deepStrictEqual(ended, [{ "znatoki.result": "success" }, { "znatoki.result": "success" }])
      yield* allDone(taken)
    })
)
