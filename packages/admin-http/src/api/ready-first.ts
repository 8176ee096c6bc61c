/**
 * Answers that are kept ready, before anything is started for a request: all that is asked of it is asked here too, and whatever cannot
 * be told at once goes the usual way.
 */
import { Cache, type Wanted } from "@znatoki/ports/cache"
import { RecentMap } from "@znatoki/ports/recent-map"
import { steadyMsOf } from "@znatoki/ports/steady-ms"
import { Clock, Context } from "effect"
import type { MiddlewareHandler } from "hono"
import { addressOf } from "../address-of.ts"
import type { AdminContext, AdminEnv, AdminRuntime } from "../answer.ts"
import type { Paces } from "../auth/know-who.ts"
import type { KnownLately } from "../auth/known-lately.ts"
import { mayDo, type Needed, type Who } from "../auth/role.ts"
import { hostRefusal } from "../known-host.ts"
import { measured, routeOf } from "../metrics/measure-requests.ts"

/** So many addresses are known, none of them longer. */
const addressesMax = 1_000
const lengthMax = 500

const idHeader = "X-Request-Id"

/** What was answered at an address the last time. */
interface Known {
  readonly wanted: Wanted
  readonly role: Needed
  readonly route: string
  /** All but the number of the request, which is each one's own. */
  readonly headers: Readonly<Record<string, string>>
}

const learnt = (context: AdminContext): Known | null => {
  const kept = context.get("kept")
  if (kept === undefined || context.res.status !== 200) return null
  const headers = [...context.res.headers].filter(([name]) => name !== idHeader.toLowerCase())
  return { ...kept, route: routeOf(context), headers: Object.fromEntries(headers) }
}

export interface ReadyFirst {
  readonly runtime: AdminRuntime
  readonly hosts: ReadonlyArray<string>
  readonly paces: Paces
  readonly lately: KnownLately
}

export const readyFirst = ({ hosts, lately, paces, runtime }: ReadyFirst): MiddlewareHandler<AdminEnv> => {
  const known = new RecentMap<string, Known>(addressesMax)
  const refusalOf = hostRefusal(hosts)

  /** Whoever may not is refused on the usual way. */
  const whoMay = (context: AdminContext, role: Needed): Who | null => {
    if (refusalOf(context) !== null) return null
    const who = lately.find(context)
    return who !== null && mayDo(who.role, role) ? who : null
  }

  const isInPace = (context: AdminContext, { name }: Who, nowMs: number): boolean =>
    paces.ofAddress.secondsToWait(addressOf(context), nowMs) === null && paces.ofWho.secondsToWait(name, nowMs) === null

  const readyFor = (context: AdminContext, { headers, role, route, wanted }: Known): Response | null => {
    const services = runtime.cachedContext
    if (services === undefined) return null
    const beganMs = performance.now()
    const clock = Context.get(services, Clock.Clock)
    const who = whoMay(context, role)
    if (who === null) return null
    const bytes = Context.get(services, Cache).ready(wanted, steadyMsOf(clock))
    if (bytes === undefined || !isInPace(context, who, clock.currentTimeMillisUnsafe())) return null
    measured(route, "GET", 200, performance.now() - beganMs)
    // As an object of its own, which Node takes as it is.
    return new Response(bytes, { headers: { ...headers, [idHeader]: crypto.randomUUID() } })
  }

  return async (context, next) => {
    if (context.req.method !== "GET") return next()
    const { url } = context.req
    const before = known.get(url)
    // A number of one's own has to be looked at.
    if (before !== undefined && context.req.header(idHeader) === undefined) {
      const ready = readyFor(context, before)
      if (ready !== null) return ready
    }
    await next()
    const now = url.length > lengthMax ? null : learnt(context)
    if (now !== null) known.set(url, now)
  }
}
