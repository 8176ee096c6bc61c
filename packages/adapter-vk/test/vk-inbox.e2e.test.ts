import { assert, it } from "@effect/vitest"
import { PlayerId } from "@znatoki/engine"
import { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import { type Envelope, type Hearing, Inbox } from "@znatoki/ports/inbox"
import { Effect, Layer, Redacted } from "effect"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import { VkCommunity } from "../src/api/vk-community.ts"
import * as VkInbox from "../src/intake/vk-inbox.ts"
import { captureLogs } from "./fixtures/captured-logs.ts"
import { json, scriptedVk, vkError } from "./fixtures/scripted-vk.ts"
import { group } from "./fixtures/deliveries.ts"
import {
  allDone,
  eventually,
  memoryCursors,
  memoryTitles,
  sandbox,
  startInbox,
  takeAtLeast,
  textOf,
  twoPeople
} from "./fixtures/with-sandbox.ts"

const cursorName = `vk-long-poll:${group}`

it.live("people's words and goings reach the game with names, in order", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const inbox = yield* startInbox(vk)
    yield* inbox.listening
    const { anna, boris, peer } = twoPeople(vk)
    vk.control.writeMessage(peer, { from_id: anna, text: "первое" })
    vk.control.writeMessage(peer, { from_id: boris, text: "второе" })
    vk.control.changeMembers(peer, { remove: [boris], by: boris })
    const taken = yield* takeAtLeast(inbox, 4)
    assert.deepStrictEqual(
      taken.map(({ incoming }) => incoming.input),
      [
        { _tag: "Invited", by: { id: PlayerId.make(String(anna)), name: "Анна Смирнова" } },
        {
          _tag: "Wrote",
          by: { id: PlayerId.make(String(anna)), name: "Анна Смирнова" },
          text: "первое",
          action: null,
          order: 3
        },
        {
          _tag: "Wrote",
          by: { id: PlayerId.make(String(boris)), name: "Борис Ким" },
          text: "второе",
          action: null,
          order: 4
        },
        { _tag: "Gone", player: PlayerId.make(String(boris)) }
      ]
    )
    assert.isTrue(taken.every(({ incoming }) => incoming.conversation === `vk:${group}:${peer}`))
    assert.strictEqual(new Set(taken.map(({ incoming }) => incoming.source)).size, 4)
  })
)

it.live("one person can write to the community in private", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const inbox = yield* startInbox(vk)
    yield* inbox.listening
    const { anna } = twoPeople(vk)
    vk.control.writeMessage(anna, { from_id: anna, text: "старт" })
    const taken = yield* takeAtLeast(inbox, 2)
    assert.deepStrictEqual(taken.map(({ incoming }) => incoming.conversation).at(-1), `vk:${group}:${anna}`)
  })
)

it.live("words of a message that VK cropped are read whole, and are told to be part where they cannot be", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const inbox = yield* startInbox(vk)
    yield* inbox.listening
    const { anna, peer } = twoPeople(vk)
    vk.control.setFaults({ cropText: 20 })
    vk.control.writeMessage(peer, { from_id: anna, text: `[club${group}|@bot], Пушкин, а не Лермонтов` })
    const whole = yield* takeAtLeast(inbox, 2)
    vk.control.setFaults({ cropText: 5, errors: [{ method: "messages.getByConversationMessageId", code: 917 }] })
    vk.control.writeMessage(peer, { from_id: anna, text: "Пушкинист" })
    const none = yield* takeAtLeast(inbox, 1)
    assert.deepStrictEqual([...whole, ...none].map(textOf), ["Invited", "Пушкин, а не Лермонтов", ""])
    assert.deepStrictEqual(
      [...whole, ...none].map(({ incoming: { input } }) => input._tag === "Wrote" && input.cropped === true),
      [false, false, true]
    )
  })
)

it.live("what calls another community is not heard, and a call of ours is no part of what is said", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const inbox = yield* startInbox(vk)
    yield* inbox.listening
    const { anna, peer } = twoPeople(vk)
    for (const text of ["@club555 стоп", `@club${group}, старт`, `инфо @club${group} (Знатоки)`]) {
      vk.control.writeMessage(peer, { from_id: anna, text })
    }
    const taken = yield* takeAtLeast(inbox, 3)
    assert.deepStrictEqual(taken.map(textOf), ["Invited", "старт", "инфо"])
  })
)

it.live("an expired key loses and repeats nothing", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const inbox = yield* startInbox(vk)
    yield* inbox.listening
    const { anna, peer } = twoPeople(vk)
    const said: Array<string> = []
    for (const n of [1, 2, 3]) {
      vk.control.writeMessage(peer, { from_id: anna, text: `до ${n}` })
      vk.control.setFaults({ expireKey: true })
      vk.control.writeMessage(peer, { from_id: anna, text: `после ${n}` })
      said.push(`до ${n}`, `после ${n}`)
    }
    const taken = yield* takeAtLeast(inbox, said.length + 1)
    assert.deepStrictEqual(taken.map(textOf), ["Invited", ...said])
  })
)

it.live.each([
  { fault: { staleTs: true }, line: "VK has lost some events" },
  { fault: { loseHistory: true }, line: "VK has lost the history" }
])("after $line the talk goes on with nothing repeated", ({ fault, line }) =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const inbox = yield* startInbox(vk)
    yield* inbox.listening
    const { anna, peer } = twoPeople(vk)
    vk.control.writeMessage(peer, { from_id: anna, text: "до" })
    const before = yield* takeAtLeast(inbox, 2)
    vk.control.setFaults(fault)
    yield* eventually(line, () => inbox.logs.has(line))
    vk.control.writeMessage(peer, { from_id: anna, text: "после" })
    const after = yield* takeAtLeast(inbox, 1)
    assert.deepStrictEqual([...before, ...after].map(textOf), ["Invited", "до", "после"])
  })
)

const conversationOf = ({ peer }: { readonly peer: number }) => ConversationId.make(`vk:${group}:${peer}`)

it.live("what was written where games run is fetched when VK has lost it, under the names its events had", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const cursors = new Map<string, string>()
    const [open, shut, part] = [twoPeople(vk), twoPeople(vk), twoPeople(vk)]
    const first = yield* startInbox(vk, { cursors })
    yield* first.listening
    // Done without having been stored, as talk is.
    const said = Array.from({ length: 130 }, (_, n) => `слово ${n}`)
    for (const text of said) vk.control.writeMessage(open.peer, { from_id: open.anna, text })
    const heard = yield* takeAtLeast(first, said.length)
    yield* first.kill
    cursors.set(cursorName, "1")

    for (const number of [50, 51, 52]) vk.control.deleteMessage(open.peer, number, open.anna)
    vk.control.writeMessage(open.peer, { from_id: open.boris, text: "пока лежали" })
    vk.control.changeMembers(open.peer, { remove: [open.boris], by: open.boris })
    vk.control.writeMessage(shut.peer, { from_id: shut.anna, text: "не прочесть" })
    for (const text of ["болтовня", "/ответ Пушкин"]) vk.control.writeMessage(part.peer, { from_id: part.anna, text })
    vk.control.setFaults({
      loseHistory: true,
      errors: [{ method: "messages.getByConversationMessageId", code: 917, peer: shut.peer }]
    })
    const playing = [
      { conversation: conversationOf(open), lastOrder: 3, hearsAll: true },
      { conversation: conversationOf(shut), lastOrder: 1, hearsAll: true },
      { conversation: conversationOf(part), lastOrder: 1, hearsAll: false }
    ]
    const second = yield* startInbox(vk, { cursors, playing })
    const taken: Array<Envelope | Hearing> = []
    while (!taken.some((one) => "incoming" in one)) taken.push(...(yield* second.take))
    const envelopes = taken.filter((one) => "incoming" in one)
    const lost = taken.findIndex((one) => !("incoming" in one) && one._tag === "Lost")
    assert.deepInclude(taken[lost], { only: [conversationOf(shut)] })
    assert.isTrue(
      taken.slice(0, lost).every((one) => !("incoming" in one)),
      "the time is given back first"
    )
    // The first one was known, and three are deleted.
    const left = said.filter((_, n) => n > 0 && ![50, 51, 52].includes(n + 3))
    assert.deepStrictEqual(envelopes.map(textOf), [...left, "пока лежали", "Gone", "/ответ Пушкин"])
    const sources = new Map(heard.map((one) => [textOf(one), one.incoming.source]))
    for (const one of envelopes.slice(0, left.length)) {
      assert.strictEqual(one.incoming.source, sources.get(textOf(one)))
    }
  })
)

it.live("a cut connection and a broken answer lose nothing, and the server is not asked for again", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const inbox = yield* startInbox(vk)
    yield* inbox.listening
    const { anna, peer } = twoPeople(vk)
    yield* takeAtLeast(inbox, 1)
    vk.control.setFaults({
      cutConnections: { method: "a_check", times: 1 },
      http500: { method: "a_check", times: 1 }
    })
    vk.control.writeMessage(peer, { from_id: anna, text: "раз" })
    vk.control.writeMessage(peer, { from_id: anna, text: "два" })
    yield* eventually("both faults struck", () => inbox.logs.has(`"reason":"HTTP 500","failures":2`))
    vk.control.writeMessage(peer, { from_id: anna, text: "три" })
    const taken = yield* takeAtLeast(inbox, 3)
    assert.deepStrictEqual(taken.map(textOf), ["раз", "два", "три"])
    assert.strictEqual(vk.control.stats().calls["groups.getLongPollServer"], 1)
  })
)

it.live("what was not done comes again after a restart, what was done does not", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const cursors = new Map<string, string>()
    const first = yield* startInbox(vk, { cursors })
    yield* first.listening
    const { anna, peer } = twoPeople(vk)
    vk.control.writeMessage(peer, { from_id: anna, text: "сделано" })
    const before = yield* takeAtLeast(first, 2)
    yield* allDone(before)
    vk.control.writeMessage(peer, { from_id: anna, text: "не успели" })
    yield* takeAtLeast(first, 1)
    yield* first.kill
    vk.control.writeMessage(peer, { from_id: anna, text: "пока лежали" })

    const second = yield* startInbox(vk, { cursors })
    const after = yield* takeAtLeast(second, 2)
    assert.deepStrictEqual(after.map(textOf), ["не успели", "пока лежали"])
  })
)

it.live("the cursor waits for the earliest page that is not done", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const cursors = new Map<string, string>()
    const inbox = yield* startInbox(vk, { cursors })
    yield* inbox.listening
    const { anna, peer } = twoPeople(vk)
    const early = yield* takeAtLeast(inbox, 1)
    const begun = cursors.get(cursorName)
    vk.control.writeMessage(peer, { from_id: anna, text: "позже" })
    const late = yield* takeAtLeast(inbox, 1)
    yield* allDone(late)
    // Done twice is done once.
    yield* allDone(late)
    yield* inbox.kill
    assert.strictEqual(cursors.get(cursorName), begun)
    yield* allDone(early)
    const again = yield* startInbox(vk, { cursors })
    assert.deepStrictEqual((yield* takeAtLeast(again, 2)).map(textOf), ["Invited", "позже"])
  })
)

it.live("an event delivered twice passes twice, under one source", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const inbox = yield* startInbox(vk)
    yield* inbox.listening
    const { anna, peer } = twoPeople(vk)
    yield* takeAtLeast(inbox, 1)
    vk.control.setFaults({ duplicateEvents: true })
    vk.control.writeMessage(peer, { from_id: anna, text: "раз" })
    const [one, two] = yield* takeAtLeast(inbox, 2)
    assert.strictEqual(one?.incoming.source, two?.incoming.source)
  })
)

it.live("a page of many people costs one call for their names, and the next one none", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const cursors = new Map<string, string>()
    const idle = yield* startInbox(vk, { cursors })
    yield* eventually("a place to begin from is kept", () => cursors.has(cursorName))
    yield* idle.kill
    const { members, peer_id } = vk.control.createConversation({
      title: "Толпа",
      members: Array.from({ length: 40 }, (_, n) => ({ first_name: "Игрок", last_name: `№${n}` }))
    })
    for (const { id } of members) vk.control.writeMessage(peer_id, { from_id: id, text: "привет" })
    const inbox = yield* startInbox(vk, { cursors })
    yield* takeAtLeast(inbox, 41)
    for (const { id } of members) vk.control.writeMessage(peer_id, { from_id: id, text: "ещё" })
    yield* takeAtLeast(inbox, 40)
    assert.strictEqual(vk.control.stats().calls["users.get"], 1)
  })
)

it.live.each([
  { what: "a wrong token", settings: { token: Redacted.make("another") }, advice: "VK_TOKEN" },
  { what: "an empty token", settings: { token: Redacted.make("") }, advice: "is empty: set it" },
  { what: "another community's number", settings: { groupId: 5 }, advice: `belongs to community ${group}` }
])("$what is refused with advice", ({ advice, settings }) =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const refused = yield* Effect.flip(startInbox(vk, { settings }))
    assert.strictEqual(refused._tag, "InboxRefused")
    assert.include(refused.advice, advice)
  })
)

it.live("a right that is lost while playing is refused with advice", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const inbox = yield* startInbox(vk)
    yield* inbox.listening
    vk.control.setFaults({ expireKey: true, errors: [{ method: "groups.getLongPollServer", code: 27 }] })
    const refused = yield* Effect.flip(Effect.forever(inbox.take))
    assert.include(refused.advice, "community token")
  })
)

it.live("VK down at the start is waited for", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    vk.control.setFaults({ errors: [{ method: "groups.getById", code: 10, times: 2 }] })
    const inbox = yield* startInbox(vk)
    yield* inbox.listening
    twoPeople(vk)
    assert.lengthOf(yield* takeAtLeast(inbox, 1), 1)
  })
)

it.live("a press of a button that is not ours is ended with nothing and passed over", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const inbox = yield* startInbox(vk)
    yield* inbox.listening
    const { anna, peer } = twoPeople(vk)
    const action = { type: "callback", label: "Чужая", payload: { cmd: "buy" } }
    const body = new URLSearchParams({
      access_token: vk.token,
      v: "5.199",
      peer_ids: String(peer),
      random_id: "1",
      message: "от другой программы",
      keyboard: JSON.stringify({ inline: true, buttons: [[{ action }]] })
    })
    yield* Effect.promise(() => fetch(`${vk.apiUrl}messages.send`, { method: "POST", body }))
    const theirs = vk.control.messages(peer).items.find(({ from_id }) => from_id < 0)
    const conversation_message_id = theirs?.conversation_message_id ?? 0
    vk.control.pressButton(peer, { from_id: anna, conversation_message_id, button: "Чужая" })
    vk.control.writeMessage(peer, { from_id: anna, text: "дальше" })
    assert.deepStrictEqual((yield* takeAtLeast(inbox, 2)).map(textOf), ["Invited", "дальше"])
    yield* eventually("the press is ended", () => vk.control.stats().calls["messages.sendMessageEventAnswer"] === 1)
    assert.deepStrictEqual(vk.control.messages(peer).snackbars, [])
  })
)

it.live("updates nobody understands are passed over, and their contents stay out of the log", () =>
  Effect.gen(function* () {
    const message = { from_id: 5, peer_id: 5, conversation_message_id: 1, text: "понятно" }
    const updates = [
      { type: "wall_post_new", event_id: "a", object: { text: "тайна" } },
      { type: "message_new", event_id: "b", object: { message: { text: "тайна" } } },
      "тайна",
      null,
      { type: "message_new", event_id: "c", object: { message } }
    ]
    let polls = 0
    const vk = yield* scriptedVk(({ name }, origin) => {
      if (name === "whp") return polls++ === 0 ? json({ ts: "2", updates }) : "hold"
      if (name === "groups.getById") return json({ response: [{ id: group }] })
      if (name === "groups.getLongPollServer") {
        return json({ response: { server: `${origin}/whp`, key: "k", ts: 1 } })
      }
      return vkError(15)
    })
    const logs = captureLogs()
    const layer = VkInbox.layer.pipe(
      Layer.provide(VkCommunity.layer),
      Layer.provide([vk.layer, memoryCursors(), memoryTitles(), StoreTrouble.layer]),
      Layer.provide(logs.layer)
    )
    const inbox = yield* Inbox.pipe(Effect.provide(yield* Layer.build(layer)))
    const taken = yield* takeAtLeast(inbox, 1)
    assert.deepStrictEqual(
      taken.map(({ incoming: { input, source } }) => [source, input]),
      [
        [
          SourceId.make(`vk:vk:${group}:5/1`),
          {
            _tag: "Wrote",
            by: { id: PlayerId.make("5"), name: "Игрок 5" },
            text: "понятно",
            action: null,
            order: 1
          }
        ]
      ]
    )
    assert.isTrue(
      logs.has("unknown type, type wall_post_new, event a") && logs.has("malformed, type message_new, event b")
    )
    // Nothing but what to switch on by hand stands between a token without rights and listening.
    assert.isTrue(logs.has("callback button action"))
    assert.isFalse(logs.has("тайна") || logs.has("понятно"))
  })
)

const wrote = (n: number) => ({
  type: "message_new",
  event_id: String(n),
  object: { message: { from_id: 5, peer_id: 5, conversation_message_id: n, text: String(n) } }
})

it.live("pages go on coming while earlier ones are undone, and are held back when there are too many", () =>
  Effect.gen(function* () {
    let polls = 0
    const vk = yield* scriptedVk(({ name }, origin) => {
      const n = polls
      if (name === "whp") {
        polls++
        return json({ ts: String(n + 2), updates: [wrote(n)] })
      }
      if (name === "groups.getById") return json({ response: [{ id: group }] })
      if (name === "users.get") return json({ response: [{ id: 5, first_name: "Анна", last_name: "Смирнова" }] })
      return name === "groups.getLongPollServer"
        ? json({ response: { server: `${origin}/whp`, key: "k", ts: "1" } })
        : vkError(15)
    })
    const layer = VkInbox.layer.pipe(
      Layer.provide(VkCommunity.layer),
      Layer.provide(vk.layer),
      Layer.provide([memoryCursors(), memoryTitles(), StoreTrouble.layer]),
      Layer.provide(captureLogs().layer)
    )
    const inbox = yield* Inbox.pipe(Effect.provide(yield* Layer.build(layer)))
    const first = yield* takeAtLeast(inbox, 256)
    assert.lengthOf(first, 256)
    yield* eventually("one page more waits for room", () => polls === 257)
    yield* allDone(first.slice(0, 1))
    yield* takeAtLeast(inbox, 1)
    yield* eventually("and then the next one", () => polls === 258)
  })
)

it.live(
  "who comes and goes is heard where it matters, whichever way; the bot is let in, put out and let in again",
  () =>
    Effect.gen(function* () {
      const vk = yield* sandbox
      const titles = new Map<string, string>()
      const inbox = yield* startInbox(vk, { titles })
      yield* inbox.listening
      const members = ["Анна", "Борис"].map((first_name) => ({ first_name, last_name: "" }))
      const founded = vk.control.createConversation({ title: "С самого начала", members, with_bot: true })
      const [anna, boris] = founded.members
      if (anna === undefined || boris === undefined) return assert.fail("two people were asked for")
      const peer = founded.peer_id
      const person = ({ first_name, id }: typeof anna) => ({ id: PlayerId.make(String(id)), name: first_name })
      const bot = -group
      // Whoever comes is nobody yet: they sit down by themselves.
      vk.control.changeMembers(peer, { add: { first_name: "Вера", last_name: "" }, by: boris.id })
      const [gleb] = vk.control.changeMembers(peer, {
        add: { first_name: "Глеб", last_name: "" },
        by_link: true
      }).members
      if (gleb === undefined) return assert.fail("nobody came")
      vk.control.changeMembers(peer, { remove: gleb.id, by: gleb.id })
      vk.control.changeMembers(peer, { add: gleb.id, by_link: true })
      vk.control.changeMembers(peer, { remove: gleb.id, by: anna.id })
      vk.control.changeMembers(peer, { remove: bot, by: anna.id })
      vk.control.changeMembers(peer, { remove: boris.id, by: anna.id })
      vk.control.changeMembers(peer, { add: bot, by: anna.id })
      const taken = yield* takeAtLeast(inbox, 5)
      assert.deepStrictEqual(
        taken.map(({ incoming: { input } }) => input),
        [
          { _tag: "Invited", by: person(anna) },
          { _tag: "Gone", player: PlayerId.make(String(gleb.id)) },
          { _tag: "Gone", player: PlayerId.make(String(gleb.id)) },
          { _tag: "Removed" },
          { _tag: "Invited", by: person(anna) }
        ]
      )
      assert.strictEqual(titles.get(`vk:${group}:${peer}`), "С самого начала")
    })
)

it.live("what a conversation is called is remembered: as it was when the bot came, and as it is changed", () =>
  Effect.gen(function* () {
    const vk = yield* sandbox
    const titles = new Map<string, string>()
    const inbox = yield* startInbox(vk, { titles })
    yield* inbox.listening
    const { peer } = twoPeople(vk)
    yield* eventually("its title is learned", () => titles.get(`vk:${group}:${peer}`) === "Знатоки")
    vk.control.changeConversation(peer, { title: "Знатоки и друзья" })
    yield* eventually("its new title is known", () => titles.get(`vk:${group}:${peer}`) === "Знатоки и друзья")
    assert.lengthOf(yield* takeAtLeast(inbox, 1), 1)
  })
)
