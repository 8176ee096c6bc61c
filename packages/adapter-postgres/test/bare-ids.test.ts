import { BareIds } from "@znatoki/adapter-postgres/bare-ids/bare-ids"
import { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import fc from "fast-check"
import { assert, it } from "vitest"

const ids = new BareIds("vk:1")
const stored = (source: string): string => ids.storedSource(SourceId.make(source))
const peer = fc.integer({ min: -2e9, max: 3e9 }).map(String)
const whole = peer.map((number) => ConversationId.make(`vk:1:${number}`))

it("an id comes back whole as it went in, also of a game", () => {
  fc.assert(
    fc.property(whole, fc.nat(), (id, game) => {
      assert.notInclude(ids.stored(id), ":")
      assert.strictEqual(ids.whole(ids.stored(id)), id)
      assert.strictEqual(ids.whole(ids.stored(`${id}-${game}`)), `${id}-${game}`)
      assert.strictEqual(ids.stored(ids.stored(id)), ids.stored(id))
    })
  )
})

it("another community's is nobody's: it stays as it is", () => {
  for (const id of ["vk:10:5", "vk:2:5", "tg:5"]) {
    assert.strictEqual(ids.stored(id), id)
    assert.strictEqual(ids.whole(id), id)
  }
})

it("a source loses the community of the conversation it names, and nothing else", () => {
  assert.strictEqual(stored("timer:vk:1:2000000001/3/3.2/answer#2"), "timer:2000000001/3/3.2/answer#2")
  assert.strictEqual(stored("vk:vk:1:2000000001/17"), "vk:2000000001/17")
  for (const other of ["vk:ecf9016c59c5", "timer:2000000001/3/answer", "timer:vk:2:5/1/lobby", "vk:1:5", "outage:x"]) {
    assert.strictEqual(stored(other), other)
  }
})

it("a task that waits comes back as it went in, whatever people wrote in it", () => {
  const words = fc.oneof(fc.string(), fc.constantFrom('"conversation":"5"', '\\"conversation":"vk:1:5"', "vk:1:5"))
  fc.assert(
    fc.property(peer, words, fc.jsonValue(), (number, text, extra) => {
      const id = ConversationId.make(`vk:1:${number}`)
      const taskOf = (conversation: string) =>
        JSON.stringify({ _tag: "Chat", incoming: { conversation, input: { text, extra: JSON.stringify(extra) } } })
      assert.strictEqual(ids.storedTask(taskOf(id), id), taskOf(number))
      assert.strictEqual(ids.wholeTask(taskOf(number), id), taskOf(id))
    })
  )
})
