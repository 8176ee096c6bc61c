/**
 * Which Postgres the tests use: the one `ZNATOKI_TEST_DATABASE_URL` tells (`embedded`: the embedded one), else the
 * usual one of a machine, else the embedded one.
 */
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Exit, Redacted, Scope } from "effect"
import { resolveDatabase } from "../database/connect.ts"

export interface TestServer {
  /** Null: there is none. */
  readonly url: string | null
  /** Why there is none. */
  readonly problem: string
  readonly close: () => Promise<void>
}

const usual = "postgres://postgres@127.0.0.1:5432/test"

/** One for all test runs of a user, so that only the first has to make it. */
const dataDir = join(tmpdir(), `znatoki-test-${process.getuid?.() ?? "user"}`)

export const findServer = async (): Promise<TestServer> => {
  const told = process.env["ZNATOKI_TEST_DATABASE_URL"]
  const scope = Scope.makeUnsafe()
  const close = () => Effect.runPromise(Scope.close(scope, Exit.void))
  const embedded = resolveDatabase({ databaseUrl: null, dataDir })
  const wanted =
    told === "embedded"
      ? embedded
      : resolveDatabase({ databaseUrl: told ?? usual, dataDir }).pipe(
          Effect.catch((error) => (told === undefined ? embedded : Effect.fail(error)))
        )
  const found = await Effect.runPromise(wanted.pipe(Scope.provide(scope), Effect.result))
  if (found._tag === "Success") return { url: Redacted.value(found.success.url), problem: "", close }
  await close()
  if (process.env["ZNATOKI_REQUIRE"]?.includes("postgres") === true) throw found.failure
  return { url: null, problem: found.failure.advice, close: async () => {} }
}
