/** How large a body may be, by where it is sent: what is larger is refused as soon as that is known. */
import { pictureBytesMax } from "@znatoki/ports/picture-cleaner"
import type { MiddlewareHandler } from "hono"
import { bodyLimit } from "hono/body-limit"
import type { AdminEnv } from "./answer.ts"
import { isSafe } from "./auth/same-origin.ts"
import { importsPath } from "./desk/pages/imports.ts"
import { Problem, problemResponse } from "./problem.ts"
import { tooLarge, uploadMaxBytes } from "./upload.ts"

const maxBodyBytes = 256 * 1024

const limitTo = (maxSize: number, problem: Problem) =>
  bodyLimit({ maxSize, onError: (context) => problemResponse(context, problem) })

const limitUsual = limitTo(
  maxBodyBytes,
  new Problem({ kind: "body-too-large", detail: `The body may be ${maxBodyBytes / 1024} KiB at most.` })
)
/** A form has a little more than its file. */
const limitToFile = (max: number) => limitTo(max + maxBodyBytes, tooLarge(max))
const limitForm = limitToFile(uploadMaxBytes)
const limitPictureForm = limitToFile(pictureBytesMax)

const countsItself = /^\/api\/v1\/(?:packs\/[^/]+\/imports|pictures)$/
const ofPicture = /^\/desk\/questions\/[^/]+\/picture$/

/** Routes that take a file count it themselves. */
export const limitBody: MiddlewareHandler<AdminEnv> = (context, next) => {
  // To look whether there is a body makes a whole request of Node's, which a read has no other use for.
  if (isSafe(context.req.method)) return next()
  if (context.req.method !== "POST") return limitUsual(context, next)
  const { path } = context.req
  if (countsItself.test(path)) return next()
  if (path === importsPath) return limitForm(context, next)
  return (ofPicture.test(path) ? limitPictureForm : limitUsual)(context, next)
}
