/** How a page is answered: whoever may not see it signs in first, and what does not work is a page too. */
import { Effect } from "effect"
import type { AdminContext, Handler } from "../answer.ts"
import { refusalFor } from "../auth/guard.ts"
import { Problem, statusOf } from "../problem.ts"
import type { CallApi } from "./call-api.ts"
import { frame } from "./frame.ts"
import { nonceOf } from "./nonce.ts"
import type { Asked, Page, Shown, Work } from "./page.ts"
import { problemShown } from "./problem-shown.ts"
import { languageOf, wordsIn } from "./words/language.ts"

export const askedOf = (context: AdminContext, callApi: CallApi): Asked => ({
  context,
  who: context.get("who") ?? null,
  words: wordsIn(languageOf(context.req.header("Accept-Language"))),
  nonce: nonceOf(context),
  callApi
})

/** After the sign-in one is where one wanted to be. */
const toSignIn = (context: AdminContext): Response => {
  const { pathname, search } = new URL(context.req.url)
  const to = context.req.method === "GET" ? `${pathname}${search}` : "/desk"
  return context.redirect(`/sign-in?to=${encodeURIComponent(to)}`, 303)
}

const withProblems = (asked: Asked, work: Work<Shown | Response>) =>
  work.pipe(
    Effect.catchTags({
      Problem: (problem) => Effect.succeed(problemShown(asked, problem)),
      StoreUnavailable: (error) =>
        Effect.as(
          Effect.logWarning("store unavailable", { operation: error.operation, cause: error.cause }),
          problemShown(asked, new Problem({ kind: "unavailable", detail: "The store does not answer now." }))
        )
    })
  )

export const handlerOf =
  ({ role, show }: Page, callApi: CallApi): Handler =>
  (context) =>
    Effect.gen(function* () {
      const asked = askedOf(context, callApi)
      const refusal = refusalFor(context, role)
      if (refusal !== null && statusOf(refusal.kind) === 401) return toSignIn(context)
      const shown = yield* withProblems(asked, refusal === null ? show(asked) : Effect.fail(refusal))
      if (shown instanceof Response) return shown
      context.header("Vary", "Accept-Language, Cookie")
      return yield* Effect.promise(async () => context.html(frame(asked, shown), shown.status ?? 200))
    })
