import { assert, it } from "@effect/vitest"
import { ConversationId } from "@znatoki/chat/chat-input"
import fc from "fast-check"
import { PlayerId } from "@znatoki/engine"
import { conversationIdOf, playerIdOf, vkConversationOf, vkUserOf } from "../src/api/vk-id.ts"
import { renderText } from "../src/say/render-message.ts"
import { randomIdOf } from "../src/say/random-id.ts"

const groupId = fc.integer({ min: 1, max: 3e9 })
/** A chat, a person, another community. */
const peerId = fc.oneof(
  fc.integer({ min: 2e9 + 1, max: 2.1e9 }),
  fc.integer({ min: 1, max: 2e9 }),
  fc.integer({ min: -3e9, max: -1 })
)

it("an id tells the community and the conversation it was made of, and no two have the same", () => {
  fc.assert(
    fc.property(fc.record({ groupId, peerId }), fc.record({ groupId, peerId }), (one, other) => {
      assert.deepStrictEqual(vkConversationOf(conversationIdOf(one)), one)
      const isSame = one.groupId === other.groupId && one.peerId === other.peerId
      assert.strictEqual(conversationIdOf(one) === conversationIdOf(other), isSame)
    })
  )
})

it.each([
  "2000000001",
  "vk:1",
  "vk:0:1",
  "vk:1:0",
  "vk:1:2:3",
  "vk:-1:2",
  "vk:01:2",
  "tg:1:2",
  "vk:1:2 ",
  "vk:1:x",
  "a"
])("%s is no conversation of VK", (id) => {
  assert.isNull(vkConversationOf(ConversationId.make(id)))
})

const sentAs = (peer: number, seq: number, decidedAtMs?: number) =>
  randomIdOf(conversationIdOf({ groupId: 77, peerId: peer }), seq, decidedAtMs)

it("VK recognises a message that an earlier version sent, by the number that one gave it", () => {
  assert.deepStrictEqual(
    [sentAs(2000000001, 1), sentAs(2000000001, 2), sentAs(2000000042, 7), sentAs(467598913, 100_000)],
    [1175622158, 1175622159, 1359536010, 2141533415]
  )
})

it("messages of one conversation never have one number, within hours and after a store that was set back", () => {
  const beganMs = 1_795_860_000_000
  const anyMoment = fc.integer({ min: 0, max: 3_600_000 })
  const anySeq = fc.integer({ min: 1, max: 60_000 })
  fc.assert(
    fc.property(anySeq, anySeq, anyMoment, anyMoment, (seq, other, atMs, laterMs) => {
      const isSame = seq === other && Math.floor(atMs / 1_000) === Math.floor(laterMs / 1_000)
      const [one, two] = [sentAs(1, seq, beganMs + atMs), sentAs(1, other, beganMs + laterMs)]
      assert.strictEqual(one === two, isSame)
      for (const number of [one, two]) assert.isTrue(Number.isInteger(number) && number >= 1 && number < 2 ** 31)
    })
  )
})

it("a person is called by their number in all of VK, and it tells them", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2e9 }), (user) => {
      assert.strictEqual(playerIdOf(user), String(user))
      assert.strictEqual(vkUserOf(playerIdOf(user)), user)
    })
  )
})

it.each(["tg:5", "vk:5", "0", "05", "-5", "5 ", "Аня"])("%s is nobody of VK, and cannot be called there", (id) => {
  assert.isNull(vkUserOf(PlayerId.make(id)))
  const { mentions, text } = renderText([{ mention: { id: PlayerId.make(id), name: "Аня" } }])
  assert.deepStrictEqual({ mentions, text }, { mentions: false, text: "Аня" })
})
