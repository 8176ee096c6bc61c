/** What every EventLine does, however often what it carries is lost, doubled, late or out of order on the way. */
import { assert } from "@effect/vitest"
import { Incoming } from "@znatoki/chat/chat-input"
import { type Carried, EventLine, type Owner } from "@znatoki/ports/event-line"
import type { Hearing } from "@znatoki/ports/inbox"
import { bucketsOf, partitionOf, type Slice, wholeSlice } from "@znatoki/ports/slice"
import { Effect, Exit, type Layer, Scope } from "effect"
import { eventually } from "./eventually.ts"
import { conversation, player, source } from "./sample-commits.ts"
import { contract } from "./suite.ts"

const [one, other] = [conversation(1), conversation(2)]
/** What is owned is whole buckets. */
const mine: Slice = bucketsOf(4).find((slice) => slice.includes(partitionOf(one))) ?? []
const notMine: Slice = wholeSlice.filter((each) => !mine.includes(each))

const nameOf = (event: Carried): string => (event._tag === "Chat" ? event.incoming.source : event._tag)

/** Tells of what was published that it is done. */
const publisher = Effect.gen(function* () {
  const line = yield* EventLine
  const done: Array<string> = []
  const publish = (name: string, where = one) => {
    const input = { _tag: "Wrote" as const, by: player(1), text: name, action: null, order: 1 }
    const incoming = Incoming.make({ source: source(name), conversation: where, atMs: 1_000, input })
    return line.publish({ _tag: "Chat", incoming, done: Effect.sync(() => void done.push(incoming.source)) })
  }
  return { publish, done }
})

interface Seen extends Owner {
  readonly names: Array<string>
  readonly hearings: Array<Hearing>
  /** What it was given to finish. */
  readonly given: Array<Carried>
}

const ownerThat = (finish: (event: Carried) => Effect.Effect<void>): Seen => {
  const [names, hearings, given]: [Array<string>, Array<Hearing>, Array<Carried>] = [[], [], []]
  return {
    names,
    hearings,
    given,
    take: (event) =>
      Effect.suspend(() => {
        names.push(nameOf(event))
        given.push(event)
        return finish(event)
      }),
    hear: (hearing) => void hearings.push(hearing)
  }
}

const finishes = (): Seen => ownerThat(({ done }) => done)
const dawdles = (): Seen => ownerThat(() => Effect.void)

const enter = Effect.fnUntraced(function* (slice: Slice, owner: Owner) {
  const line = yield* EventLine
  const scope = yield* Scope.make()
  yield* Scope.provide(line.serve(slice, owner), scope)
  return Scope.close(scope, Exit.void)
})

const isHeard = ({ hearings }: Seen): boolean => hearings.some(({ _tag }) => _tag === "HeardUntil")

const all = (names: ReadonlyArray<string>, ...wanted: ReadonlyArray<string>): boolean =>
  wanted.every((name) => names.includes(source(name)))

export const eventLineContract = <E>(name: string, empty: Layer.Layer<EventLine, E>): void => {
  contract("EventLine", name, empty, (proves) => {
    proves("what is published comes to who owns its conversation, and to nobody else", () =>
      Effect.gen(function* () {
        const [here, there] = [finishes(), finishes()]
        const { publish } = yield* publisher
        yield* enter(mine, here)
        yield* enter(notMine, there)
        yield* publish("a")
        yield* publish("b", other)
        yield* eventually(() => all(here.names, "a") && all(there.names, "b"))
        assert.isFalse(all(here.names, "b") || all(there.names, "a"))
      })
    )

    proves("that it is done is told to who published it, and not before", () =>
      Effect.gen(function* () {
        const owner = dawdles()
        const { done, publish } = yield* publisher
        yield* enter(wholeSlice, owner)
        yield* publish("a")
        yield* eventually(() => all(owner.names, "a"))
        assert.deepStrictEqual(done, [])
        yield* eventually(
          () => all(done, "a"),
          Effect.suspend(() => owner.given.at(-1)?.done ?? Effect.void)
        )
      })
    )

    proves("what an owner leaves undone comes to the next one, in its order", () =>
      Effect.gen(function* () {
        const [first, next] = [dawdles(), finishes()]
        const { done, publish } = yield* publisher
        const leave = yield* enter(wholeSlice, first)
        for (const each of ["a", "b", "c"]) yield* publish(each)
        yield* eventually(() => all(first.names, "a", "b", "c"))
        yield* leave
        yield* enter(wholeSlice, next)
        yield* eventually(() => all(done, "a", "b", "c"))
        assert.deepStrictEqual([...new Set(next.names)], ["a", "b", "c"].map(source))
      })
    )

    proves("who left gets nothing more", () =>
      Effect.gen(function* () {
        const [first, next] = [finishes(), finishes()]
        const { publish } = yield* publisher
        const leave = yield* enter(wholeSlice, first)
        yield* leave
        yield* enter(wholeSlice, next)
        yield* publish("a")
        yield* eventually(() => all(next.names, "a"))
        assert.deepStrictEqual(first.names, [])
      })
    )

    proves("what nobody owns waits until somebody does", () =>
      Effect.gen(function* () {
        const owner = finishes()
        const { done, publish } = yield* publisher
        const publishing = yield* Effect.forkChild(publish("a"))
        yield* Effect.sleep("50 millis")
        assert.deepStrictEqual(done, [])
        yield* enter(wholeSlice, owner)
        yield* eventually(() => all(done, "a"))
        yield* eventually(() => publishing.pollUnsafe() !== undefined)
      })
    )

    proves("what is heard is told to everybody who owns something, after what was published before", () =>
      Effect.gen(function* () {
        const [here, there] = [finishes(), finishes()]
        const line = yield* EventLine
        const { publish } = yield* publisher
        yield* enter(mine, here)
        yield* enter(notMine, there)
        for (let i = 0; i < 100; i++) yield* publish(`a${i}`)
        yield* line.tell({ _tag: "HeardUntil", atMs: 5_000 })
        // Until then it may be told that nothing is heard yet.
        yield* eventually(() => isHeard(here))
        assert.isTrue(all(here.names, ...Array.from({ length: 100 }, (_, i) => `a${i}`)))
        yield* eventually(() => isHeard(there))
        assert.deepStrictEqual(there.hearings.at(-1), { _tag: "HeardUntil", atMs: 5_000 })
      })
    )

    proves("who begins to own is told how it hears, where anybody was told before", () =>
      Effect.gen(function* () {
        const [first, next] = [finishes(), finishes()]
        const line = yield* EventLine
        const leave = yield* enter(wholeSlice, first)
        yield* line.tell({ _tag: "HeardUntil", atMs: 5_000 })
        yield* eventually(() => first.hearings.length > 0)
        yield* leave
        yield* enter(wholeSlice, next)
        yield* eventually(() => next.hearings.length > 0)
      })
    )

    proves("an owner's question comes to who hears", () =>
      Effect.scoped(
        Effect.gen(function* () {
          const line = yield* EventLine
          let asked = 0
          yield* line.whenAsked(Effect.sync(() => void asked++))
          yield* eventually(() => asked > 0, line.ask)
        })
      )
    )
  })
}
