/** What is answered to what never became a request: Node's parser or its clock refused it. The same form as every refusal. */
import { Hono } from "hono"
import { requestId } from "hono/request-id"
import { STATUS_CODES } from "node:http"
import type { Duplex } from "node:stream"
import { carefulHeaders } from "./careful-headers.ts"
import { Problem, type ProblemKind, problemResponse } from "./problem.ts"

const details = {
  "malformed-request": "This is not HTTP as it should be.",
  "headers-too-large": "The address and the headers may be 16 KiB at most.",
  "request-timeout": "The request took too long to arrive."
} as const satisfies Partial<Record<ProblemKind, string>>

type Unparsed = keyof typeof details

const kindOf = (code: string | undefined): Unparsed => {
  if (code === "HPE_HEADER_OVERFLOW") return "headers-too-large"
  return code === "ERR_HTTP_REQUEST_TIMEOUT" ? "request-timeout" : "malformed-request"
}

export const refusal = (kind: Unparsed): Response | Promise<Response> =>
  new Hono()
    .use(requestId(), carefulHeaders)
    .all("*", (context) =>
      problemResponse(context, new Problem({ kind, detail: details[kind], headers: { Connection: "close" } }))
    )
    .request("/")

/** As the bytes of HTTP/1.1. */
const written = async (response: Response): Promise<string> => {
  const body = await response.text()
  const head = [
    `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? ""}`,
    ...[...response.headers].map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`
  ]
  return `${head.join("\r\n")}\r\n\r\n${body}`
}

/** How long who was refused may go on sending before the connection is cut. */
const lingerMs = 5_000

const refused = new WeakSet<Duplex>()

/** Node's own mark of an answer that is under way on a connection: a second one must not be written into it. */
const isAnswering = (socket: Duplex): boolean =>
  "_httpMessage" in socket && socket._httpMessage !== null && socket._httpMessage !== undefined

/** For `clientError` of a server, which comes again for everything that is sent after the first. */
export const refuseUnparsed = async (error: NodeJS.ErrnoException, socket: Duplex): Promise<void> => {
  if (refused.has(socket)) return
  refused.add(socket)
  if (error.code === "ECONNRESET" || !socket.writable || isAnswering(socket)) return void socket.destroy()
  const cut = setTimeout(() => socket.destroy(), lingerMs)
  socket.once("close", () => clearTimeout(cut))
  socket.end(await written(await refusal(kindOf(error.code))))
}
