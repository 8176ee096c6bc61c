/** The socket under a request: where the client came to, when it has gone, and cutting it. */
import type { HttpBindings } from "@hono/node-server"
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response"
import type { Context } from "hono"

export interface SandboxEnv {
  Bindings: HttpBindings
}

/** The address the client itself used, so that answers lead back the same way (a container's name, a tunnel). */
export const originOf = (c: Context<SandboxEnv>): string => new URL(c.req.url).origin

export const cutConnection = (c: Context<SandboxEnv>): Response => {
  c.env.incoming.socket.destroy()
  return RESPONSE_ALREADY_SENT
}

/** Aborted when the client goes away before the answer. */
export const clientGone = (c: Context<SandboxEnv>): AbortSignal => {
  const gone = new AbortController()
  c.env.outgoing.once("close", () => gone.abort())
  return gone.signal
}
