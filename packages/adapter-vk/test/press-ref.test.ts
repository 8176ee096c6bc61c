import { assert, it } from "@effect/vitest"
import { PressRef } from "@znatoki/chat/chat-input"
import fc from "fast-check"
import { packPress, unpackPress } from "../src/presses/press-ref.ts"

it("a press comes out as it went in, whatever VK's id is made of", () => {
  const press = fc.record({
    groupId: fc.nat(),
    peerId: fc.integer({ min: -2e9, max: 3e9 }),
    userId: fc.nat(),
    eventId: fc.string({ minLength: 1 })
  })
  fc.assert(
    fc.property(press, (one) => {
      assert.deepStrictEqual(unpackPress(packPress(one)), one)
    })
  )
})

it("what was not packed here is no press", () => {
  assert.deepStrictEqual(
    ["x", "1:2:3", "1:2:3:", "a:b:c:d", "2000000001:5:d1af"].map((ref) => unpackPress(PressRef.make(ref))),
    [null, null, null, null, null]
  )
})
