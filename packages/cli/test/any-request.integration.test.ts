/** Requests made by chance reach the stores as they are in production, and no statement breaks at any of them. */
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import type { AdminServices } from "@znatoki/admin-http/answer"
import { makeApiRoutes } from "@znatoki/admin-http/api/routes"
import { makeApp } from "@znatoki/admin-http/app"
import { Limiter } from "@znatoki/admin-http/auth/limiter"
import { OneTimeLinks } from "@znatoki/admin-http/auth/one-time-links"
import { Challenges } from "@znatoki/admin-http/auth/passkeys"
import { type AnyRequest, anyRequest } from "@znatoki/admin-http/testing/any-request"
import { explainJudgement } from "@znatoki/host/explain-judgement"
import { gameCard } from "@znatoki/host/game-card"
import { proposalDecided } from "@znatoki/host/proposal/speak-proposal"
import { Effect, Logger, Redacted } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { openDatabase } from "../src/compose/database.ts"
import { judged } from "../src/compose/judged.ts"
import { runtimeOf } from "../src/compose/runtime-of.ts"
import { told } from "../src/compose/told.ts"
import { readEnvironment } from "../src/config/environment.ts"

/** `npm -w @znatoki/admin-http run fuzz` asks for a hundred thousand. */
const requests = Number(process.env["ADMIN_FUZZ_REQUESTS"] ?? 1_500)
const token = "a-token-of-the-tests"
const always = { everyMs: 0, burst: 1 }

const options = {
  token: Redacted.make(token),
  told,
  tellAuthor: proposalDecided,
  judge: judged,
  explain: explainJudgement,
  card: gameCard,
  limits: { address: always, who: always, signInAddress: always, signInName: always },
  pause: async () => {}
}

const appOn = Effect.fnUntraced(function* (url: string) {
  const { context } = yield* openDatabase(yield* readEnvironment({ DATABASE_URL: url }))
  const runtime = yield* runtimeOf<AdminServices>().pipe(Effect.provide(context))
  const limiter = new Limiter(always)
  const door = { links: new OneTimeLinks(), challenges: new Challenges(), ofAddress: limiter, ofName: limiter }
  return { app: makeApp(runtime, options), specs: makeApiRoutes({ ...options, runtime, door }).map(({ spec }) => spec) }
})

describePostgres("any request on the stores of production", (postgres) => {
  it(`breaks no statement: ${requests} of them`, async () => {
    const statuses = new Map<number, number>()
    const asked = Effect.gen(function* () {
      const { app, specs } = yield* appOn(postgres.url())
      const send = async ({ body, headers, path, query, spec }: AnyRequest) => {
        const sent = { Authorization: `Bearer ${token}`, ...headers }
        const said = await app.request(`${path}${query}`, { method: spec.method, body, headers: sent })
        const { status } = said
        // A stream does not end.
        if (said.headers.get("Content-Type") === "text/event-stream") await said.body?.cancel()
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        expect(status, `${spec.method} ${path}${query} ${status >= 500 ? await said.text() : ""}`).toBeLessThan(500)
      }
      yield* Effect.promise(() => fc.assert(fc.asyncProperty(anyRequest(specs), send), { numRuns: requests }))
    })
    await Effect.runPromise(asked.pipe(Effect.scoped, Effect.provide(Logger.layer([]))))
    for (const status of [200, 400, 404]) expect(statuses.get(status) ?? 0, String(status)).toBeGreaterThan(0)
  })
})
