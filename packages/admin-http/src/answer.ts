/** Runs a handler's effect and turns every way it can end into a response. */
import type { Wanted } from "@znatoki/ports/cache"
import { LastingTrouble } from "@znatoki/ports/lasting-trouble"
import type { AdminAccounts } from "@znatoki/ports/admin-accounts"
import type { AdminPasskeys } from "@znatoki/ports/admin-passkeys"
import type { AdminOrders } from "@znatoki/ports/admin-orders"
import type { Statistics } from "@znatoki/ports/statistics"
import type { AdminSessions } from "@znatoki/ports/admin-sessions"
import type { AdminTokens } from "@znatoki/ports/admin-tokens"
import type { AuditLog } from "@znatoki/ports/audit-log"
import type { IdempotencyKeys } from "@znatoki/ports/idempotency-keys"
import type { ConversationSettings } from "@znatoki/ports/conversation-settings"
import type { QuestionShelves } from "@znatoki/ports/question-shelves"
import type { Conversations } from "@znatoki/ports/conversations"
import type { DeadLetters } from "@znatoki/ports/dead-letters"
import type { Jobs } from "@znatoki/ports/jobs"
import type { GameArchive } from "@znatoki/ports/game-archive"
import type { PackImports } from "@znatoki/ports/pack-imports"
import type { Packs } from "@znatoki/ports/packs"
import type { PictureCleaner } from "@znatoki/ports/picture-cleaner"
import type { Pictures } from "@znatoki/ports/pictures"
import type { Parking } from "@znatoki/ports/parking"
import type { Reminders } from "@znatoki/ports/reminders"
import type { Proposals } from "@znatoki/ports/proposals"
import type { QuestionVotes } from "@znatoki/ports/question-votes"
import type { QuestionCatalog } from "@znatoki/ports/question-catalog"
import type { VariantProposals } from "@znatoki/ports/variant-proposals"
import type { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import { type Asked, AskedFor } from "@znatoki/ports/telling"
import type { StoreBroken, StoreError, StoreUnavailable } from "@znatoki/ports/store-error"
import { Cause, Effect, Exit, type ManagedRuntime } from "effect"
import type { Context } from "hono"
import type { Needed, Who } from "./auth/role.ts"
import { Problem, problemResponse } from "./problem.ts"

export type AdminServices =
  | QuestionCatalog
  | Packs
  | Pictures
  | PictureCleaner
  | PackImports
  | VariantProposals
  | Proposals
  | QuestionVotes
  | Conversations
  | GameArchive
  | Parking
  | DeadLetters
  | Jobs
  | ReadinessChecks
  | Statistics
  | AdminAccounts
  | AdminPasskeys
  | AdminSessions
  | AdminTokens
  | AdminOrders
  | AuditLog
  | IdempotencyKeys
  | ConversationSettings
  | QuestionShelves
  | Reminders
/** What the handlers of a path run on. */
export type RuntimeOf<Services> = ManagedRuntime.ManagedRuntime<Services, unknown>
export type AdminRuntime = RuntimeOf<AdminServices>
export interface AdminEnv {
  readonly Variables: {
    readonly requestId: string
    /** Absent: nobody is known. */
    readonly who?: Who
    /** Absent: nothing that could ask the database has begun. */
    readonly asked?: Asked
    /** What the answer is kept as, and the role it is for. */
    readonly kept?: { readonly wanted: Wanted; readonly role: Needed }
  }
}
export type AdminContext = Context<AdminEnv>
export type Handler<Services = AdminServices> = (
  context: AdminContext
) => Effect.Effect<Response, Problem | StoreError, Services>

/** Seconds. A store that restarts is back within this in most cases. */
const retryAfter = "2"

export const internalError = (requestId: string) =>
  new Problem({
    kind: "internal-error",
    detail: `Something went wrong here. It is in the log as request ${requestId}.`
  })

/** Told of when the answer is ready. */
export const noteUnavailable = ({ cause, operation }: StoreUnavailable) =>
  Effect.map(AskedFor, (asked) => {
    if (asked !== null) asked.unavailable = { operation, cause }
  })

const unavailable = Effect.fnUntraced(function* (error: StoreUnavailable) {
  yield* noteUnavailable(error)
  return new Problem({
    kind: "unavailable",
    detail: "The store does not answer now. Try again soon.",
    headers: { "Retry-After": retryAfter }
  })
})

const broken = Effect.fnUntraced(function* (error: StoreBroken, requestId: string) {
  yield* Effect.logError("store broken", { operation: error.operation, problem: error.problem })
  return internalError(requestId)
})

/** Nobody is left to read the answer to a request that was broken off; it is counted, and not among our errors. */
const brokenOff = () => new Response(null, { status: 499 })

const defect = (cause: Cause.Cause<unknown>) =>
  Cause.hasInterruptsOnly(cause) ? Effect.void : Effect.logError("request failed", cause)

const troubles = new WeakMap<object, LastingTrouble>()

/** However many ask while the store is away, that is a line when it begins and one when it ends; each has its own among the details. */
const troubleOf = (runtime: object): LastingTrouble => {
  const known = troubles.get(runtime)
  if (known !== undefined) return known
  const made = new LastingTrouble({
    begins: "the store does not answer the API",
    ends: "the store answers the API again"
  })
  troubles.set(runtime, made)
  return made
}

/** Null: there is nothing to tell. */
const ofStore = (runtime: object, { statements, unavailable: met }: Asked): Effect.Effect<void> | null => {
  const trouble = troubleOf(runtime)
  if (met !== undefined) return trouble.failed(runtime, met)
  return statements > 0 && trouble.isWaiting(runtime) ? trouble.over(runtime) : null
}

const askedFor = (context: AdminContext): Asked => {
  const known = context.get("asked")
  if (known !== undefined) return known
  const asked: Asked = { statements: 0, databaseMs: 0 }
  context.set("asked", asked)
  return asked
}

/** What `effect` comes to, or the response that tells how it failed. The work is interrupted when the client goes away. */
export const settled = async <A, Services>(
  runtime: RuntimeOf<Services>,
  context: AdminContext,
  effect: Effect.Effect<A, Problem | StoreError, Services>
): Promise<A | Response> => {
  const requestId = context.get("requestId")
  const asked = askedFor(context)
  const respond = (problem: Problem) => problemResponse(context, problem)
  const exit = await runtime.runPromiseExit(
    effect.pipe(
      Effect.catchTags({
        Problem: (problem) => Effect.succeed(respond(problem)),
        StoreUnavailable: (error) => Effect.map(unavailable(error), respond),
        StoreBroken: (error) => Effect.map(broken(error, requestId), respond)
      }),
      Effect.tapCause(defect),
      Effect.annotateLogs({ requestId }),
      Effect.provideService(AskedFor, asked)
    ),
    { signal: context.req.raw.signal }
  )
  const told = ofStore(runtime, asked)
  if (told !== null) runtime.runFork(Effect.annotateLogs(told, { requestId }))
  if (Exit.isSuccess(exit)) return exit.value
  const isBrokenOff = Cause.hasInterruptsOnly(exit.cause) && context.req.raw.signal.aborted
  return isBrokenOff ? brokenOff() : respond(internalError(requestId))
}

/** `handle` as Hono wants it. */
export const answer =
  <Services>(runtime: RuntimeOf<Services>, handle: Handler<Services>) =>
  (context: AdminContext): Promise<Response> =>
    settled(
      runtime,
      context,
      Effect.suspend(() => handle(context))
    )
