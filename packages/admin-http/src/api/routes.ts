/** Every route of the API, in the order in which the document tells of them. */
import type { AdminRuntime, AdminServices } from "../answer.ts"
import type { Door } from "../auth/sign-in.ts"
import { adminRoutes } from "../routes/admins.ts"
import { auditRoutes } from "../routes/audit.ts"
import { blamedRoutes } from "../routes/blamed.ts"
import { conversationRoutes } from "../routes/conversations.ts"
import { seriesRoutes } from "../routes/series.ts"
import { deadLetterRoutes } from "../routes/dead-letters.ts"
import { gameRoutes } from "../routes/games.ts"
import { healthRoutes } from "../routes/health.ts"
import { type Explain, type Judge, judgeRoutes } from "../routes/judge.ts"
import { leaderRoutes } from "../routes/leaders.ts"
import { liveRoutes } from "../routes/live.ts"
import { orderRoutes } from "../routes/orders.ts"
import { stepRoutes } from "../routes/steps.ts"
import type { Told } from "../pages/played-steps.ts"
import { importRoutes } from "../routes/imports.ts"
import { packFileRoutes } from "../routes/pack-files.ts"
import { packRoutes } from "../routes/packs.ts"
import { passkeyRoutes } from "../routes/passkeys.ts"
import { parkedRoutes } from "../routes/parked.ts"
import { proposalRoutes, type TellAuthor } from "../routes/proposals.ts"
import { questionRoutes } from "../routes/questions.ts"
import { signInRoutes } from "../routes/sign-in.ts"
import { tokenRoutes } from "../routes/tokens.ts"
import { variantRoutes } from "../routes/variants.ts"
import { documentRoute } from "./document-route.ts"
import type { Route } from "./route.ts"

export interface RouteOptions {
  readonly runtime: AdminRuntime
  readonly door: Door
  readonly told: Told
  readonly judge: Judge
  readonly explain: Explain
  readonly tellAuthor: TellAuthor
}

export const makeApiRoutes = ({
  door,
  explain,
  judge,
  runtime,
  tellAuthor,
  told
}: RouteOptions): ReadonlyArray<Route<AdminServices>> => {
  const described = [
    ...questionRoutes,
    ...judgeRoutes(judge, explain),
    ...packRoutes,
    ...packFileRoutes,
    ...importRoutes(),
    ...proposalRoutes(tellAuthor),
    ...variantRoutes,
    ...gameRoutes,
    ...stepRoutes(told),
    ...orderRoutes,
    ...liveRoutes(runtime),
    ...leaderRoutes,
    ...blamedRoutes,
    ...seriesRoutes,
    ...conversationRoutes,
    ...parkedRoutes,
    ...deadLetterRoutes,
    ...signInRoutes(door),
    ...passkeyRoutes(door),
    ...adminRoutes(door.links),
    ...tokenRoutes,
    ...auditRoutes,
    ...healthRoutes
  ]
  return [...described, documentRoute(described)]
}
