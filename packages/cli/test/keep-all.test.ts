/** Communities side by side: what becomes of one that VK refuses, and of the others. */
import type { CommunitySettings } from "../src/compose/bot.ts"
import { keepAll, type Life } from "../src/compose/bots.ts"
import { InboxRefused } from "@znatoki/ports/inbox"
import { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import { Effect, Fiber, Redacted, type Scope } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"

const community = (groupId: number): CommunitySettings => ({
  token: Redacted.make(""),
  groupId,
  apiUrl: "",
  preset: "lightning",
  callback: null
})

/** VK as it takes and refuses them; what was lived is told in order. */
const vkTo = () => {
  const refusing = new Map<number | null, string>()
  const lived: Array<string> = []
  const woken = new Map<number | null, () => void>()
  const live: Life<never> = ({ groupId }, _name, begun) =>
    Effect.gen(function* () {
      const advice = refusing.get(groupId)
      lived.push(`${groupId} ${advice === undefined ? "plays" : "is refused"}`)
      if (advice !== undefined) return yield* new InboxRefused({ advice })
      begun()
      return yield* Effect.callback<never, InboxRefused>((resume) => {
        woken.set(groupId, () => resume(Effect.fail(new InboxRefused({ advice: refusing.get(groupId) ?? "" }))))
      })
    })
  const refuse = (groupId: number): void => {
    refusing.set(groupId, `no ${groupId}`)
    woken.get(groupId)?.()
  }
  return { live, lived, refuse, take: (groupId: number) => refusing.delete(groupId) }
}

const run = <A, E>(effect: Effect.Effect<A, E, ReadinessChecks | Scope.Scope>): Promise<A> =>
  Effect.runPromise(
    effect.pipe(Effect.provide(ReadinessChecks.layer), Effect.provide(TestClock.layer()), Effect.scoped)
  )

const problems = Effect.gen(function* () {
  yield* TestClock.adjust("1 second")
  const { found } = yield* ReadinessChecks
  return (yield* found).flatMap(({ name, problem }) => (problem === null ? [] : [`${name} ${problem}`]))
})

it("one that is refused is asked for again every ten minutes, shows it meanwhile, and stops no other", () =>
  run(
    Effect.gen(function* () {
      const vk = vkTo()
      vk.refuse(2)
      yield* Effect.forkScoped(keepAll([community(1), community(2)], vk.live))
      expect(yield* problems).toEqual(["inbox vk:2 is refused: no 2"])
      yield* TestClock.adjust("9 minutes")
      expect(vk.lived).toEqual(["1 plays", "2 is refused"])
      yield* TestClock.adjust("1 minute")
      expect(vk.lived).toEqual(["1 plays", "2 is refused", "2 is refused"])
      vk.take(2)
      yield* TestClock.adjust("10 minutes")
      expect(vk.lived).toEqual(["1 plays", "2 is refused", "2 is refused", "2 plays"])
      expect(yield* problems).toEqual([])
    })
  ))

it("the program ends when none is left, and one that was taken again is not counted as refused", () =>
  run(
    Effect.gen(function* () {
      const vk = vkTo()
      vk.refuse(2)
      const program = yield* Effect.forkScoped(Effect.flip(keepAll([community(1), community(2)], vk.live)))
      yield* TestClock.adjust("1 minute")
      vk.take(2)
      yield* TestClock.adjust("10 minutes")
      vk.refuse(1)
      yield* TestClock.adjust("1 minute")
      expect(program.pollUnsafe()).toBeUndefined()
      vk.refuse(2)
      const error = yield* Fiber.join(program)
      expect(error).toMatchObject({ _tag: "CannotRun", advice: "VK refuses vk:1: no 1\nVK refuses vk:2: no 2" })
    })
  ))
