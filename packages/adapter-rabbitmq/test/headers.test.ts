/** What goes beside an event. */
import { ConversationId, Incoming, SourceId } from "@znatoki/chat/chat-input"
import { Player, PlayerId } from "@znatoki/engine"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { UndoneEvents } from "../src/line/undone.ts"
import { headersOf, traceIn } from "../src/wire.ts"

const trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
const incoming = Incoming.make({
  source: SourceId.make("vk:e1"),
  conversation: ConversationId.make("vk:1:2"),
  atMs: 0,
  input: { _tag: "Invited", by: Player.make({ id: PlayerId.make("1"), name: "Анна" }) }
})

it("is its name, and its trace only where it is recorded", () => {
  const undone = new UndoneEvents()
  const event = { _tag: "Chat", incoming } as const
  expect(headersOf(undone.add(0, event, Effect.void))).toEqual({ event: "vk:e1" })
  const headers = headersOf(undone.add(0, event, Effect.void, trace))
  expect(headers).toEqual({ event: "vk:e1", traceparent: trace })
  expect(traceIn(headers)).toEqual({ trace })
})

it.each([[undefined], [null], ["text"], [{ event: "vk:e1" }], [{ traceparent: 1 }]])(
  "of another version it may be anything: %s",
  (headers) => expect(traceIn(headers)).toEqual({})
)
