/** Puts the pages of the desk on an app, whose API they change things by. */
import { Effect } from "effect"
import type { Hono } from "hono"
import { type AdminEnv, type AdminRuntime, answer } from "../answer.ts"
import { Problem } from "../problem.ts"
import { addResource, type Methods } from "../resource.ts"
import { callApiOf } from "./call-api.ts"
import { liveHandlerOf } from "./live.ts"
import type { Page } from "./page.ts"
import { handlerOf } from "./page-handler.ts"
import { adminsPages } from "./pages/admins.ts"
import { appealsPages } from "./pages/appeals.ts"
import { auditPages } from "./pages/audit.ts"
import { conversationPages } from "./pages/conversation.ts"
import { conversationsPages } from "./pages/conversations.ts"
import { dashboardPages } from "./pages/dashboard.ts"
import { dislikedPages } from "./pages/disliked.ts"
import { type GameTeller, gamePages } from "./pages/game.ts"
import { gamesPages } from "./pages/games.ts"
import { jobsPages } from "./pages/jobs.ts"
import { lettersPages } from "./pages/letters.ts"
import { mePages } from "./pages/me.ts"
import { importsPages } from "./pages/imports.ts"
import { lossesPages } from "./pages/losses.ts"
import { packsPages } from "./pages/packs.ts"
import { parkedPages } from "./pages/parked.ts"
import { playerPages } from "./pages/player.ts"
import { playersPages } from "./pages/players.ts"
import { proposalsPages } from "./pages/proposals.ts"
import { questionPages } from "./pages/question.ts"
import { questionsPages } from "./pages/questions.ts"
import { variantsPages } from "./pages/variants.ts"
import { signInPages } from "./pages/sign-in.ts"

export const pagesOf = (teller: GameTeller): ReadonlyArray<Page> => [
  ...signInPages,
  ...dashboardPages,
  ...gamesPages,
  ...gamePages(teller),
  ...appealsPages,
  ...proposalsPages,
  ...packsPages,
  ...lossesPages,
  ...importsPages,
  ...variantsPages,
  ...dislikedPages,
  ...questionsPages,
  ...questionPages,
  ...playersPages,
  ...conversationsPages,
  ...conversationPages,
  ...playerPages,
  ...lettersPages,
  ...jobsPages,
  ...parkedPages,
  ...mePages,
  ...adminsPages,
  ...auditPages
]

/** Who mistypes an address, or follows an old one, is told so on a page, with the way back. */
const nowhere: Page = {
  method: "GET",
  path: "/desk/*",
  role: "viewer",
  show: () => Effect.fail(new Problem({ kind: "not-found", detail: "There is nothing at this path." }))
}

/** `/desk/games/live` is no game. */
const inOrder = (pages: ReadonlyArray<Page>): ReadonlyArray<Page> =>
  pages.toSorted((one, other) => Number(one.path.includes(":")) - Number(other.path.includes(":")))

export const addDesk = (app: Hono<AdminEnv>, runtime: AdminRuntime, teller: GameTeller): void => {
  const callApi = callApiOf(app)
  const add = (path: string, methods: Methods) => addResource(app, runtime, path, methods)
  const pages = inOrder(pagesOf(teller))
  for (const page of pages) if (page.live !== undefined) add(`${page.path}/live`, { GET: liveHandlerOf(page, callApi) })
  for (const [path, those] of Map.groupBy(pages, (page) => page.path)) {
    add(path, Object.fromEntries(those.map((page) => [page.method, handlerOf(page, callApi)])))
  }
  app.get("/desk/*", answer(runtime, handlerOf(nowhere, callApi)))
}
