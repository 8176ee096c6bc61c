/** Takes the part of VK's schema that the sandbox answers by: `node scripts/take-schema.ts <clone of VKCOM/vk-api-schema>`. */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { methodTable } from "../src/api/method-table.ts"

type Json = { [field: string]: unknown }

const target = join(import.meta.dirname, "../src/vk-schema")

/** Attachments and fields of profiles that the sandbox never sends: anything is right there. */
const leftOut = new Set(
  (
    "apps_app_min audio_audio base_owner_cover base_place base_sticker_animation calls_call docs_doc " +
    "friends_requests_mutual gifts_layout groups_addresses_info groups_counters_group groups_group_full_section " +
    "groups_links_item groups_market_properties market_market_album market_market_item messages_graffiti " +
    "messages_push_settings owner_state polls_poll stories_story users_career users_exports users_military " +
    "users_occupation users_online_info users_personal users_relative users_school users_university " +
    "users_user_counters video_live_info video_video_full video_video wall_wallpost_full wall_wall_comment"
  ).split(" ")
)

const events = ["message_new", "message_event", "message_allow", "message_deny", "message_reply", "message_edit"]

/** Words for people and for code generators. */
const idle = new Set(["description", "entity", "enumNames", "enumDescriptions", "deprecated_from_version"])

const isNode = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value)

const withoutIdle = (value: unknown, isMap = false): unknown => {
  if (Array.isArray(value)) return value.map((item) => withoutIdle(item))
  if (!isNode(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, item]) => isMap || !(idle.has(name) && !isNode(item)))
      .map(([name, item]) => [name, withoutIdle(item, name === "properties" && !isMap)])
  )
}

const reader = (folder: string) => {
  const read = new Map<string, Json>()
  return (file: string): Json => {
    const path = join(folder, file)
    const content = read.get(file) ?? (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {})
    read.set(file, content)
    return content
  }
}

const take = (folder: string): { readonly methods: Json; readonly definitions: Json } => {
  const file = reader(folder)
  const definitions: Json = {}

  const follow = (ref: string): void => {
    const [, path = "", name = ""] = /^(?:\.\.\/)?(.+)#\/definitions\/(.+)$/.exec(ref) ?? []
    if (name in definitions) return
    const found = (file(path)["definitions"] as Json | undefined)?.[name]
    const isLeftOut = leftOut.has(name) || found === undefined
    definitions[name] = isLeftOut ? {} : withoutIdle(found)
    if (!isLeftOut) followIn(found)
  }
  const followIn = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) followIn(item)
    if (!isNode(value)) return
    if (typeof value["$ref"] === "string") follow(value["$ref"])
    for (const item of Object.values(value)) followIn(item)
  }

  const methodOf = (name: string): Json | undefined => {
    const all = (file(`${name.split(".")[0]}/methods.json`)["methods"] ?? []) as ReadonlyArray<Json>
    const found = all.find((method) => method["name"] === name)
    if (found === undefined) return undefined
    const { parameters = [], responses } = found
    followIn(parameters)
    followIn(responses)
    return { parameters: withoutIdle(parameters), responses: withoutIdle(responses, true) } as Json
  }

  const methods = [...methodTable.keys(), "execute"].flatMap((name) => {
    const method = methodOf(name)
    return method === undefined ? [] : [[name, method] as const]
  })
  for (const event of events) follow(`callback/objects.json#/definitions/callback_${event}`)
  follow("base/objects.json#/definitions/base_error")
  return { methods: Object.fromEntries(methods), definitions }
}

/** One line for each, so that a newer schema is told from this one by its lines. */
const lines = (values: Json): string =>
  Object.entries(values)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(",\n")

const [, , folder] = process.argv
if (folder === undefined) throw new Error("say where the clone of VKCOM/vk-api-schema is")
const { definitions, methods } = take(folder)
writeFileSync(
  join(target, "schema.json"),
  `{"methods": {\n${lines(methods)}\n},\n"definitions": {\n${lines(definitions)}\n}}\n`
)
writeFileSync(join(target, "LICENSE"), readFileSync(join(folder, "LICENSE")))
