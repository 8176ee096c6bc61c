/** The addresses VK itself has: methods, the Long Poll server, uploads. */
import { type Context, Hono } from "hono"
import { answerCall, type ApiRequest, Hanging, methodsOf } from "../api/answer-call.ts"
import type { PollFault } from "../faults/fault-plan.ts"
import type { Vk } from "../state/vk.ts"
import { clientGone, cutConnection, originOf, type SandboxEnv } from "./connection.ts"
import { bearer, readForm, readRequestParams } from "./read-params.ts"

/** The Long Poll server's name in faults. */
const POLL = "a_check"
const BROKEN = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const callMethod =
  (vk: Vk) =>
  async (c: Context<SandboxEnv>): Promise<Response> => {
    const params = await readRequestParams(c)
    const token = params.get("access_token") ?? bearer(c)
    const request: ApiRequest = { method: c.req.param("name") ?? "", params, token, origin: originOf(c) }
    const faults = vk.faults()
    if (faults.latencyMs > 0) await pause(faults.latencyMs)
    const methods = () => methodsOf(request)
    if (faults.cut(methods)) return cutConnection(c)
    if (faults.http500(methods)) return c.html(BROKEN, 500)
    try {
      const answer = answerCall(vk, request)
      return faults.loseAnswer(methods) ? cutConnection(c) : c.json(answer)
    } catch (error) {
      if (error instanceof Hanging) return sayNothing(c, clientGone(c))
      throw error
    }
  }

const sayNothing = async (c: Context<SandboxEnv>, gone: AbortSignal): Promise<Response> => {
  await new Promise((resolve) => gone.addEventListener("abort", resolve))
  return cutConnection(c)
}

const sayInstead = async (c: Context<SandboxEnv>, says: PollFault, gone: AbortSignal): Promise<Response> => {
  if (says !== "nothing") {
    const headers = says.location === undefined ? {} : { location: says.location }
    return new Response(says.body ?? "", { status: says.status ?? 200, headers })
  }
  return sayNothing(c, gone)
}

const poll =
  (vk: Vk) =>
  async (c: Context<SandboxEnv>): Promise<Response> => {
    const params = await readRequestParams(c)
    if (vk.faults().cut(() => [POLL])) return cutConnection(c)
    if (vk.faults().http500(() => [POLL])) return c.html(BROKEN, 500)
    if (params.get("act") !== "a_check") return c.json({ failed: 2 })
    const gone = clientGone(c)
    const before = vk.faults().poll()
    if (before !== undefined) return sayInstead(c, before, gone)
    const body = await vk.polls.poll({
      key: params.get("key") ?? "",
      ts: params.get("ts") ?? "",
      wait: params.get("wait") ?? "",
      signal: gone
    })
    const after = vk.faults().poll()
    if (after !== undefined) return sayInstead(c, after, gone)
    return c.body(body, 200, { "content-type": "application/json; charset=utf-8" })
  }

const readPicture = async (c: Context<SandboxEnv>): Promise<unknown> =>
  c.req.header("content-type")?.startsWith("multipart/form-data") === true ? (await readForm(c)).get("photo") : null

const uploadPhoto =
  (vk: Vk) =>
  async (c: Context<SandboxEnv>): Promise<Response> => {
    const file = await readPicture(c)
    if (!(file instanceof File) || file.size === 0) return c.json({ server: 1, photo: "[]", hash: "" })
    if (!/\.(?:jpe?g|png|gif)$/i.test(file.name)) {
      return c.json({
        error: "ERR_UPLOAD_BAD_IMAGE_FORMAT",
        error_code: 5,
        error_descr: "bad image",
        error_is_logged: false
      })
    }
    const type = /png$/i.test(file.name) ? "image/png" : /gif$/i.test(file.name) ? "image/gif" : "image/jpeg"
    const id = vk.photos.upload({ bytes: new Uint8Array(await file.arrayBuffer()), type })
    return c.json({ server: 1, photo: JSON.stringify([{ photo: id }]), hash: id })
  }

export const vkRoutes = (vk: Vk): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .on(["GET", "POST"], "/method/:name", callMethod(vk))
    .on(["GET", "POST"], `/whp/${vk.groupId}`, poll(vk))
    .post("/upload/photo", uploadPhoto(vk))
