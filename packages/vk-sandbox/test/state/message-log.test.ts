import { describe, expect, it } from "vitest"
import type { Message } from "../../src/state/message.ts"
import { makeMessageLog } from "../../src/state/message-log.ts"

const message = (id: number): Message => ({
  conversation_message_id: id,
  id: 0,
  from_id: 1,
  at: 0,
  text: String(id),
  keyboard: undefined,
  attachments: [],
  payload: undefined,
  action: undefined,
  reply_to: undefined,
  forwards: [],
  reactions: [],
  random_id: 0,
  edited_at: undefined,
  deleted: false
})

const filled = (count: number) => {
  const log = makeMessageLog(3)
  for (let id = 1; id <= count; id++) log.push(message(id))
  return log
}

const ids = (messages: ReadonlyArray<Message>) => messages.map((item) => item.conversation_message_id)

describe("a log that keeps three messages", () => {
  it.each([0, 1, 3, 4, 5, 6, 7, 100])("shows the last ones after %i messages", (count) => {
    const log = filled(count)
    const expected = Array.from({ length: Math.min(3, count) }, (_, n) => count - Math.min(3, count) + 1 + n)
    expect(log.lastId()).toBe(count)
    expect(ids(log.after(0))).toEqual(expected)
    expect(ids(log.after(count - 1))).toEqual(count === 0 ? [] : [count])
    expect(log.get(count)?.text).toBe(count === 0 ? undefined : String(count))
    expect(log.get(count + 1)).toBeUndefined()
    expect(log.get(0)).toBeUndefined()
  })

  it("has forgotten the first of many", () => {
    expect(filled(100).get(1)).toBeUndefined()
  })
})
