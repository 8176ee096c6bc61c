/** Every route of the API, in the order in which the document tells of them. */
import type { AdminServices } from "../answer.ts"
import { deadLetterRoutes } from "../routes/dead-letters.ts"
import { gameRoutes } from "../routes/games.ts"
import { healthRoutes } from "../routes/health.ts"
import { parkedRoutes } from "../routes/parked.ts"
import { questionRoutes } from "../routes/questions.ts"
import type { Route } from "./route.ts"
import { documentRoute } from "./document-route.ts"

const described: ReadonlyArray<Route<AdminServices>> = [
  ...questionRoutes,
  ...gameRoutes,
  ...parkedRoutes,
  ...deadLetterRoutes,
  ...healthRoutes
]

export const apiRoutes: ReadonlyArray<Route<AdminServices>> = [...described, documentRoute(described)]
