/** What every Doorbell does: a ring may be lost, but not changed, and nobody who rings waits. */
import { assert } from "@effect/vitest"
import { Doorbell, type Ring, type Sender } from "@znatoki/ports/doorbell"
import { Effect, Exit, type Layer, Scope } from "effect"
import { eventually } from "./eventually.ts"
import { conversation, queued, say } from "./sample-commits.ts"
import { contract } from "./suite.ts"

const ring: Ring = { conversation: conversation(1), upTo: 7, messages: queued(6, say("шесть"), say("семь")) }
const look: Ring = { conversation: conversation(2), upTo: 3, messages: [] }

const hearer = (waits: Effect.Effect<void> = Effect.void) => {
  const heard: Array<Ring> = []
  const sender: Sender = { hear: (rings) => void heard.push(...rings), room: waits, drained: waits }
  return { heard, sender }
}

export const doorbellContract = <E>(name: string, empty: Layer.Layer<Doorbell, E>): void => {
  contract("Doorbell", name, empty, (proves) => {
    proves("what is rung is heard as it was rung, if it is rung again until it is heard", () =>
      Effect.scoped(
        Effect.gen(function* () {
          const bell = yield* Doorbell
          const { heard, sender } = hearer()
          yield* bell.serve(sender)
          const isHeard = ({ conversation }: Ring): boolean => heard.some((each) => each.conversation === conversation)
          yield* eventually(() => isHeard(ring) && isHeard(look), bell.ring([ring, look]))
          for (const each of heard) assert.deepStrictEqual(each, each.conversation === ring.conversation ? ring : look)
        })
      )
    )

    proves("who rings waits for nobody, also where nobody hears or there is no room", () =>
      Effect.scoped(
        Effect.gen(function* () {
          const bell = yield* Doorbell
          yield* bell.ring([ring])
          yield* bell.serve(hearer(Effect.never).sender)
          yield* bell.ring([ring])
        })
      )
    )

    proves("where there is room and nothing in hand nobody waits", () =>
      Effect.scoped(
        Effect.gen(function* () {
          const bell = yield* Doorbell
          yield* bell.serve(hearer().sender)
          yield* bell.room
          yield* bell.drained
        })
      )
    )

    proves("who left hears nothing more", () =>
      Effect.gen(function* () {
        const bell = yield* Doorbell
        const [gone, here] = [hearer(), hearer()]
        const scope = yield* Scope.make()
        yield* Scope.provide(bell.serve(gone.sender), scope)
        yield* Scope.close(scope, Exit.void)
        yield* Effect.scoped(
          Effect.gen(function* () {
            yield* bell.serve(here.sender)
            yield* eventually(() => here.heard.length > 0, bell.ring([ring]))
          })
        )
        assert.deepStrictEqual(gone.heard, [])
      })
    )
  })
}
