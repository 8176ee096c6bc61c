/** Whether VK gives us the events by the ways we listen. */
import { bad, type Examined, ok, warn } from "@znatoki/ports/examined"
import { Effect, Schema } from "effect"
import type { VkApi } from "../api/vk-api.ts"
import { sayError } from "../api/vk-error.ts"

const Events = Schema.Record(Schema.String, Schema.Int)

const LongPoll = Schema.Struct({
  is_enabled: Schema.Boolean,
  api_version: Schema.optionalKey(Schema.String),
  events: Events
})
const Servers = Schema.Struct({
  items: Schema.Array(
    Schema.Struct({ id: Schema.Int, title: Schema.String, url: Schema.String, status: Schema.String })
  )
})
const Callback = Schema.Struct({ api_version: Schema.optionalKey(Schema.String), events: Events })

const longPollPage = "Управление → Работа с API → Long Poll API"
const callbackPage = "Управление → Работа с API → Callback API"

const wanted = [
  { type: "message_new", called: "Входящее сообщение" },
  { type: "message_event", called: "Действие с сообщением" }
]
/** Older ones give other shapes, and no presses. */
const versionMin = 103

const isOld = (version: string | undefined): boolean =>
  Number(/^5\.(\d+)$/.exec(version ?? "5.199")?.[1] ?? 0) < versionMin

const missing = (events: Readonly<Record<string, number>>): string =>
  wanted
    .filter(({ type }) => events[type] !== 1)
    .map(({ called }) => `«${called}»`)
    .join(", ")

export const examineLongPoll = (vk: VkApi["Service"], groupId: number): Effect.Effect<Examined> =>
  vk.call("groups.getLongPollSettings", { group_id: String(groupId) }, LongPoll, { attempts: 2 }).pipe(
    Effect.map(({ api_version, events, is_enabled }) => {
      if (!is_enabled) return bad("long poll", "is off", `${longPollPage}: «Включено».`)
      const off = missing(events)
      if (off !== "")
        return bad("long poll", `does not send ${off}`, `${longPollPage} → Типы событий: switch on ${off}.`)
      if (isOld(api_version))
        return warn("long poll", `version ${api_version}`, `${longPollPage}: choose version 5.199.`)
      return ok("long poll", `on, version ${api_version ?? "unknown"}`)
    }),
    Effect.catch((error) =>
      Effect.succeed(
        warn("long poll", `could not be looked at (${sayError(error)})`, `${longPollPage}: «Включено», version 5.199.`)
      )
    )
  )

const unconfirmed = (status: string) =>
  bad(
    "callback",
    `VK says «${status}» of the address`,
    `${callbackPage}: «Подтвердить», while the bot runs with the string that VK shows there.`
  )

export const examineCallback = Effect.fnUntraced(
  function* (vk: VkApi["Service"], groupId: number) {
    const group_id = String(groupId)
    const { items } = yield* vk.call("groups.getCallbackServers", { group_id }, Servers, { attempts: 2 })
    const server = items.find(({ status }) => status === "ok") ?? items[0]
    if (server === undefined)
      return bad("callback", "VK knows no address of ours", `${callbackPage} → Добавить сервер.`)
    if (server.status !== "ok") return unconfirmed(server.status)
    const params = { group_id, server_id: String(server.id) }
    const { api_version, events } = yield* vk.call("groups.getCallbackSettings", params, Callback, { attempts: 2 })
    const off = missing(events)
    if (off !== "") return bad("callback", `does not send ${off}`, `${callbackPage} → Типы событий: switch on ${off}.`)
    if (isOld(api_version)) return warn("callback", `version ${api_version}`, `${callbackPage}: choose version 5.199.`)
    return ok("callback", `${server.url} is confirmed, version ${api_version ?? "unknown"}`)
  },
  Effect.catch((error) =>
    Effect.succeed(
      warn(
        "callback",
        `could not be looked at (${sayError(error)})`,
        `${callbackPage}: see that the address is confirmed.`
      )
    )
  )
)
