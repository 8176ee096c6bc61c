/** How large a body may be, and all that arrive at one time together. */
import type { MiddlewareHandler } from "hono"
import { bodyLimit } from "hono/body-limit"
import type { SandboxEnv } from "./connection.ts"

/** What VK allows for one picture. */
const maxPicture = 50 * 1024 * 1024
const pictures = /^\/(?:upload\/|sandbox\/photos$)/
/** Far more than 25 messages with their keyboards. */
const maxBody = 4 * 1024 * 1024
/** Parsing takes them in memory several times over. */
const maxArriving = 2 * maxPicture

const measurePicture = bodyLimit({ maxSize: maxPicture })
const measureBody = bodyLimit({ maxSize: maxBody })

/** Node holds a sender to the length it declared, so only a body without one is opened to be measured. */
export const limitBody = (): MiddlewareHandler<SandboxEnv> => {
  let arriving = 0
  return async (c, next) => {
    const isPicture = pictures.test(c.req.path)
    const max = isPicture ? maxPicture : maxBody
    const isDeclared = c.req.header("transfer-encoding") === undefined
    const length = isDeclared ? Number(c.req.header("content-length") ?? 0) : max
    if (length <= max && arriving + length > maxArriving) return c.json({ error: "too much arrives at once" }, 503)
    if (isDeclared && length <= max && length === 0) return next()
    arriving += Math.min(length, max)
    try {
      return await (isDeclared && length <= max ? next() : (isPicture ? measurePicture : measureBody)(c, next))
    } finally {
      arriving -= Math.min(length, max)
    }
  }
}
