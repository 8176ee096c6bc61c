/** The contract of the GameArchive port: what is committed to the game store can be read. */
import { assert } from "@effect/vitest"
import { type GameEvent, type GameState, initialState, PlayerId, presets, QuestionId } from "@znatoki/engine"
import { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import { GameArchive } from "@znatoki/ports/game-archive"
import { GameStore, type LoggedEvent } from "@znatoki/ports/game-store"
import { Effect, type Layer } from "effect"
import { contract, type Sentence } from "./suite.ts"

const ann = { id: PlayerId.make("1"), name: "Анна «О'Нил»" }
const settings = presets.classic
const seats = { settings, players: [ann], deadline: { timer: "1/lobby", atMs: 60_000 } } as const
const lobby = (game: number): GameState => ({ _tag: "Lobby", game, ...seats, stopAskedAtMs: null })
const table = { settings, startedAtMs: 1_000, players: [ann], captain: ann.id, score: { team: 2, bot: 1 } } as const
const question = {
  id: QuestionId.make("q1"),
  text: "Кто?",
  handout: null,
  answer: "Никто",
  accepted: [],
  rejected: [],
  comment: null,
  source: null,
  author: null
}
const discussion = (game: number): GameState => ({
  ...table,
  _tag: "Discussion",
  game,
  round: 4,
  results: [],
  reserves: { extraMinutes: 0, clubHelps: 0, appeals: 1 },
  board: null,
  silentRounds: 0,
  stopAskedAtMs: null,
  deadline: { timer: "4/discussion", atMs: 90_000 },
  series: null,
  question,
  askedAtMs: 30_000,
  endsAtMs: 90_000,
  minutesSpent: 0,
  helped: false
})
const finished = (game: number): GameState => ({
  ...table,
  _tag: "Finished",
  game,
  nextSettings: null,
  finishedAtMs: 99_000,
  results: [
    {
      question: question.id,
      passed: [],
      answerer: ann.id,
      given: "никто",
      right: true,
      decidedBy: "judge",
      appeal: "none",
      tookMs: 5_000
    }
  ],
  reason: "everything played"
})

const said = (text: string): GameEvent => ({ _tag: "TextSaid", atMs: 5, seed: 7, by: ann.id, text })

/** Commits the next version of a conversation. The stores only look at what they are given. */
const play = Effect.fnUntraced(function* (
  conversation: string,
  version: number,
  state: GameState,
  updatedAtMs: number,
  log: ReadonlyArray<LoggedEvent> = [{ source: SourceId.make(`${conversation}/${version}`), event: said(`${version}`) }]
) {
  const next = {
    conversation: ConversationId.make(conversation),
    version,
    state,
    lastOrder: 0,
    hearsAll: false,
    lastSeq: 0,
    updatedAtMs
  }
  const results = yield* (yield* GameStore).commit([{ next, log, outgoing: [], asked: [] }])
  assert.deepStrictEqual(results, [{ _tag: "Committed" }])
})

const listed = Effect.fnUntraced(function* (conversation: string, status: "running" | "finished" | null = null) {
  const filter = { status, conversation: ConversationId.make(conversation) }
  return (yield* (yield* GameArchive).list(filter, null, 100)).map(({ id }) => id)
})

export const gameArchiveContract = <E>(name: string, empty: Layer.Layer<GameArchive | GameStore, E>): void => {
  contract("GameArchive", name, empty, (proves) => {
    showing(proves)
    keepingApart(proves)
    paging(proves)
  })
}

const showing = (proves: Sentence<GameArchive | GameStore>) => {
  proves("a game nobody played is null, and so is its log", () =>
    Effect.gen(function* () {
      const archive = yield* GameArchive
      for (const id of [
        "vk:1:nowhere-1",
        "vk:1:nowhere-0",
        "vk:1:nowhere",
        "-",
        "1",
        "vk:1:nowhere-99999999999999999999",
        "vk:1:nowhere--1"
      ]) {
        assert.isNull(yield* archive.get(id))
        assert.isNull(yield* archive.events(id, 0, 10))
      }
      assert.deepStrictEqual(yield* listed("vk:1:nowhere"), [])
    })
  )

  proves("a running game is shown with its round, its score and its whole state", () =>
    Effect.gen(function* () {
      const archive = yield* GameArchive
      yield* play("vk:1:shown", 1, lobby(1), 1_000)
      yield* play("vk:1:shown", 2, discussion(1), 2_000)
      const summary = {
        id: "vk:1:shown-1",
        conversation: ConversationId.make("vk:1:shown"),
        title: null,
        game: 1,
        status: "running",
        phase: "Discussion",
        round: 4,
        score: { team: 2, bot: 1 },
        version: 2,
        updatedAtMs: 2_000
      } as const
      assert.deepStrictEqual(yield* archive.get("vk:1:shown-1"), { summary, state: discussion(1) })
      const filter = { status: null, conversation: summary.conversation }
      assert.deepStrictEqual(yield* archive.list(filter, null, 10), [summary])
    })
  )

  proves("a finished game stays beside the next one, each with its own state", () =>
    Effect.gen(function* () {
      const archive = yield* GameArchive
      yield* play("vk:1:two", 1, finished(1), 1_000)
      yield* play("vk:1:two", 2, lobby(2), 2_000)
      const first = yield* archive.get("vk:1:two-1")
      assert.deepStrictEqual(first?.state, finished(1))
      assert.deepStrictEqual([first?.summary.status, first?.summary.round], ["finished", 1])
      const second = yield* archive.get("vk:1:two-2")
      assert.strictEqual(second?.summary.phase, "Lobby")
      assert.deepStrictEqual([second?.summary.round, second?.summary.score], [0, { team: 0, bot: 0 }])
      assert.deepStrictEqual(yield* listed("vk:1:two"), ["vk:1:two-2", "vk:1:two-1"])
      assert.deepStrictEqual(yield* listed("vk:1:two", "running"), ["vk:1:two-2"])
      assert.deepStrictEqual(yield* listed("vk:1:two", "finished"), ["vk:1:two-1"])
    })
  )
}

const keepingApart = (proves: Sentence<GameArchive | GameStore>) => {
  proves("a game that another one follows is over, even if its end was never stored", () =>
    Effect.gen(function* () {
      yield* play("vk:1:followed", 1, discussion(1), 1_000)
      yield* play("vk:1:followed", 2, lobby(2), 2_000)
      assert.deepStrictEqual(yield* listed("vk:1:followed", "running"), ["vk:1:followed-2"])
      assert.deepStrictEqual(yield* listed("vk:1:followed", "finished"), ["vk:1:followed-1"])
    })
  )

  proves("a conversation where nobody opened a table has no game", () =>
    Effect.gen(function* () {
      yield* play("vk:1:idle", 1, initialState(settings), 1_000)
      assert.deepStrictEqual(yield* listed("vk:1:idle"), [])
      assert.isNull(yield* (yield* GameArchive).get("vk:1:idle-0"))
      assert.isNull(yield* (yield* GameArchive).events("vk:1:idle-0", 0, 10))
    })
  )

  proves("a name with a dash, a percent and a quote is the conversation's own", () =>
    Effect.gen(function* () {
      yield* play("vk:1:club-1-'%_", 1, lobby(3), 1_000)
      assert.deepStrictEqual(yield* listed("vk:1:club-1-'%_"), ["vk:1:club-1-'%_-3"])
      assert.strictEqual(
        (yield* (yield* GameArchive).get("vk:1:club-1-'%_-3"))?.summary.conversation,
        "vk:1:club-1-'%_"
      )
      assert.deepStrictEqual(yield* listed("vk:1:club-1"), [])
    })
  )
}

const paging = (proves: Sentence<GameArchive | GameStore>) => {
  proves("pages, newest change first, reach every game once, also games of the same instant", () =>
    Effect.gen(function* () {
      const archive = yield* GameArchive
      for (const n of [3, 1, 4, 2, 5, 10])
        yield* play(`vk:1:page-${n}`, 1, n > 3 ? finished(1) : lobby(1), 900_000 + (n % 2))
      const filter = { status: null, conversation: null }
      const seen: Array<string> = []
      let page = yield* archive.list(filter, null, 2)
      while (page.length > 0) {
        seen.push(...page.map(({ id }) => id))
        page = yield* archive.list(filter, page.at(-1) ?? null, 2)
      }
      assert.deepStrictEqual(seen, [
        "vk:1:page-1-1",
        "vk:1:page-3-1",
        "vk:1:page-5-1",
        "vk:1:page-10-1",
        "vk:1:page-2-1",
        "vk:1:page-4-1"
      ])
    })
  )

  proves("the log of a game is read in order, from 1, page by page", () =>
    Effect.gen(function* () {
      const archive = yield* GameArchive
      const source = SourceId.make("log/a")
      yield* play("vk:1:log", 1, lobby(1), 1, [
        { source, event: said("раз") },
        { source: null, event: said("два") }
      ])
      yield* play("vk:1:log", 2, lobby(1), 2, [{ source: SourceId.make("log/b"), event: said("три") }])
      yield* play("vk:1:log", 3, lobby(2), 3, [{ source: SourceId.make("log/c"), event: said("другая игра") }])
      const first = yield* archive.events("vk:1:log-1", 0, 2)
      assert.deepStrictEqual(first, [
        { position: 1, source, event: said("раз") },
        { position: 2, source: null, event: said("два") }
      ])
      assert.deepStrictEqual(yield* archive.events("vk:1:log-1", 2, 2), [
        { position: 3, source: SourceId.make("log/b"), event: said("три") }
      ])
      assert.deepStrictEqual(yield* archive.events("vk:1:log-1", 3, 2), [])
      assert.deepStrictEqual(
        (yield* archive.events("vk:1:log-2", 0, 9))?.map(({ position }) => position),
        [1]
      )
    })
  )
}
