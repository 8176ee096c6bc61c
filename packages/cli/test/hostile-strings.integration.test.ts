/** Whatever strings VK hands over, a game that is played with them is stored and comes back as it was. */
import * as DatabasePostgres from "@znatoki/adapter-postgres/database/database"
import * as GameArchivePostgres from "@znatoki/adapter-postgres/games/game-archive"
import * as GameStorePostgres from "@znatoki/adapter-postgres/games/game-store"
import * as OutboxPostgres from "@znatoki/adapter-postgres/outbox/outbox"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { AnswerPress } from "@znatoki/adapter-vk/presses/answer-press"
import { makeReadUpdates } from "@znatoki/adapter-vk/intake/read-updates"
import { spokenTo } from "@znatoki/adapter-vk/intake/spoken-to-us"
import { VkApi } from "@znatoki/adapter-vk/api/vk-api"
import { VkUnavailable } from "@znatoki/adapter-vk/api/vk-error"
import { initialState, presets } from "@znatoki/engine"
import { ConversationId, type Incoming } from "@znatoki/chat/chat-input"
import { finishFoldings } from "@znatoki/kernel/play/finish-foldings"
import { foldTasks } from "@znatoki/kernel/play/fold-tasks"
import { Conversations } from "@znatoki/ports/conversations"
import { GameArchive } from "@znatoki/ports/game-archive"
import { GameStore } from "@znatoki/ports/game-store"
import { Outbox } from "@znatoki/ports/outbox"
import { question } from "@znatoki/test-contracts/contracts/sample-commits"
import { Effect, Layer, ManagedRuntime, Redacted, Schema } from "effect"
import fc from "fast-check"
import { afterAll, assert, it } from "vitest"

const groupId = 77
const us = { groupId, spokenTo: spokenTo({ id: groupId, screenName: null }) }
const playerId = 1

const anyString = fc.string({
  unit: fc.constantFrom("\0", "\ud83d", "\ude00", "\uFFFD", "\u001e", "а", "1", '"', "\\", "{", "\n"),
  minLength: 1,
  maxLength: 6
})
const anySeen = fc.record({ game: fc.constant(1), round: fc.constant(1), phase: anyString })
const anyAction = fc.oneof(
  fc.record({ _tag: fc.constant("Name" as const), seen: fc.option(anySeen), player: anyString }),
  fc.record({ _tag: fc.constantFrom("Join", "Minute", "Pause", "Resume", "Vote"), seen: anySeen, yes: fc.boolean() })
)

interface Said {
  readonly text?: string
  readonly action?: unknown
  readonly pressed?: boolean
}
const anySaid: fc.Arbitrary<Said> = fc.oneof(
  fc.record({ text: anyString }),
  fc.record({ text: anyString, action: anyAction }),
  fc.record({ pressed: fc.constant(true), action: anyAction })
)
const saying = (_tag: string): Said => ({ text: "", action: { _tag, seen: null, preset: null } })

const updateOf = ({ action, pressed, text }: Said, peer_id: number, place: number, word: string): unknown => {
  const event_id = `${peer_id}/${place}/${word}`
  if (pressed === true) {
    return { type: "message_event", event_id, object: { user_id: playerId, peer_id, event_id: word, payload: action } }
  }
  const payload = action === undefined ? {} : { payload: JSON.stringify(action) }
  const message = { from_id: playerId, peer_id, conversation_message_id: place + 1, date: 1, text, ...payload }
  return { type: "message_new", event_id, object: { message } }
}

const around = Layer.merge(
  Layer.succeed(Conversations, {
    setTitle: () => Effect.void,
    find: () => Effect.succeed(null),
    playing: () => Effect.succeed([])
  }),
  Layer.succeed(AnswerPress, { answer: () => Effect.void })
)

/** VK that knows nothing but everybody's name. */
const naming = (name: string) =>
  VkApi.of({
    isSpare: Effect.succeed(true),
    ask: (method) => Effect.fail(new VkUnavailable({ method, code: null, reason: "not here", afterMs: 1 })),
    call: (method, _params, result) =>
      method === "users.get"
        ? Effect.orDie(Schema.decodeUnknownEffect(result)([{ id: playerId, first_name: name, last_name: "" }]))
        : Effect.fail(new VkUnavailable({ method, code: null, reason: "not here", afterMs: 1 }))
  })

const played = Effect.fnUntraced(function* (conversation: ConversationId, heard: ReadonlyArray<Incoming>) {
  const stored = {
    conversation,
    version: 0,
    state: initialState(presets.classic),
    lastOrder: 0,
    hearsAll: false,
    lastSeq: 0,
    updatedAtMs: 0
  }
  const tasks = heard.map((incoming) => ({ _tag: "Chat" as const, incoming, done: Effect.void }))
  const folding = foldTasks({ stored, heardOrder: 0, saidLately: new Map() }, tasks, {
    textMax: Infinity,
    nowMs: 1_000,
    roll: () => 1
  })
  const folded = yield* finishFoldings(new Map([[conversation, folding]]), {
    draw: () => Effect.succeed([{ question: question(1) }]),
    shelves: () => Effect.succeed([]),
    remind: null,
    tell: () => Effect.succeed([])
  })
  return folded.get(conversation)
})

let peers = 2_000_000_000

describePostgres("strings that no store can keep", (postgres) => {
  const stores = Layer.mergeAll(GameStorePostgres.layer, GameArchivePostgres.layer, OutboxPostgres.layer).pipe(
    Layer.provide(
      Layer.unwrap(Effect.sync(() => DatabasePostgres.layer({ url: Redacted.make(postgres.url()), max: 2 })))
    )
  )

  const runtime = ManagedRuntime.make(stores)
  afterAll(() => runtime.dispose())

  it("are mended on their way in, and all that follows from them is stored as it was decided", async () => {
    let judged = 0
    const property = fc.asyncProperty(
      anyString,
      anyString,
      fc.array(anySaid, { maxLength: 4 }),
      fc.array(anySaid, { minLength: 1, maxLength: 4 }),
      (name, word, before, after) =>
        Effect.gen(function* () {
          const peer = ++peers
          const conversation = ConversationId.make(`vk:${us.groupId}:${peer}`)
          const said = [saying("Start"), ...before, saying("Go"), saying("Resume"), saying("Early"), ...after]
          const readUpdates = yield* Effect.provide(makeReadUpdates(naming(name)), around)
          const updates = said.map((each, place) => updateOf(each, peer, place, word))
          const folded = yield* played(conversation, yield* readUpdates(us, updates, 1_000))
          assert.isNull(folded?.poison)
          const commit = folded?.commit
          if (commit === null || commit === undefined) throw new Error("nothing happened")
          const [store, archive, outbox] = yield* Effect.all([GameStore, GameArchive, Outbox])
          assert.deepStrictEqual(yield* store.commit([commit]), [{ _tag: "Committed" }])
          assert.deepStrictEqual((yield* store.load([conversation])).get(conversation), commit.next)
          const log = yield* archive.events(`${conversation}-1`, 0, 1_000)
          assert.deepStrictEqual(
            log?.map(({ event, source }) => ({ event, source })),
            commit.log
          )
          const sources = commit.log.flatMap(({ source }) => source ?? [])
          assert.deepStrictEqual(yield* store.applied(sources), new Set(sources))
          const waiting = yield* outbox.pendingOf([conversation])
          assert.deepStrictEqual(
            waiting.map(({ message, seq }) => ({ message, seq })),
            commit.outgoing.map(({ message, seq }) => ({ message, seq }))
          )
          judged += commit.log.filter(({ event }) => event._tag === "TextSaid").length
        }).pipe(Effect.scoped, runtime.runPromise)
    )
    await fc.assert(property, { numRuns: 60, interruptAfterTimeLimit: 30_000 })
    assert.isAtLeast(judged, 10)
  }, 120_000)
})
