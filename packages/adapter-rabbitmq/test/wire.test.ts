/** What is read of a message that another process wrote, maybe of another version. */
import { ConversationId, Incoming, SourceId } from "@znatoki/chat/chat-input"
import { Player, PlayerId } from "@znatoki/engine"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { UndoneEvents } from "../src/line/undone.ts"
import { carriedOf, readAnswers, readCarried } from "../src/wire.ts"

const trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
const incoming = Incoming.make({
  source: SourceId.make("vk:e1"),
  conversation: ConversationId.make("vk:1:2"),
  atMs: 0,
  input: { _tag: "Invited", by: Player.make({ id: PlayerId.make("1"), name: "Анна" }) }
})
const event = { _tag: "Chat", incoming } as const

it("an event comes as it was sent, with its trace only where it is recorded", () => {
  const undone = new UndoneEvents()
  const sent = [undone.add(0, event, Effect.void), undone.add(0, event, Effect.void, trace)].map(carriedOf)
  expect(sent).toEqual([
    { id: 1, event },
    { id: 2, event, trace }
  ])
  expect(readCarried(JSON.stringify(sent))).toEqual(sent)
})

it("what cannot be read takes nothing with it of what came along", () => {
  const carried = { id: 1, event }
  const body = JSON.stringify([carried, { id: 2, event: { _tag: "Unheard of" } }, "text", { ...carried, id: 3 }])
  expect(readCarried(body)).toEqual([carried, null, null, { ...carried, id: 3 }])
})

it("one that is no list is a list of one", () => {
  expect(readCarried(JSON.stringify({ id: 1, event }))).toEqual([{ id: 1, event }])
  expect(readAnswers(JSON.stringify({ press: "press:1", notice: null }))).toEqual([{ press: "press:1", notice: null }])
})

it.each(["", "{", "null", "7"])("what is no list at all is one that cannot be read: %s", (body) =>
  expect(readCarried(body)).toEqual([null])
)
