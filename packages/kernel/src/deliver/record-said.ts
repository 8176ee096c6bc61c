/** The last span of an event's way: the call by which what follows from it is said, and what the messenger made of it. */
import type { DeliveryResult } from "@znatoki/ports/messenger"
import type { Recorder } from "@znatoki/ports/tracing"
import type { Asked } from "./next-deliveries.ts"

export const recordSaid = (
  recorder: Recorder,
  asked: ReadonlyArray<Asked>,
  results: ReadonlyArray<DeliveryResult | undefined>,
  agoMs: number
): void => {
  for (const [i, { head }] of asked.entries()) {
    const { conversation, message, seq } = head
    if (message.origin?.trace === undefined) continue
    const span = recorder.follow(message.origin.trace, {
      name: "say",
      kind: "client",
      agoMs,
      about: {
        "znatoki.event": message.origin.event,
        "messaging.message.conversation_id": conversation,
        "messaging.operation.type": "send",
        "messaging.batch.message_count": asked.length,
        "znatoki.seq": seq
      }
    })
    span?.end({ "znatoki.result": (results[i]?._tag ?? "none").toLowerCase() })
  }
}
