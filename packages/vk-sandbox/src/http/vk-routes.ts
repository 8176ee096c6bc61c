/** The addresses VK itself has: methods, the Long Poll server, uploads. */
import { type Context, Hono } from "hono"
import { answerCall, type ApiRequest, Hanging, methodsOf } from "../api/answer-call.ts"
import type { PollFault } from "../faults/fault-plan.ts"
import type { Upload } from "../state/photos.ts"
import type { Vk } from "../state/vk.ts"
import { clientGone, cutConnection, originOf, type SandboxEnv } from "./connection.ts"
import { bearer, readForm, readRequestParams } from "./read-params.ts"

/** The Long Poll server's name in faults. */
const pollAct = "a_check"
const broken = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"

const badImage = {
  error: "ERR_UPLOAD_BAD_IMAGE_FORMAT",
  error_code: 5,
  error_descr: "bad image",
  error_is_logged: false
}
/** As many as one message may carry. */
const uploadedAtOnce = 10

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
    if (faults.http500(methods)) return c.html(broken, 500)
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
    if (vk.faults().cut(() => [pollAct])) return cutConnection(c)
    if (vk.faults().http500(() => [pollAct])) return c.html(broken, 500)
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

/** Clients name the field as they like, and send several files in one form. */
const readFiles = async (c: Context<SandboxEnv>): Promise<ReadonlyArray<File>> => {
  if (c.req.header("content-type")?.startsWith("multipart/form-data") !== true) return []
  return [...(await readForm(c)).values()].filter((value) => value instanceof File).filter(({ size }) => size > 0)
}

const pictureType = (name: string): string | undefined => {
  const [, ext] = /\.(jpe?g|png|gif)$/i.exec(name) ?? []
  return ext === undefined ? undefined : `image/${ext.toLowerCase().replace("jpg", "jpeg")}`
}

const bytesOf = async (file: File): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await file.arrayBuffer())

const uploadPhotos =
  (vk: Vk) =>
  async (c: Context<SandboxEnv>): Promise<Response> => {
    const files = await readFiles(c)
    if (files.length === 0) return c.json({ server: 1, photo: "[]", hash: "" })
    const pictures: Array<Upload> = []
    for (const file of files.slice(0, uploadedAtOnce)) {
      const type = pictureType(file.name)
      if (type === undefined) return c.json(badImage)
      pictures.push({ bytes: await bytesOf(file), type })
    }
    const ids = pictures.map(vk.photos.upload)
    return c.json({ server: 1, photo: JSON.stringify(ids.map((photo) => ({ photo }))), hash: ids.join("") })
  }

const uploadDoc =
  (vk: Vk) =>
  async (c: Context<SandboxEnv>): Promise<Response> => {
    const [file] = await readFiles(c)
    if (file === undefined) return c.json({ error: "no_file", error_descr: "no file" })
    return c.json({ file: vk.docs.upload({ bytes: await bytesOf(file), name: file.name }) })
  }

export const vkRoutes = (vk: Vk): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .on(["GET", "POST"], "/method/:name", callMethod(vk))
    .on(["GET", "POST"], `/whp/${vk.groupId}`, poll(vk))
    .post("/upload/photo", uploadPhotos(vk))
    .post("/upload/doc", uploadDoc(vk))
