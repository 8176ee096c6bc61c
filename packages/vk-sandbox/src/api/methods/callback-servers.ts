/** groups.*Callback*: registering an address that VK tells of events. */
import type { CallbackServer } from "../../callback/callback-servers.ts"
import type { Call, Method } from "../call.ts"
import { required } from "../params.ts"
import { invalid, VkError } from "../vk-error.ts"
import { eventSettings, readApiVersion, requireOwnGroup, switchEvents } from "./people-and-group.ts"

const readUrl = (call: Call): string => {
  const url = required("url", call.params.text("url"))
  if (!/^https?:/.test(url) || !URL.canParse(url)) throw invalid("url is invalid")
  if (!call.vk.callbacks.sender.isAllowed(url)) throw invalid("url is not on this machine; see SANDBOX_CALLBACK_HOSTS")
  return url
}

const findServer = (call: Call): CallbackServer => {
  requireOwnGroup(call)
  const server = call.vk.callbacks.servers.get(required("server_id", call.params.int("server_id")))
  if (server === undefined) throw new VkError(100, "server_id not found")
  return server
}

const add: Method = (call) => {
  requireOwnGroup(call)
  const { params, vk } = call
  const title = required("title", params.text("title", 14))
  const server = vk.callbacks.servers.add({
    url: readUrl(call),
    title,
    secret_key: params.text("secret_key", 50) ?? ""
  })
  if (server === "too many") throw new VkError(2000)
  void vk.callbacks.sender.confirm(server)
  return { server_id: server.id }
}

const edit: Method = (call) => {
  const server = findServer(call)
  server.url = readUrl(call)
  server.title = required("title", call.params.text("title", 14))
  server.secret_key = call.params.text("secret_key", 50) ?? ""
  void call.vk.callbacks.sender.confirm(server)
  return 1
}

const remove: Method = (call) => {
  call.vk.callbacks.servers.remove(findServer(call).id)
  return 1
}

const list: Method = (call) => {
  requireOwnGroup(call)
  const items = call.vk.callbacks.servers.all().map(({ id, secret_key, status, title, url }) => ({
    id,
    title,
    creator_id: 0,
    url,
    secret_key,
    status
  }))
  return { count: items.length, items }
}

const setSettings: Method = (call) => {
  const server = findServer(call)
  const version = readApiVersion(call.params)
  if (version !== undefined) server.version = version
  switchEvents(call.params, (type, on) => {
    if (on) server.events.add(type)
    else server.events.delete(type)
  })
  return 1
}

const getSettings: Method = (call) => {
  const server = findServer(call)
  return { api_version: server.version, events: eventSettings((type) => server.events.has(type)) }
}

const code: Method = (call) => {
  requireOwnGroup(call)
  return { code: call.vk.callbacks.sender.confirmationCode }
}

export const callbackMethods: ReadonlyArray<readonly [string, Method]> = [
  ["groups.addCallbackServer", add],
  ["groups.editCallbackServer", edit],
  ["groups.deleteCallbackServer", remove],
  ["groups.getCallbackServers", list],
  ["groups.setCallbackSettings", setSettings],
  ["groups.getCallbackSettings", getSettings],
  ["groups.getCallbackConfirmationCode", code]
]
