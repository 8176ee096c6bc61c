/** How a page is answered: whoever may not see it signs in first, and what does not work is a page too. */
import { Effect } from "effect"
import { type AdminContext, type Handler, noteUnavailable } from "../answer.ts"
import { refusalFor } from "../auth/guard.ts"
import { Problem, statusOf } from "../problem.ts"
import type { CallApi } from "./call-api.ts"
import { frame } from "./frame.ts"
import { nonceOf } from "./nonce.ts"
import type { Asked, Page, Shown, Work } from "./page.ts"
import { isTyped, sentIn } from "./sent-again.ts"
import { problemShown } from "./problem-shown.ts"
import { languageOf, wordsIn } from "./words/language.ts"

export const seenBy = (context: AdminContext): Omit<Asked, "callApi"> => ({
  context,
  who: context.get("who") ?? null,
  words: wordsIn(languageOf(context.req.header("Accept-Language"))),
  nonce: nonceOf(context)
})

export const askedOf = (context: AdminContext, callApi: CallApi): Asked => ({ ...seenBy(context), callApi })

/** After the sign-in one is where one wanted to be; whoever has typed something meanwhile has it before them first. */
const toSignIn = (context: AdminContext): Response => {
  const { pathname, search } = new URL(context.req.url)
  const to = context.req.method === "GET" ? `${pathname}${search}` : "/desk"
  return context.redirect(`/sign-in?to=${encodeURIComponent(to)}`, 303)
}

const withProblems = (asked: Asked, work: Work<Shown | Response>) => {
  const shown = (problem: Problem) =>
    Effect.map(sentIn(asked.context), (sent): Shown => problemShown(asked, problem, sent))
  return work.pipe(
    Effect.catchTags({
      Problem: shown,
      StoreUnavailable: (error) =>
        Effect.andThen(
          noteUnavailable(error),
          shown(new Problem({ kind: "unavailable", detail: "The store does not answer now." }))
        )
    })
  )
}

export const handlerOf =
  ({ role, show }: Page, callApi: CallApi): Handler =>
  (context) =>
    Effect.gen(function* () {
      const asked = askedOf(context, callApi)
      const refusal = refusalFor(context, role)
      if (refusal !== null && statusOf(refusal.kind) === 401) {
        const sent = yield* sentIn(context)
        if (sent === null || !isTyped(sent, asked.words)) return toSignIn(context)
      }
      const shown = yield* withProblems(asked, refusal === null ? show(asked) : Effect.fail(refusal))
      if (shown instanceof Response) return shown
      context.header("Vary", "Accept-Language, Cookie")
      return yield* Effect.promise(async () => context.html(frame(asked, shown), shown.status ?? 200))
    })
