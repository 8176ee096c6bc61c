/** Goes on to another page with the cookies that the API has given. */
import type { AdminContext } from "../answer.ts"
import type { ApiSaid } from "./call-api.ts"

export const withCookies = (context: AdminContext, { headers }: ApiSaid, to: string): Response => {
  for (const cookie of headers.getSetCookie()) context.header("Set-Cookie", cookie, { append: true })
  return context.redirect(to, 303)
}
