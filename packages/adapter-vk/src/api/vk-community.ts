/** The community the token belongs to: known as soon as VK has told, and that the token will do. */
import type { InboxRefused } from "@znatoki/ports/inbox"
import { LastingTrouble } from "@znatoki/ports/lasting-trouble"
import { Context, Effect, Layer, Schedule } from "effect"
import type { Community } from "../intake/spoken-to-us.ts"
import { checkAccess } from "./check-access.ts"
import { inboxRefusal } from "./inbox-refusal.ts"
import { VkApi } from "./vk-api.ts"
import { VkConfig } from "./vk-config.ts"
import { sayError } from "./vk-error.ts"
import { communityIdOf } from "./vk-id.ts"

const patiently = Schedule.min([Schedule.exponential("1 second"), Schedule.spaced("30 seconds")]).pipe(
  Schedule.jittered
)

export class VkCommunity extends Context.Service<VkCommunity, Community>()("@znatoki/adapter-vk/VkCommunity") {
  static readonly idOf = ({ id }: Community): string => communityIdOf(id)

  static readonly layer: Layer.Layer<VkCommunity, InboxRefused, VkApi | VkConfig> = Layer.effect(
    VkCommunity,
    Effect.gen(function* () {
      const trouble = new LastingTrouble({ begins: "VK is not there yet, and is waited for", ends: "VK is there" })
      return yield* checkAccess(yield* VkApi, yield* VkConfig).pipe(
        Effect.tap(() => trouble.over("VK")),
        Effect.tapErrorTag("VkUnavailable", (error) => trouble.failed("VK", { reason: sayError(error) })),
        Effect.retry(($) => $(patiently).pipe(Schedule.while(({ input }) => input._tag === "VkUnavailable"))),
        Effect.catchTag("VkUnavailable", Effect.die),
        Effect.mapError(inboxRefusal)
      )
    })
  )
}
