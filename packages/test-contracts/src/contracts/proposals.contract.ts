/** What every store of private dialogs does: a step is applied once, what is proposed becomes a draft once, its author is told once. */
import { assert } from "@effect/vitest"
import type { Proposal, ProposedQuestion } from "@znatoki/chat/proposal"
import { PlayerId, QuestionId } from "@znatoki/engine"
import { GameStore } from "@znatoki/ports/game-store"
import { Outbox } from "@znatoki/ports/outbox"
import { Proposals } from "@znatoki/ports/proposals"
import { Effect, type Layer } from "effect"
import { commitOf, conversation, idle, queued, say, source } from "./sample-commits.ts"
import { contract, type Sentence } from "./suite.ts"

type Stores = GameStore | Outbox | Proposals

const a = conversation("5")
const b = conversation("6")

const writing: Proposal = {
  writing: {
    step: "answer",
    draft: {
      text: "Что «\\n» и 'кавычки' \u2028 значат?",
      answer: null,
      accepted: [],
      comment: null,
      source: null,
      picture: null
    },
    touchedAtMs: 7_000
  },
  move: 2,
  sentAtMs: [1_000]
}
const sent: Proposal = { writing: null, move: 9, sentAtMs: [1_000, 9_000] }

const proposed: ProposedQuestion = {
  text: "Что «\\n» и 'кавычки' значат?",
  answer: "Ничего",
  accepted: ['две, "три"', "четыре"],
  comment: "Так бывает.",
  source: "Сами видели",
  picture: { url: "https://vk.ru/1.jpg", attachment: "photo5_1" },
  by: PlayerId.make("5"),
  name: "Аня"
}

const step = (id = a, version = 1, name = `talk ${id} ${version}`) => ({
  ...commitOf(id, version, { state: idle, log: [], outgoing: queued(version, say("Дальше?")) }),
  talked: [source(name)]
})

const withProposal = (commit: ReturnType<typeof step>, proposal: Proposal) => ({
  ...commit,
  next: { ...commit.next, proposal }
})

const finishing = (id = a, version = 2) => ({
  ...withProposal(step(id, version), sent),
  proposed: [proposed, { ...proposed, picture: null }]
})

export const proposalsContract = <E>(name: string, empty: Layer.Layer<Stores, E>): void => {
  contract("Proposals", name, empty, (proves) => {
    stepping(proves)
    drafting(proves)
    telling(proves)
  })
}

const stepping = (proves: Sentence<Stores>) => {
  proves("a step is found as it was stored, with its message, beside conversations that are no private dialogs", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      const results = yield* store.commit([withProposal(step(), writing), commitOf(b, 1)])
      assert.deepStrictEqual(results, [{ _tag: "Committed" }, { _tag: "Committed" }])
      const found = yield* store.load([a, b])
      assert.deepStrictEqual(found.get(a)?.proposal, writing)
      assert.deepStrictEqual(found.get(a)?.state, idle)
      assert.isFalse("proposal" in (found.get(b) ?? {}))
      assert.deepStrictEqual(
        (yield* (yield* Outbox).pendingOf([a])).map(({ seq }) => seq),
        [1]
      )
      yield* store.commit([withProposal(step(a, 2), sent)])
      assert.deepStrictEqual((yield* store.load([a])).get(a)?.proposal, sent)
    })
  )

  proves("a step that comes again is refused by its source, and one of another version by that", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      yield* store.commit([withProposal(step(), writing)])
      const again = withProposal(step(a, 2, `talk ${a} 1`), sent)
      assert.deepStrictEqual(yield* store.commit([again]), [{ _tag: "Duplicate", sources: again.talked }])
      assert.deepStrictEqual(yield* store.commit([withProposal(step(a, 1, "other"), sent)]), [{ _tag: "Moved" }])
      assert.deepStrictEqual((yield* store.load([a])).get(a)?.proposal, writing)
      assert.deepStrictEqual(yield* store.applied([...again.talked, source("other")]), new Set(again.talked))
      assert.strictEqual((yield* (yield* Outbox).pendingOf([a])).length, 1)
    })
  )
}

const drafting = (proves: Sentence<Stores>) => {
  proves("what is proposed is there once, with where it came from", () =>
    Effect.gen(function* () {
      const [proposals, store] = [yield* Proposals, yield* GameStore]
      yield* store.commit([withProposal(step(), writing), withProposal(step(b), writing)])
      yield* store.commit([finishing(a), finishing(b)])
      yield* store.commit([finishing(a), { ...finishing(b, 3), talked: [source(`talk ${b} 2`)] }])
      const all = yield* proposals.list(null, 9)
      assert.deepStrictEqual(
        all.map(({ attachment, conversation, told }) => [conversation, attachment, told]).toSorted(),
        [
          [a, "photo5_1", null],
          [a, null, null],
          [b, "photo5_1", null],
          [b, null, null]
        ].toSorted()
      )
      assert.deepStrictEqual(yield* proposals.list(all[1]?.question ?? null, 1), all.slice(2, 3))
      for (const one of all) assert.deepStrictEqual(yield* proposals.get(one.question), one)
    })
  )
}

const telling = (proves: Sentence<Stores>) => {
  proves(
    "its author is told of an outcome once, after what was said before, and a commit that knew nothing of it has moved",
    () =>
      Effect.gen(function* () {
        const [outbox, proposals, store] = [yield* Outbox, yield* Proposals, yield* GameStore]
        yield* store.commit([withProposal(step(), writing)])
        yield* store.commit([finishing()])
        const question = (yield* proposals.list(null, 1))[0]?.question ?? assert.fail("nothing was proposed")
        assert.isTrue(yield* proposals.tell(question, "published", say("Взяли")))
        assert.isFalse(yield* proposals.tell(question, "published", say("Взяли")))
        assert.deepStrictEqual(
          (yield* outbox.pendingOf([a])).map(({ message, seq }) => [
            seq,
            message.text.at(-1),
            message.decidedAtMs !== undefined
          ]),
          [
            [1, "Дальше?", false],
            [2, "Дальше?", false],
            [3, "Взяли", true]
          ]
        )
        assert.deepStrictEqual(yield* store.commit([withProposal(step(a, 3), sent)]), [{ _tag: "Moved" }])
        assert.deepInclude((yield* store.load([a])).get(a), { version: 3, lastSeq: 3, proposal: sent })
        assert.deepStrictEqual(yield* store.commit([withProposal(step(a, 4), sent)]), [{ _tag: "Committed" }])
        assert.isTrue(yield* proposals.tell(question, "refused", say("Сняли")))
        assert.strictEqual((yield* proposals.list(null, 1))[0]?.told, "refused")
      })
  )

  proves("nobody is told of a question that nobody proposed", () =>
    Effect.gen(function* () {
      const proposals = yield* Proposals
      for (const id of ["1", "77", "нет такого"]) {
        assert.isNull(yield* proposals.get(QuestionId.make(id)))
        assert.isFalse(yield* proposals.tell(QuestionId.make(id), "published", say("Взяли")))
      }
    })
  )
}
