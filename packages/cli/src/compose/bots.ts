/** The bots of all communities, side by side: one that is refused says why, is tried again later, and stops no other. */
import { keepSourceSpans } from "@znatoki/adapter-postgres/games/source-spans"
import { addBotReadiness } from "@znatoki/kernel/roles/bot-readiness"
import { countGames } from "@znatoki/kernel/roles/count-games"
import type { InboxRefused } from "@znatoki/ports/inbox"
import type { StoreError } from "@znatoki/ports/store-error"
import { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import { Clock, Effect, Layer } from "effect"
import { CannotRun } from "../cannot-run.ts"
import { botOf, type CommunitySettings, playOn } from "./bot.ts"
import { type JobsEnvironment, keepJobs } from "./jobs.ts"
import { callbackDoor, type CallbackPlace, openCallbacks } from "./callbacks.ts"

/** An operator may take hours to change what VK refuses; a try costs VK three calls. */
const againAfter = "10 minutes"

/** Runs until interrupted, or until all of them are refused; needs the database. `place`: where VK brings events by itself. */
export const bots = (
  environment: JobsEnvironment,
  communities: ReadonlyArray<CommunitySettings>,
  place: CallbackPlace | null = null
) =>
  Effect.gen(function* () {
    if (place !== null) yield* openCallbacks(place)
    yield* keepSourceSpans
    yield* Effect.forkScoped(countGames)
    yield* keepJobs(environment)
    return yield* keepAll(communities, oneLife)
  }).pipe(Effect.provide(callbackDoor(communities)), Effect.scoped)

/** From the first call of VK to a refusal. `name`: goes on with the names of its checks; `begun`: VK took it. */
export type Life<R> = (
  settings: CommunitySettings,
  name: string,
  begun: () => void
) => Effect.Effect<never, InboxRefused | StoreError, R>

/** Lives one after another for each of them, until all of them are refused. */
export const keepAll = Effect.fnUntraced(function* <R>(communities: ReadonlyArray<CommunitySettings>, live: Life<R>) {
  const refused = new Map<CommunitySettings, string>()
  const isAlone = communities.length === 1
  const nameOf = ({ groupId }: CommunitySettings): string => (isAlone ? "" : ` vk:${groupId}`)

  const refuse = Effect.fnUntraced(function* (settings: CommunitySettings, { advice }: InboxRefused) {
    refused.set(settings, advice)
    if (refused.size === communities.length) return yield* new CannotRun({ advice: adviceFor([...refused]) })
    yield* Effect.logError(`VK refuses${nameOf(settings)}, the others play on: ${advice}`)
    yield* showing(`inbox${nameOf(settings)}`, `is refused: ${advice.replace(/\.$/, "")}`, Effect.sleep(againAfter))
  })

  const keep = (settings: CommunitySettings) =>
    live(settings, nameOf(settings), () => void refused.delete(settings)).pipe(
      Effect.catchTag("InboxRefused", (error) => refuse(settings, error)),
      Effect.forever,
      isAlone ? (life) => life : Effect.annotateLogs("community", `vk:${settings.groupId}`)
    )

  return yield* Effect.forEach(communities, keep, { concurrency: "unbounded", discard: true })
})

const adviceFor = (refused: ReadonlyArray<readonly [CommunitySettings, string]>): string =>
  refused.length === 1
    ? `VK refuses the bot: ${refused[0]?.[1]}`
    : refused.map(([{ groupId }, advice]) => `VK refuses vk:${groupId}: ${advice}`).join("\n")

const oneLife = Effect.fnUntraced(function* (settings: CommunitySettings, name: string, begun: () => void) {
  const scope = yield* Effect.scope
  const bot = yield* showing(`inbox${name}`, "has not been heard yet", Layer.buildWithScope(botOf(settings), scope))
  begun()
  const tellsHearing = settings.callback === null || settings.callback.longPoll
  return yield* Effect.andThen(addBotReadiness({ of: name, tellsHearing }), playOn).pipe(Effect.provide(bot))
}, Effect.scoped)

/** Not ready for as long as that takes. */
export const showing = <A, E, R>(name: string, problem: string, meanwhile: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const checks = yield* ReadinessChecks
    const sinceMs = yield* Clock.currentTimeMillis
    yield* checks.add({ name, check: Effect.succeed({ problem, sinceMs }) })
    return yield* meanwhile
  }).pipe(Effect.scoped)
