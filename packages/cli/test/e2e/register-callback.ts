/** Tells VK where a community's events are to be brought, as an owner does it in the community's settings. */
import type { Sandbox } from "@znatoki/vk-sandbox/sandbox"
import type { CallbackPlace } from "../../src/compose/callbacks.ts"
import { until } from "./until.ts"

export const registerCallback = async (
  { apiUrl, groupId, token }: Sandbox,
  { host, port }: CallbackPlace,
  secret: string
): Promise<void> => {
  const call = async (method: string, params: Record<string, string>): Promise<Answer> => {
    const body = new URLSearchParams({ access_token: token, v: "5.199", group_id: String(groupId), ...params })
    return (await (await fetch(apiUrl + method, { method: "POST", body })).json()) as Answer
  }
  const url = `http://${host}:${port}/vk`
  const { response } = await call("groups.addCallbackServer", { url, title: "бот", secret_key: secret })
  const server_id = String(response.server_id)
  await call("groups.setCallbackSettings", { server_id, message_new: "1", message_event: "1" })
  await until("the address is confirmed", async () => {
    const all = await call("groups.getCallbackServers", {})
    return all.response.items?.[0]?.status === "ok"
  })
}

interface Answer {
  readonly response: { readonly server_id?: number; readonly items?: ReadonlyArray<{ readonly status: string }> }
}
