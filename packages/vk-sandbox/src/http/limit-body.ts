/** How large a body may be. */
import type { MiddlewareHandler } from "hono"
import { bodyLimit } from "hono/body-limit"
import type { SandboxEnv } from "./connection.ts"

/** What VK allows for one picture. */
const MAX_BODY = 50 * 1024 * 1024

const measured = bodyLimit({ maxSize: MAX_BODY })

/** Node holds a sender to the length it declared, so only a body without one is opened to be measured. */
export const limitBody: MiddlewareHandler<SandboxEnv> = (c, next) => {
  const isDeclared = c.req.header("transfer-encoding") === undefined
  const length = Number(c.req.header("content-length") ?? 0)
  return isDeclared && length <= MAX_BODY ? next() : measured(c, next)
}
