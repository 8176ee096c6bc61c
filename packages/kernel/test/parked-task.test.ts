import { decodeTask, encodeTask } from "../src/park/parked-task.ts"
import { assert, it } from "@effect/vitest"
import { Effect } from "effect"

const wrote = (more: object) => ({
  _tag: "Chat",
  incoming: {
    source: "vk:1",
    conversation: "2000000001",
    atMs: 5,
    input: { _tag: "Wrote", by: { id: "1", name: "Аня" }, text: "отвечает Вера", action: null, order: 7, ...more }
  }
})

it.effect.each([
  ["of a version that did not tell who is called", wrote({})],
  ["with whom it calls", wrote({ calls: [{ from: 9, to: 13, player: "3" }] })]
])("words %s are read again as they were parked", ([, parked]) =>
  Effect.gen(function* () {
    const task = yield* decodeTask(JSON.stringify(parked))
    assert.deepStrictEqual(JSON.parse(encodeTask(task)), parked)
  })
)
