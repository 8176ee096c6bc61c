/** Every route of the API, in the order in which the document tells of them. */
import { Effect } from "effect"
import type { FetchPicture } from "../packs/own-picture.ts"
import type { AdminRuntime, AdminServices } from "../answer.ts"
import type { Door } from "../auth/sign-in.ts"
import { adminRoutes } from "../routes/admins.ts"
import { auditRoutes } from "../routes/audit.ts"
import { blamedRoutes } from "../routes/blamed.ts"
import { type CardOf, cardRoutes } from "../routes/cards.ts"
import { conversationRoutes } from "../routes/conversations.ts"
import { dailyQuestionRoutes } from "../routes/daily-question.ts"
import { seriesRoutes } from "../routes/series.ts"
import { deadLetterRoutes } from "../routes/dead-letters.ts"
import { gameRoutes } from "../routes/games.ts"
import { healthRoutes } from "../routes/health.ts"
import { jobRoutes } from "../routes/jobs.ts"
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
import { pictureRoutes } from "../routes/pictures.ts"
import { playerRoutes } from "../routes/player.ts"
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
  readonly card: CardOf
  readonly fetchPicture?: FetchPicture
}

export const makeApiRoutes = ({
  card,
  door,
  explain,
  fetchPicture = () => Effect.succeed(null),
  judge,
  runtime,
  tellAuthor,
  told
}: RouteOptions): ReadonlyArray<Route<AdminServices>> => {
  const described = [
    ...questionRoutes,
    ...pictureRoutes,
    ...judgeRoutes(judge, explain),
    ...packRoutes,
    ...packFileRoutes,
    ...importRoutes(),
    ...proposalRoutes(tellAuthor, fetchPicture),
    ...variantRoutes,
    ...gameRoutes,
    ...cardRoutes(card),
    ...stepRoutes(told),
    ...orderRoutes,
    ...liveRoutes(runtime),
    ...leaderRoutes,
    ...playerRoutes,
    ...blamedRoutes,
    ...seriesRoutes,
    ...conversationRoutes,
    ...dailyQuestionRoutes,
    ...parkedRoutes,
    ...deadLetterRoutes,
    ...jobRoutes,
    ...signInRoutes(door),
    ...passkeyRoutes(door),
    ...adminRoutes(door.links),
    ...tokenRoutes,
    ...auditRoutes,
    ...healthRoutes
  ]
  return [...described, documentRoute(described)]
}
