import { assert, it } from "@effect/vitest"
import { PlayerId } from "@znatoki/engine"
import { PressRef } from "@znatoki/chat/chat-input"
import { type Delivery, Messenger } from "@znatoki/ports/messenger"
import type { Sandbox } from "@znatoki/vk-sandbox/sandbox"
import { Effect, Layer, Redacted } from "effect"
import { MessagesPerHour } from "../src/say/hourly-budget.ts"
import { captureLogs } from "./fixtures/captured-logs.ts"
import { amend, joinButton, say } from "./fixtures/deliveries.ts"
import { messenger, sandbox, startInbox, takeAtLeast, canaryToken, twoPeople } from "./fixtures/with-sandbox.ts"

const start = Effect.fnUntraced(function* (vk: Sandbox, token: string = canaryToken) {
  const logs = captureLogs()
  const layer = messenger(vk, { token: Redacted.make(token) }).pipe(Layer.provideMerge(logs.layer))
  const context = yield* Layer.build(layer)
  const service = yield* Messenger.pipe(Effect.provide(context))
  return {
    deliver: (batch: Parameters<typeof service.deliver>[0]) => service.deliver(batch).pipe(Effect.provide(context)),
    decorate: (batch: Parameters<typeof service.decorate>[0]) => service.decorate(batch).pipe(Effect.provide(context)),
    answerPress: service.answerPress,
    logs
  }
})

/** A message with a button, and people who press it. */
const askWhoPlays = Effect.gen(function* () {
  const vk = yield* sandbox
  const inbox = yield* startInbox(vk)
  yield* inbox.listening
  const { anna, boris, peer } = twoPeople(vk)
  const bot = yield* start(vk)
  yield* bot.deliver([say(peer, "Кто играет?", joinButton)])
  const conversation_message_id = said(vk, peer)[0]?.conversation_message_id ?? 0
  const press = (from_id: number) =>
    vk.control.pressButton(peer, { from_id, conversation_message_id, button: "Я играю" })
  return { vk, inbox, anna, boris, peer, bot, press }
})

/** What the bot said in a conversation. */
const said = (vk: Sandbox, peer: number) => vk.control.messages(peer).items.filter(({ from_id }) => from_id < 0)

const about = (delivery: Delivery, order: number): Delivery =>
  delivery.message._tag === "Say" ? { ...delivery, message: { ...delivery.message, about: order } } : delivery

const tags = (results: ReadonlyArray<{ readonly _tag: string }>) => results.map(({ _tag }) => _tag)

it.live("a message arrives in the chat, and its number comes back", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const { peer } = twoPeople(vk)
    const bot = yield* start(vk)
    const [result] = yield* bot.deliver([say(peer, "Привет, знатоки!")])
    const [message] = said(vk, peer)
    assert.strictEqual(message?.text, "Привет, знатоки!")
    assert.deepStrictEqual(result, { _tag: "Delivered", externalId: String(message?.conversation_message_id) })
  })
)

it.live("an amended message keeps its buttons and its number", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const { peer } = twoPeople(vk)
    const bot = yield* start(vk)
    const [first] = yield* bot.deliver([say(peer, "За столом 0 игроков", joinButton)])
    const number = first?._tag === "Delivered" ? first.externalId : null
    const [second] = yield* bot.deliver([amend(peer, number, "За столом 1 игрок", joinButton)])
    assert.deepStrictEqual(second, { _tag: "Delivered", externalId: number })
    const [message, ...rest] = said(vk, peer)
    assert.lengthOf(rest, 0)
    assert.strictEqual(message?.text, "За столом 1 игрок")
    assert.strictEqual(message?.keyboard?.buttons[0]?.[0]?.action.label, "Я играю")
  })
)

it.live(
  "what judges an answer stands beside it, also once it is amended; where the answer is gone it stands alone",
  () =>
    Effect.gen(function* () {
      const vk = yield* sandbox
      const { anna, peer } = twoPeople(vk)
      const { conversation_message_id: number } = vk.control.writeMessage(peer, { from_id: anna, text: "часы" })
      const bot = yield* start(vk)
      const [first] = yield* bot.deliver([about(say(peer, "Верно!"), number)])
      yield* bot.deliver([amend(peer, first?._tag === "Delivered" ? first.externalId : null, "Верно, «часы»!")])
      const results = yield* bot.deliver([about(say(peer, "А это о чём?"), number + 1_000)])
      assert.deepStrictEqual(tags(results), ["Delivered"])
      assert.deepStrictEqual(
        said(vk, peer).map(({ reply_to, text }) => [text, reply_to ?? null]),
        [
          ["Верно, «часы»!", number],
          ["А это о чём?", null]
        ]
      )
    })
)

it.live("what is only nice to look at is asked for once, and not while VK has enough to do", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const { peer } = twoPeople(vk)
    const bot = yield* start(vk)
    const [first] = yield* bot.deliver([say(peer, "■■", joinButton)])
    const number = first?._tag === "Delivered" ? first.externalId : null
    const [changed] = yield* bot.decorate([amend(peer, number, "■□", joinButton)])
    assert.deepStrictEqual(changed, { _tag: "Delivered", externalId: number })
    vk.control.setFaults({ errors: [{ method: "messages.edit", code: 9 }] })
    const before = vk.control.stats().calls["messages.edit"] ?? 0
    const [flooded] = yield* bot.decorate([amend(peer, number, "□□", joinButton)])
    assert.strictEqual(flooded?._tag, "Later")
    assert.strictEqual((vk.control.stats().calls["messages.edit"] ?? 0) - before, 1)
    vk.control.setFaults({})
    for (let i = 0; i < 12; i++) yield* bot.deliver([say(peer, String(i))])
    assert.deepStrictEqual(yield* bot.decorate([amend(peer, number, "□□", joinButton)]), [null])
    assert.strictEqual(said(vk, peer)[0]?.text, "■□")
  })
)

it.live("a conversation that has had its messages waits, before VK has to refuse, and the others do not", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const [first, second] = [twoPeople(vk).peer, twoPeople(vk).peer]
    const bot = yield* start(vk).pipe(Effect.provideService(MessagesPerHour, 2))
    for (const text of ["раз", "два"]) yield* bot.deliver([say(first, text)])
    const results = yield* bot.deliver([say(first, "три"), say(second, "раз")])
    assert.deepStrictEqual(tags(results), ["Later", "Delivered"])
    assert.deepStrictEqual(
      said(vk, first).map(({ text }) => text),
      ["раз", "два"]
    )
  })
)

it.live("an amendment of what never arrived is refused, and one of what is not ours to change said anew", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const { anna, peer } = twoPeople(vk)
    const theirs = vk.control.writeMessage(peer, { from_id: anna, text: "моё" })
    const bot = yield* start(vk)
    const results = yield* bot.deliver([amend(peer, null, "никуда")])
    const foreign = yield* bot.deliver([amend(peer, String(theirs.conversation_message_id), "чужое")])
    assert.deepStrictEqual(tags([...results, ...foreign]), ["Refused", "Delivered"])
    assert.strictEqual(said(vk, peer)[0]?.text, "чужое")
  })
)

it.live("an answer lost after the effect leaves one message in the chat", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const { peer } = twoPeople(vk)
    const bot = yield* start(vk)
    vk.control.setFaults({ loseAnswers: { method: "messages.send", times: 2 } })
    const delivery = say(peer, "один раз")
    const [result] = yield* bot.deliver([delivery])
    const [repeated] = yield* bot.deliver([delivery])
    assert.lengthOf(said(vk, peer), 1)
    assert.strictEqual(vk.control.stats().duplicates_dropped, 3)
    assert.deepStrictEqual(result, repeated)
    assert.strictEqual(result?._tag, "Delivered")
  })
)

it.live("a batch goes in one request, and one that fails in the middle fails alone", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const peers = Array.from({ length: 5 }, () => twoPeople(vk).peer)
    const bot = yield* start(vk)
    vk.control.setFaults({ errors: [{ method: "messages.edit", code: 940 }] })
    const batch = peers.map((peer, n) => (n === 1 ? amend(peer, "999", "нельзя") : say(peer, `№${n} «"'\\\n\u2028`)))
    const gone = say(2_000_999_999, "в пустоту")
    const results = yield* bot.deliver([...batch.slice(0, 3), gone, ...batch.slice(3)])
    assert.deepStrictEqual(tags(results), ["Delivered", "Refused", "Delivered", "Gone", "Delivered", "Delivered"])
    assert.strictEqual(vk.control.stats().calls["execute"], 1)
    assert.deepStrictEqual(
      peers.map((peer) => said(vk, peer).map(({ text }) => text)),
      peers.map((_, n) => (n === 1 ? [] : [`№${n} «"'\\\n\u2028`]))
    )
  })
)

it.live("of a batch in which one hangs all are told that nothing came in time, and one by one the others arrive", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const [hanging = 0, ...others] = Array.from({ length: 4 }, () => twoPeople(vk).peer)
    const bot = yield* start(vk)
    vk.control.setFaults({ hangs: [{ method: "messages.send", peer: hanging }] })
    const batch = [hanging, ...others].map((peer) => say(peer, "раз"))
    const results = yield* bot.deliver(batch)
    assert.isTrue(results.every((result) => result._tag === "Later" && result.timedOut === true))
    assert.strictEqual(vk.control.stats().calls["execute"], 1)
    const alone = yield* Effect.forEach(batch.slice(1), (delivery) => bot.deliver([delivery]))
    assert.deepStrictEqual(tags(alone.flat()), ["Delivered", "Delivered", "Delivered"])
    assert.deepStrictEqual(
      others.map((peer) => said(vk, peer).length),
      [1, 1, 1]
    )
  })
)

it.live("a press in a chat that hangs keeps no other press waiting", () =>
  Effect.gen(function* () {
    const { anna, bot, boris, inbox, peer, press, vk } = yield* askWhoPlays
    const quick = twoPeople(vk)
    vk.control.setFaults({ hangs: [{ method: "messages.sendMessageEventAnswer", peer }] })
    yield* bot.deliver([say(quick.peer, "Кто играет?", joinButton)])
    const conversation_message_id = said(vk, quick.peer)[0]?.conversation_message_id ?? 0
    press(anna)
    press(boris)
    vk.control.pressButton(quick.peer, { from_id: quick.anna, conversation_message_id, button: "Я играю" })
    const presses = (yield* takeAtLeast(inbox, 3)).flatMap(({ incoming: { input } }) =>
      input._tag === "Pressed" ? [input.press] : []
    )
    const [one, two, three] = presses
    if (one === undefined || two === undefined || three === undefined) throw new Error("three pressed")
    for (const each of [one, two]) yield* Effect.forkChild(bot.answerPress(each, "ау"))
    yield* Effect.yieldNow
    yield* bot.answerPress(three, "Вы за столом")
    assert.deepInclude(vk.control.messages(quick.peer).snackbars[0], { text: "Вы за столом" })
  })
)

it.live(
  "where buttons are switched off messages go without them, and the log says once where they are switched on",
  () =>
    Effect.gen(function* () {
      const vk = yield* sandbox
      const peers = [twoPeople(vk).peer, twoPeople(vk).peer]
      const bot = yield* start(vk)
      vk.control.setFaults({ errors: [{ method: "messages.send", code: 912, times: 2 }] })
      const first = yield* bot.deliver(peers.map((peer) => say(peer, "Кто играет?", joinButton)))
      // So soon afterwards VK is not even asked for buttons.
      const second = yield* bot.deliver(peers.map((peer) => say(peer, "Начали", joinButton)))
      assert.isTrue([...first, ...second].every((result) => result._tag === "Delivered" && result.externalId !== null))
      for (const peer of peers) {
        assert.deepStrictEqual(
          said(vk, peer).map(({ keyboard, text }) => [text, keyboard]),
          [
            ["Кто играет?", null],
            ["Начали", null]
          ]
        )
      }
      const errors = bot.logs.lines.filter((line) => line.includes("Возможности ботов"))
      assert.lengthOf(errors, 1)
      assert.include(errors[0], "ERROR")
    })
)

it.live.each([909, 910, 920])("what VK lets nobody change any more (%i) is said anew, with its buttons", (code) =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const { peer } = twoPeople(vk)
    const bot = yield* start(vk)
    const [first] = yield* bot.deliver([say(peer, "За столом 0 игроков", joinButton)])
    const number = first?._tag === "Delivered" ? first.externalId : null
    vk.control.setFaults({ errors: [{ method: "messages.edit", code, times: 1 }] })
    const [second] = yield* bot.deliver([amend(peer, number, "За столом 1 игрок", joinButton)])
    const anew = said(vk, peer)[1]
    assert.deepInclude(second, { _tag: "Delivered", externalId: String(anew?.conversation_message_id) })
    assert.strictEqual(anew?.text, "За столом 1 игрок")
    assert.strictEqual(anew?.keyboard?.buttons[0]?.[0]?.action.label, "Я играю")
  })
)

it.live("a message that somebody deleted is said anew when it changes, and nobody has to look at anything", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const { anna, peer } = twoPeople(vk)
    const bot = yield* start(vk)
    const [first] = yield* bot.deliver([say(peer, "За столом 0 игроков", joinButton)])
    const number = first?._tag === "Delivered" ? first.externalId : null
    vk.control.deleteMessage(peer, Number(number), anna)
    const [second] = yield* bot.deliver([amend(peer, number, "За столом 1 игрок", joinButton)])
    vk.control.setFaults({ errors: [{ method: "messages.edit", code: 15, times: 1 }] })
    const again = second?._tag === "Delivered" ? second.externalId : null
    const [third] = yield* bot.deliver([amend(peer, again, "За столом 2 игрока", joinButton)])
    assert.deepStrictEqual([second?._tag, third?._tag], ["Delivered", "Delivered"])
    assert.deepStrictEqual(
      said(vk, peer).flatMap(({ deleted, text }) => (deleted ? [] : [text])),
      ["За столом 1 игрок", "За столом 2 игрока"]
    )
    assert.lengthOf(
      bot.logs.lines.filter((line) => line.includes("ERROR")),
      0
    )
  })
)

it.live("a script VK does not take goes call by call", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const peers = Array.from({ length: 3 }, () => twoPeople(vk).peer)
    const bot = yield* start(vk)
    vk.control.setFaults({ errors: [{ method: "execute", code: 12 }] })
    const results = yield* bot.deliver(peers.map((peer) => say(peer, "по одному")))
    assert.deepStrictEqual(tags(results), ["Delivered", "Delivered", "Delivered"])
    assert.deepStrictEqual(
      peers.map((peer) => said(vk, peer).length),
      [1, 1, 1]
    )
  })
)

it.live("a batch of the longest messages is cut into scripts VK can take", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const peers = Array.from({ length: 30 }, () => twoPeople(vk).peer)
    const bot = yield* start(vk)
    const results = yield* bot.deliver(peers.map((peer) => say(peer, "ы".repeat(5000))))
    assert.isTrue(results.every(({ _tag }) => _tag === "Delivered"))
    assert.deepStrictEqual(
      new Set(peers.flatMap((peer) => said(vk, peer).map(({ text }) => text.length))),
      new Set([4096])
    )
  })
)

it.live("a storm of «too many requests» is waited out", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const peers = Array.from({ length: 3 }, () => twoPeople(vk).peer)
    const bot = yield* start(vk)
    vk.control.setFaults({ errors: [{ method: "execute", code: 6, times: 2 }] })
    assert.deepStrictEqual(tags(yield* bot.deliver(peers.map((peer) => say(peer, "буря")))), [
      "Delivered",
      "Delivered",
      "Delivered"
    ])
  })
)

it.live("sixty calls at once wait for their turn instead of being refused", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const { peer } = twoPeople(vk)
    const bot = yield* start(vk)
    const results = yield* Effect.forEach(
      Array.from({ length: 60 }, (_, n) => say(peer, `№${n}`)),
      (delivery) => bot.deliver([delivery]),
      { concurrency: "unbounded" }
    )
    assert.isTrue(results.flat().every(({ _tag }) => _tag === "Delivered"))
    // Twenty leave at once and more than a second apart; on a busy machine some of them come closer together than they left.
    assert.isBelow(vk.control.stats().rate_limit_hits, 20)
  })
)

it.live.each([
  { code: 9, tag: "Later" },
  { code: 14, tag: "Later" },
  { code: 29, tag: "Later" },
  { code: 5, tag: "Later" },
  { code: 7, tag: "Refused" },
  { code: 900, tag: "Gone" },
  { code: 917, tag: "Gone" },
  { code: 911, tag: "Refused" },
  { code: 914, tag: "Refused" },
  { code: 983, tag: "Gone" }
])("VK's error $code makes a delivery $tag, alone and in a batch", ({ code, tag }) =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const [one, other] = [twoPeople(vk).peer, twoPeople(vk).peer]
    const bot = yield* start(vk)
    vk.control.setFaults({ errors: [{ method: "messages.send", code }] })
    const alone = yield* bot.deliver([say(one, "раз")])
    const batch = yield* bot.deliver([say(one, "два"), say(other, "три")])
    assert.deepStrictEqual(tags([...alone, ...batch]), [tag, tag, tag])
    assert.isTrue([...alone, ...batch].every((result) => result._tag !== "Later" || result.afterMs >= 1000))
  })
)

it.live("the token is in no result and no log line, whatever fails", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const { peer } = twoPeople(vk)
    const wrong = `${canaryToken}-wrong`
    const bot = yield* start(vk, wrong)
    const results = yield* bot.deliver([say(peer, "раз")])
    vk.control.setFaults({ cutConnections: { method: "*", times: 2 }, http500: { method: "*", times: 1 } })
    const more = yield* bot.deliver([say(peer, "два")])
    assert.deepStrictEqual(tags([...results, ...more]), ["Later", "Later"])
    assert.isTrue(bot.logs.has("VK error 5"))
    assert.notInclude(JSON.stringify([results, more, bot.logs.lines]), canaryToken)
  })
)

it.live("only a person called by name is called: foreign text calls nobody", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const { anna, peer } = twoPeople(vk)
    const bot = yield* start(vk)
    const player = { id: PlayerId.make(String(anna)), name: "Анна [id1|x]" }
    yield* bot.deliver([say(peer, [{ mention: player }, ", отвечайте! @id5 *id6 (вы) [id7|он] @all"])])
    const text = said(vk, peer)[0]?.text ?? ""
    assert.deepStrictEqual(text.match(/\[(?:id|club)\d+\|/g), [`[id${anna}|`])
  })
)

it.live("a press gets its notice, cut to what VK shows, or a silent end", () =>
  Effect.gen(function* () {
    const { anna, boris, bot, inbox, peer, press, vk } = yield* askWhoPlays
    press(anna)
    press(boris)
    const presses = (yield* takeAtLeast(inbox, 3)).flatMap(({ incoming: { input } }) =>
      input._tag === "Pressed" ? [input] : []
    )
    assert.deepStrictEqual(
      presses.map(({ action }) => action),
      [
        { _tag: "Join", seen: { game: 1, round: 0, phase: "Lobby" } },
        { _tag: "Join", seen: { game: 1, round: 0, phase: "Lobby" } }
      ]
    )
    const [first, second] = presses.map(({ press }) => press)
    yield* bot.answerPress(first ?? PressRef.make("?"), "ё".repeat(200))
    yield* bot.answerPress(second ?? PressRef.make("?"), null)
    // Too late, twice, of another shape: nothing to be done, nothing to fail with.
    yield* bot.answerPress(first ?? PressRef.make("?"), "ещё раз")
    yield* bot.answerPress(PressRef.make("чужое"), "нет")
    const { snackbars } = vk.control.messages(peer)
    assert.deepStrictEqual(
      snackbars.map(({ text }) => text.length),
      [90]
    )
    assert.strictEqual(vk.control.stats().calls["messages.sendMessageEventAnswer"], 3)
  })
)

it.live("presses that come together are answered together, so that messages keep their turns", () =>
  Effect.gen(function* () {
    const { anna, boris, bot, inbox, peer, press, vk } = yield* askWhoPlays
    for (let i = 0; i < 20; i++) {
      for (const from_id of [anna, boris]) {
        press(from_id)
      }
    }
    const presses = (yield* takeAtLeast(inbox, 41)).flatMap(({ incoming: { input } }) =>
      input._tag === "Pressed" ? [input.press] : []
    )
    assert.lengthOf(presses, 40)
    yield* Effect.forEach(presses, (press) => bot.answerPress(press, "Вы в игре!"), { concurrency: "unbounded" })
    assert.lengthOf(vk.control.messages(peer).snackbars, 40)
    assert.isAtMost(vk.control.stats().calls["execute"] ?? 0, 3)
  })
)

it.live("a press whose answer VK puts off is answered a moment later, alone or among others", () =>
  Effect.gen(function* () {
    const { anna, boris, bot, inbox, peer, press, vk } = yield* askWhoPlays
    for (const from_id of [anna, boris, anna]) {
      press(from_id)
    }
    const presses = (yield* takeAtLeast(inbox, 4)).flatMap(({ incoming: { input } }) =>
      input._tag === "Pressed" ? [input.press] : []
    )
    const method = "messages.sendMessageEventAnswer"
    vk.control.setFaults({ errors: [{ method, code: 6, times: 2 }], cutConnections: { method, times: 1 } })
    yield* Effect.forEach(presses, (press) => bot.answerPress(press, "Вы в игре!"), { concurrency: "unbounded" })
    assert.lengthOf(vk.control.messages(peer).snackbars, 3)
  })
)
