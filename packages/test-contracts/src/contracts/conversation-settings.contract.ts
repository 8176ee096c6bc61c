/** What every ConversationSettings does: keeps what admins settled, and whether whoever owns the conversation has noticed. */
import { assert } from "@effect/vitest"
import { presets } from "@znatoki/engine"
import { ConversationSettings, nothingSettled } from "@znatoki/ports/conversation-settings"
import { partitionOf, wholeSlice } from "@znatoki/ports/slice"
import { Effect, type Layer } from "effect"
import { conversation } from "./sample-commits.ts"
import { contract } from "./suite.ts"

const [a, b] = [conversation("a"), conversation("b")]
const chosen = { ...presets.quick, extra: { questions: { packs: [], themes: ["кино \u0000 «ё»"], level: null } } }
const kept = { ...chosen, extra: { questions: { packs: [], themes: ["кино \u0000 «ё»"], level: null } } }

export const conversationSettingsContract = <E>(name: string, empty: Layer.Layer<ConversationSettings, E>): void => {
  contract("ConversationSettings", name, empty, (proves) => {
    proves("what is settled is kept, what is not named stays, and settings know since which change they are", () =>
      Effect.gen(function* () {
        const settings = yield* ConversationSettings
        assert.deepStrictEqual(yield* settings.of([a, b]), new Map())
        const first = yield* settings.settle(a, { settings: presets.slow }, null, 1)
        const slow = { chosen: presets.slow, revision: 1 }
        assert.deepStrictEqual(first, { _tag: "Settled", settled: { revision: 1, settings: slow, muted: false } })
        yield* settings.settle(a, { muted: true }, null, 2)
        const silent = { revision: 2, settings: slow, muted: true }
        assert.deepStrictEqual(yield* settings.of([b, a]), new Map([[a, silent]]))
        yield* settings.settle(a, { settings: null }, null, 3)
        assert.deepStrictEqual((yield* settings.of([a])).get(a), { revision: 3, settings: null, muted: true })
      })
    )

    proves("any words among the settings come back", () =>
      Effect.gen(function* () {
        const settings = yield* ConversationSettings
        yield* settings.settle(a, { settings: chosen }, 0, 1)
        assert.deepStrictEqual((yield* settings.of([a])).get(a)?.settings?.chosen, kept)
      })
    )

    proves("a change to what somebody has changed meanwhile is refused, and tells what it is now", () =>
      Effect.gen(function* () {
        const settings = yield* ConversationSettings
        assert.deepStrictEqual(yield* settings.settle(b, { muted: true }, 4, 1), {
          _tag: "Moved",
          settled: nothingSettled
        })
        assert.strictEqual((yield* settings.settle(b, { muted: true }, 0, 2))._tag, "Settled")
        const now = { revision: 1, settings: null, muted: true }
        assert.deepStrictEqual(yield* settings.settle(b, { muted: false }, 0, 3), { _tag: "Moved", settled: now })
        assert.strictEqual((yield* settings.settle(b, { muted: false }, 1, 4))._tag, "Settled")
      })
    )

    proves("a change waits for who owns the conversation until it is noticed; a newer one waits on", () =>
      Effect.gen(function* () {
        const settings = yield* ConversationSettings
        yield* settings.settle(a, { muted: true }, null, 1)
        yield* settings.settle(b, { muted: true }, null, 2)
        const others = wholeSlice.filter((partition) => partition !== partitionOf(b))
        assert.deepStrictEqual(yield* settings.unnoticed(others, 9), [{ conversation: a, revision: 1 }])
        assert.lengthOf(yield* settings.unnoticed(wholeSlice, 9), 2)
        assert.lengthOf(yield* settings.unnoticed(wholeSlice, 1), 1)
        yield* settings.settle(a, { muted: false }, null, 3)
        yield* settings.noticed({ conversation: a, revision: 1 })
        yield* settings.noticed({ conversation: b, revision: 1 })
        assert.deepStrictEqual(yield* settings.unnoticed(wholeSlice, 9), [{ conversation: a, revision: 2 }])
        yield* settings.noticed({ conversation: a, revision: 2 })
        assert.deepStrictEqual(yield* settings.unnoticed(wholeSlice, 9), [])
      })
    )
  })
}
