import { assert, describe, it } from "@effect/vitest"
import { PlayerId } from "@znatoki/engine"
import { ConversationId, Incoming, PressRef, SourceId } from "@znatoki/chat/chat-input"
import { Schema } from "effect"
import { decodeUpdate, withNames } from "../src/intake/decode-update.ts"
import { spokenTo } from "../src/intake/spoken-to-us.ts"

const group = 224905513
const ourselves = { groupId: group, spokenTo: spokenTo({ id: group, screenName: "znatoki" }) }
const eventId = "ecf9016c59c5df8617bb9a9c05d862c6e29838d1"

const envelope = (type: string, object: unknown, rest: object = { event_id: eventId }) => ({
  group_id: group,
  type,
  v: "5.199",
  object,
  ...rest
})

/** A chat's message as VK sends it at version 5.199. */
const chatMessage = (changes: object = {}) => ({
  date: 1709725647,
  from_id: 467598913,
  id: 0,
  out: 0,
  version: 10000123,
  attachments: [],
  conversation_message_id: 33,
  fwd_messages: [],
  important: false,
  is_hidden: false,
  peer_id: 2000000001,
  random_id: 0,
  text: "hello bot",
  is_unavailable: true,
  ...changes
})

const messageNew = (changes: object = {}, rest?: object) =>
  envelope("message_new", { message: chatMessage(changes), client_info: { keyboard: true } }, rest)

const heardInput = (update: unknown) => {
  const decoded = decodeUpdate(update, ourselves)
  return decoded._tag === "Heard" ? decoded.input : decoded._tag
}

const heardText = (text: string) => {
  const input = heardInput(messageNew({ text }))
  return typeof input === "string" ? input : input._tag === "Wrote" ? input.text : null
}

/** What a client that cannot show a button makes of its payload. */
const wrap = (payload: string) => JSON.stringify({ command: "not_supported_button", button_type: "callback", payload })

const action = (type: string, member_id?: number, from_id = 467598913) =>
  heardInput(messageNew({ text: "", from_id, action: { type, ...(member_id === undefined ? {} : { member_id }) } }))

const press = (payload: unknown, rest?: object) =>
  envelope(
    "message_event",
    {
      user_id: 467598913,
      peer_id: 2000000001,
      event_id: "d1af:b2",
      payload,
      conversation_message_id: 34
    },
    rest
  )

describe("a message that comes without having been said to the bot", () => {
  const hearsAll = (changes: object): boolean => {
    const decoded = decodeUpdate(messageNew(changes), ourselves)
    return decoded._tag === "Heard" && decoded.hearsAll === true
  }

  it.each([{}, { text: "" }, { text: "стоп" }, { peer_id: 467598913, text: "/старт" }])(
    "%j: it hears all",
    (changes) => {
      assert.isTrue(hearsAll(changes))
    }
  )

  it.each([
    { text: "/старт" },
    { text: `[club${ourselves.groupId}|@bot] старт` },
    { text: `старт, @club${ourselves.groupId}` },
    { text: "Правила", payload: '{"_tag":"Rules"}' },
    { text: "", action: { type: "chat_invite_user", member_id: -ourselves.groupId } }
  ])("%j tells nothing", (changes) => {
    assert.isFalse(hearsAll(changes))
  })
})

const sourceOf = (changes: object, rest?: object): string | null => {
  const decoded = decodeUpdate(messageNew(changes, rest), ourselves)
  return decoded._tag === "Heard" ? decoded.source : null
}

describe("a message", () => {
  it("of a chat is heard with its conversation, its writer and its place", () => {
    assert.deepStrictEqual(decodeUpdate(messageNew(), ourselves), {
      _tag: "Heard",
      source: SourceId.make("vk:vk:224905513:2000000001/33@1709725647"),
      conversation: ConversationId.make("vk:224905513:2000000001"),
      peerId: 2000000001,
      hearsAll: true,
      input: { _tag: "Wrote", by: 467598913, text: "hello bot", calls: [], action: null, order: 33 },
      writtenAtMs: 1_709_725_647_000
    })
  })

  it("of a community set to an old version is heard too", () => {
    assert.deepStrictEqual(heardInput(envelope("message_new", chatMessage())), heardInput(messageNew()))
  })

  it("is named by its place and its time, whether an event brought it or it was fetched", () => {
    const name = "vk:vk:224905513:2000000001/33@1709725647"
    assert.strictEqual(sourceOf({}), name)
    assert.strictEqual(sourceOf({}, {}), name)
    assert.strictEqual(sourceOf({}, { event_id: "another" }), name)
    assert.notStrictEqual(sourceOf({ date: 1_709_725_648 }), name)
  })

  it("without a number is named as its event is", () => {
    assert.strictEqual(sourceOf({ conversation_message_id: 0 }), `vk:${eventId}`)
  })

  it("that is a sticker has an empty text", () => {
    const input = heardInput(messageNew({ text: "", attachments: [{ type: "sticker" }] }))
    assert.isTrue(typeof input !== "string" && input._tag === "Wrote" && input.text === "")
  })

  it("has its entities undone once", () => {
    const input = heardInput(messageNew({ text: "&lt;b&gt; &amp;lt; &quot;A&amp;B&quot;<br>конец" }))
    assert.strictEqual(typeof input !== "string" && input._tag === "Wrote" && input.text, '<b> &lt; "A&B"\nконец')
  })

  it.each([
    [`[club${group}|Знатоки], стоп`, "стоп"],
    [`[club${group}|@znatoki] [club${group}|@znatoki] стоп`, "стоп"],
    [`@club${group} (Знатоки), стоп`, "стоп"],
    [`*public${group} стоп`, "стоп"],
    ["@znatoki, стоп", "стоп"],
    [`стоп, [club${group}|@znatoki]`, "стоп"],
    [`Матфей [club${group}|@znatoki] и Лука`, "Матфей и Лука"],
    [`@club${group} -5`, "-5"],
    [`[club${group}|@znatoki]`, ""],
    [`[club${group}|@znatoki], отвечает [id3|Вера]`, "отвечает Вера"],
    ["a@znatoki.ru", "a@znatoki.ru"],
    ["Анна, стоп", "Анна, стоп"],
    ["Матфей @club555", "Матфей @club555"]
  ])("«%s» says to us «%s»", (text, said) => {
    assert.strictEqual(heardText(text), said)
  })

  it.each([
    "@club555 стоп",
    "[club555|@name] стоп",
    `  *club555 (Другой), [club${group}|@znatoki] стоп`,
    `@club${group}0 стоп`
  ])("«%s» calls another community and is not for us", (text) => {
    assert.strictEqual(heardInput(messageNew({ text })), "Passed")
  })

  it("that nobody should write is read in no time", () => {
    for (const text of [
      " ".repeat(9_000),
      "@znatoki(".repeat(1_000),
      `[club${group}|`.repeat(700),
      ", ".repeat(4_000)
    ]) {
      assert.isString(heardText(text))
    }
  })

  it("that VK cropped is told from a whole one", () => {
    const decoded = decodeUpdate(messageNew({ is_cropped: true }), ourselves)
    assert.isTrue(decoded._tag === "Heard" && decoded.input._tag === "Wrote" && decoded.input.cropped === true)
  })

  it("of a community or of the bot itself is passed over", () => {
    assert.strictEqual(heardInput(messageNew({ from_id: -5 })), "Passed")
    assert.strictEqual(heardInput(messageNew({ out: 1 })), "Passed")
  })

  it("from a button under the input carries the button's action", () => {
    const input = heardInput(messageNew({ text: "Начать", payload: '{"_tag":"Start","preset":"quick"}' }))
    assert.deepStrictEqual(typeof input !== "string" && input._tag === "Wrote" && input.action, {
      _tag: "Start",
      preset: "quick"
    })
  })

  it("of a client that cannot show a button carries the button's action, however often it was wrapped", () => {
    const once = wrap('{"_tag":"Join","seen":null}')
    const actions = [once, wrap(once), wrap(wrap(wrap(wrap(once))))].map((payload) => {
      const input = heardInput(messageNew({ text: "Я играю", payload }))
      return typeof input !== "string" && input._tag === "Wrote" ? input.action : "not heard"
    })
    assert.deepStrictEqual(actions, [{ _tag: "Join", seen: null }, { _tag: "Join", seen: null }, null])
  })

  it.each([
    '{"command":"not_supported_button"}',
    '{"command":"not_supported_button","payload":{"command":"not_supported_button","payload":null}}',
    `{"command":"not_supported_button","payload":${JSON.stringify(" ".repeat(10_001) + '{"_tag":"Stop"}')}}`,
    '{"command":"start"}',
    '{"_tag":"Win"}',
    '{"_tag":"Name","seen":null,"player":""}',
    '{"_tag":"Start","preset":"my own"}',
    "not json",
    "",
    "null",
    null,
    7
  ])("with the payload %s is just words", (payload) => {
    const input = heardInput(messageNew({ payload }))
    assert.isTrue(typeof input !== "string" && input._tag === "Wrote" && input.action === null)
  })
})

describe("a service message", () => {
  it("tells who was put out and who left by themselves", () => {
    assert.deepStrictEqual(action("chat_kick_user", 12), { _tag: "Gone", player: 12 })
    assert.deepStrictEqual(action("chat_kick_user", 467598913), { _tag: "Gone", player: 467598913 })
  })

  it("tells who was put out by a community", () => {
    assert.deepStrictEqual(action("chat_kick_user", 12, -9), { _tag: "Gone", player: 12 })
  })

  it("tells that the bot was put out, or left by itself", () => {
    assert.deepStrictEqual(action("chat_kick_user", -group), { _tag: "Removed" })
    assert.deepStrictEqual(action("chat_kick_user", -group, -group), { _tag: "Removed" })
  })

  it("tells who invited the bot", () => {
    assert.deepStrictEqual(action("chat_invite_user", -group), { _tag: "Invited", by: 467598913 })
  })

  it("means nothing when another bot goes or comes, a person comes, or the picture changes", () => {
    assert.deepStrictEqual(
      [
        action("chat_kick_user", -9),
        action("chat_invite_user", -9),
        action("chat_invite_user", 12),
        action("chat_photo_update"),
        action("chat_kick_user")
      ],
      ["Passed", "Passed", "Passed", "Passed", "Passed"]
    )
  })
})

const called = (type: string) =>
  decodeUpdate(messageNew({ text: "", action: { type, text: "Знатоки &amp; друзья" } }), ourselves)

describe("a title", () => {
  it("comes when it is changed", () => {
    assert.deepStrictEqual(called("chat_title_update"), {
      _tag: "Titled",
      conversation: ConversationId.make("vk:224905513:2000000001"),
      title: "Знатоки & друзья"
    })
  })

  it("comes with a conversation that is made with the bot in it, which is let in then", () => {
    assert.deepInclude(called("chat_create"), {
      title: "Знатоки & друзья",
      input: { _tag: "Invited", by: 467598913 }
    })
  })
})

describe("a press", () => {
  it("carries its action, given as a value or as text", () => {
    const expected = {
      _tag: "Pressed",
      by: 467598913,
      action: { _tag: "Info" },
      press: PressRef.make("224905513:2000000001:467598913:d1af:b2")
    } as const
    assert.deepStrictEqual(heardInput(press({ _tag: "Info" })), expected)
    assert.deepStrictEqual(heardInput(press('{"_tag":"Info"}')), expected)
  })

  it("of nobody is passed over", () => {
    for (const user_id of [-5, 0]) {
      const decoded = decodeUpdate(
        envelope("message_event", { user_id, peer_id: 2000000001, event_id: "x" }),
        ourselves
      )
      assert.strictEqual(decoded._tag, "Passed")
    }
  })

  it("with a forged payload is only to be ended", () => {
    for (const payload of [{ _tag: "Win" }, "{}", null, [], undefined]) {
      assert.deepStrictEqual(decodeUpdate(press(payload), ourselves), {
        _tag: "ForgedPress",
        press: PressRef.make("224905513:2000000001:467598913:d1af:b2")
      })
    }
  })

  it("without an event id is named by the press itself", () => {
    const decoded = decodeUpdate(press({ _tag: "Info" }, {}), ourselves)
    assert.strictEqual(
      decoded._tag === "Heard" ? decoded.source : null,
      SourceId.make("vk:vk:224905513:2000000001/press/d1af:b2")
    )
  })
})

describe("an update", () => {
  it.each([null, 7, "text", [], {}, { type: 5 }])("of the shape %j is malformed, not fatal", (update) => {
    assert.deepStrictEqual(decodeUpdate(update, ourselves), {
      _tag: "Strange",
      why: "malformed",
      type: "?",
      eventId: "?"
    })
  })

  it("of a known type with a broken object is malformed", () => {
    for (const update of [
      envelope("message_new", {}),
      envelope("message_new", null),
      envelope("message_event", { user_id: 1 })
    ]) {
      const decoded = decodeUpdate(update, ourselves)
      assert.isTrue(decoded._tag === "Strange" && decoded.why === "malformed" && decoded.eventId === eventId)
    }
  })

  it("of a type we do not know is told by type and number only", () => {
    assert.deepStrictEqual(decodeUpdate(envelope("message_typing_state", { from_id: 1 }), ourselves), {
      _tag: "Strange",
      why: "unknown type",
      type: "message_typing_state",
      eventId
    })
  })
})

it("everything heard becomes an event the game's schema takes, named or with a number for a name", () => {
  const updates = [
    messageNew(),
    messageNew({ text: "", action: { type: "chat_kick_user", member_id: 12 } }),
    messageNew({ text: "", action: { type: "chat_invite_user", member_id: -group } }),
    envelope("message_event", { user_id: 3, peer_id: 3, event_id: "x", payload: { _tag: "Stop" } })
  ]
  const events = updates.map((update) => {
    const decoded = decodeUpdate(update, ourselves)
    assert.strictEqual(decoded._tag, "Heard")
    return decoded._tag === "Heard" ? withNames(decoded, new Map([[467598913, "Анна"]]), 1_700_000_000_000) : null
  })
  assert.isTrue(events.every(Schema.is(Incoming)))
  const writers = events.map((event) => (event !== null && "by" in event.input ? event.input.by : null))
  assert.deepStrictEqual(writers, [
    { id: PlayerId.make("467598913"), name: "Анна" },
    null,
    { id: PlayerId.make("467598913"), name: "Анна" },
    { id: PlayerId.make("3"), name: "Игрок 3" }
  ])
})

it("people who are called are players by their numbers, and whoever is no person is nobody", () => {
  const decoded = decodeUpdate(messageNew({ text: "отвечает [id3|Вера], @все" }), ourselves)
  const event = decoded._tag === "Heard" ? withNames(decoded, new Map(), 1_700_000_000_000) : null
  assert.isTrue(Schema.is(Incoming)(event))
  assert.deepInclude(event?.input, {
    text: "отвечает Вера, @все",
    calls: [
      { from: 9, to: 13, player: PlayerId.make("3") },
      { from: 15, to: 19, player: null }
    ]
  })
})
