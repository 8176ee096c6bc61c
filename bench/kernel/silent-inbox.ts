/** VK as an inbox from which nothing comes: the load is offered to the worker by hand. */
import { Inbox } from "@znatoki/ports/inbox"
import { Effect, Layer } from "effect"

export const silentInbox = Layer.succeed(Inbox, { take: Effect.never, ask: Effect.void })
