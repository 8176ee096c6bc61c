/** Whether a request may do what a route does: by the role of its sender, and by the page it comes from. */
import type { AdminContext } from "../answer.ts"
import { Problem } from "../problem.ts"
import { missing } from "./know-who.ts"
import { mayDo, type Needed } from "./role.ts"
import { isFromOurPage } from "./same-origin.ts"

const notAllowed = (needed: Needed, role: string) =>
  new Problem({ kind: "forbidden", detail: `This is for the role ${needed} and those above; yours is ${role}.` })

const foreign = new Problem({
  kind: "foreign-site",
  detail: "What a browser sends by itself changes nothing: send it from a page of this server, or with a token."
})

/** Null: it may. */
export const refusalFor = (context: AdminContext, needed: Needed): Problem | null => {
  const who = context.get("who")
  const { req } = context
  const sent = {
    method: req.method,
    host: req.header("Host") ?? new URL(req.url).host,
    origin: req.header("Origin"),
    fetchSite: req.header("Sec-Fetch-Site")
  }
  // Whoever sends a token does so on purpose.
  if ((who === undefined || who.session !== null) && !isFromOurPage(sent)) return foreign
  if (needed === "anyone") return null
  if (who === undefined) return missing.Bearer
  return mayDo(who.role, needed) ? null : notAllowed(needed, who.role)
}
