/** What a request that failed is answered with, and whether anybody has to hear of it. */
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response"
import type { ErrorHandler } from "hono"
import { HTTPException } from "hono/http-exception"
import type { SandboxEnv } from "./connection.ts"

/** What was sent is not what its headers say. */
export const unreadableBody = (cause: unknown): HTTPException =>
  new HTTPException(400, { message: "the body cannot be read", cause })

export const answerFailure: ErrorHandler<SandboxEnv> = (error, c) => {
  const { complete, destroyed } = c.env.incoming
  // Whoever goes away in the middle of sending is no failure of ours, and nobody is left to be answered.
  if (destroyed && !complete) return RESPONSE_ALREADY_SENT
  if (error instanceof HTTPException) return error.getResponse()
  // oxlint-disable-next-line no-console -- A mistake of ours.
  console.error(error)
  return c.text("Internal Server Error", 500)
}
