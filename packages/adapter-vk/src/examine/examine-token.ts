/** Whose the token is, and what it allows. */
import { bad, type Examined, ok, warn } from "@znatoki/ports/examined"
import { Clock, Effect, Schema } from "effect"
import type { VkApi } from "../api/vk-api.ts"
import { sayError } from "../api/vk-error.ts"

const Permissions = Schema.Struct({ permissions: Schema.Array(Schema.Struct({ name: Schema.String })) })

const keysPage = "Управление → Работа с API → Ключи доступа"

/** Without the first nothing works; without the others something does not. */
const rights = [
  { name: "messages", needed: "bad", why: "the bot cannot write" },
  { name: "manage", needed: "warn", why: "Long Poll cannot be switched on, or looked at, from here" },
  { name: "photos", needed: "warn", why: "pictures of questions cannot be shown" }
] as const

export const examineRights = (vk: VkApi["Service"]): Effect.Effect<ReadonlyArray<Examined>> =>
  vk.call("groups.getTokenPermissions", {}, Permissions, { attempts: 2 }).pipe(
    Effect.map(({ permissions }) => {
      const given = new Set(permissions.map(({ name }) => name))
      const missing = rights.filter(({ name }) => !given.has(name))
      if (missing.length === 0) return [ok("rights", rights.map(({ name }) => name).join(", "))]
      return missing.map(({ name, needed, why }) =>
        (needed === "bad" ? bad : warn)("rights", `«${name}» is missing: ${why}`, `${keysPage}: create a key with it.`)
      )
    }),
    Effect.catch((error) =>
      Effect.succeed([
        warn("rights", `could not be read (${sayError(error)})`, `${keysPage}: see that «messages» is there.`)
      ])
    )
  )

const clockToleranceMs = 3_000

/** Deadlines go by our clock, and what people wrote by VK's. */
export const examineClock = Effect.fnUntraced(function* (vk: VkApi["Service"]) {
  const beganMs = yield* Clock.currentTimeMillis
  const answer = yield* vk.call("utils.getServerTime", {}, Schema.Int, { attempts: 2 }).pipe(Effect.option)
  if (answer._tag === "None") return warn("clock", "VK did not tell its time", "Try again when VK answers.")
  const tookMs = (yield* Clock.currentTimeMillis) - beganMs
  // VK tells whole seconds.
  const aheadMs = beganMs + tookMs / 2 - (answer.value * 1_000 + 500)
  const found = `${Math.abs(aheadMs / 1_000).toFixed(1)} s ${aheadMs > 0 ? "ahead of" : "behind"} VK's; VK answers in ${Math.round(tookMs)} ms`
  return Math.abs(aheadMs) <= clockToleranceMs + tookMs
    ? ok("clock", found)
    : bad("clock", found, "Let this machine keep time (timedatectl set-ntp true).")
})
