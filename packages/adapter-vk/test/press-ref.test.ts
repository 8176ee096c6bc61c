import { assert, it } from "@effect/vitest"
import { PressRef } from "@znatoki/chat/chat-input"
import fc from "fast-check"
import { packPress, unpackPress } from "../src/presses/press-ref.ts"

it("a press comes out as it went in, whatever VK's id is made of", () => {
  const press = fc.record({
    peer_id: fc.integer({ min: -2e9, max: 3e9 }),
    user_id: fc.nat(),
    event_id: fc.string({ minLength: 1 })
  })
  fc.assert(
    fc.property(press, (one) => {
      assert.deepStrictEqual(unpackPress(packPress(one)), one)
    })
  )
})

it("what was not packed here is no press", () => {
  assert.deepStrictEqual(
    ["x", "1:2", "1:2:", "a:b:c"].map((ref) => unpackPress(PressRef.make(ref))),
    [null, null, null, null]
  )
})
