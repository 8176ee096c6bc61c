/** Every route of the API, in the order in which the document tells of them. */
import type { AdminServices } from "../answer.ts"
import type { Door } from "../auth/sign-in.ts"
import { adminRoutes } from "../routes/admins.ts"
import { auditRoutes } from "../routes/audit.ts"
import { deadLetterRoutes } from "../routes/dead-letters.ts"
import { gameRoutes } from "../routes/games.ts"
import { healthRoutes } from "../routes/health.ts"
import { parkedRoutes } from "../routes/parked.ts"
import { proposalRoutes, type TellAuthor } from "../routes/proposals.ts"
import { questionRoutes } from "../routes/questions.ts"
import { signInRoutes } from "../routes/sign-in.ts"
import { tokenRoutes } from "../routes/tokens.ts"
import { documentRoute } from "./document-route.ts"
import type { Route } from "./route.ts"

export const makeApiRoutes = (door: Door, tellAuthor: TellAuthor): ReadonlyArray<Route<AdminServices>> => {
  const described = [
    ...questionRoutes,
    ...proposalRoutes(tellAuthor),
    ...gameRoutes,
    ...parkedRoutes,
    ...deadLetterRoutes,
    ...signInRoutes(door),
    ...adminRoutes(door.links),
    ...tokenRoutes,
    ...auditRoutes,
    ...healthRoutes
  ]
  return [...described, documentRoute(described)]
}
