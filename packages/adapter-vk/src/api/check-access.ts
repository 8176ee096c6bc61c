/** Whether the token can do what the bot needs, which community it belongs to, and what to switch on by hand. */
import { Effect, Option, Redacted, Schema } from "effect"
import type { Community } from "../intake/spoken-to-us.ts"
import type { VkApi } from "./vk-api.ts"
import { groupPlace, tokenPlace, type VkSettings } from "./vk-config.ts"
import { sayError, VkForbidden, type VkRefused, type VkUnavailable } from "./vk-error.ts"

const Group = Schema.Struct({ id: Schema.Int, screen_name: Schema.optionalKey(Schema.NullOr(Schema.String)) })
/** An object since 5.139, a bare list before. */
const Groups = Schema.Union([Schema.Struct({ groups: Schema.Array(Group) }), Schema.Array(Group)])
const Permissions = Schema.Struct({ mask: Schema.Int })

const messagesRight = 4096
const noCode = 0

const wrong = (method: string, message: string, advice: string) =>
  new VkForbidden({ method, code: noCode, message, advice })

const ownGroup = Effect.fnUntraced(function* (vk: VkApi["Service"], expected: number | null) {
  const answer = yield* vk.call("groups.getById", {}, Groups)
  const [group] = "groups" in answer ? answer.groups : answer
  if (group === undefined) {
    return yield* wrong(
      "groups.getById",
      "no community",
      `${tokenPlace} must be the token of a community, not of a person.`
    )
  }
  const { id } = group
  if (expected !== null && expected !== id) {
    const advice = `${groupPlace} is ${expected}, but the token belongs to community ${id}: correct one of them.`
    return yield* wrong("groups.getById", "another community", advice)
  }
  return { id, screenName: group.screen_name || null }
})

const requireMessages = Effect.fnUntraced(function* (vk: VkApi["Service"]) {
  const rights = yield* vk.call("groups.getTokenPermissions", {}, Permissions, { attempts: 2 }).pipe(Effect.option)
  // The question is only asked to fail early: without an answer the first call that needs the right will tell.
  if (Option.isNone(rights) || (rights.value.mask & messagesRight) !== 0) return
  const advice = `The token has no right "messages": create a community token with it and set ${tokenPlace} to it.`
  return yield* wrong("groups.getTokenPermissions", "no right to write messages", advice)
})

const switchOnEvents = (vk: VkApi["Service"], { apiVersion }: VkSettings, groupId: number): Effect.Effect<void> => {
  const params = {
    group_id: String(groupId),
    enabled: "1",
    api_version: apiVersion,
    message_new: "1",
    message_event: "1"
  }
  return vk.call("groups.setLongPollSettings", params, Schema.Unknown).pipe(
    Effect.asVoid,
    Effect.catch((error) =>
      Effect.logWarning(
        `Long Poll could not be switched on from here (${sayError(error)}). Do it by hand: community settings, API, ` +
          `Long Poll API: enabled, version ${apiVersion}; event types: "incoming message" and "callback button action".`
      )
    )
  )
}

/** The community, once all is in order. */
export const checkAccess = Effect.fn("checkAccess")(function* (
  vk: VkApi["Service"],
  settings: VkSettings
): Effect.fn.Return<Community, VkForbidden | VkRefused | VkUnavailable> {
  if (Redacted.value(settings.token).trim() === "") {
    return yield* wrong("groups.getById", "no token", `${tokenPlace} is empty: set it to the community's token.`)
  }
  const community = yield* ownGroup(vk, settings.groupId)
  yield* requireMessages(vk)
  if (settings.longPoll) yield* switchOnEvents(vk, settings, community.id)
  return community
})
