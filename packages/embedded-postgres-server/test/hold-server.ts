/** A process that uses the embedded server of a folder until its input ends: `node hold-server.ts <folder>`. */
import { once } from "node:events"
import { startEmbeddedServer } from "@znatoki/embedded-postgres-server/embedded-server"
import { Effect, Redacted } from "effect"

const program = Effect.gen(function* () {
  const { url } = yield* startEmbeddedServer({ dataDir: process.argv[2] ?? "" })
  process.stdout.write(`${Redacted.value(url)}\n`)
  process.stdin.resume()
  yield* Effect.promise(() => once(process.stdin, "end"))
})

await Effect.runPromise(Effect.scoped(program))
process.stdout.write("left\n")
