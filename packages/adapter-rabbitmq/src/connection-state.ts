/** Whether the broker can be reached, and takes what it is given: as the connection tells it, and the log once. */
import { LastingTrouble } from "@znatoki/ports/lasting-trouble"
import { steadyMs } from "@znatoki/ports/steady-ms"
import { Effect } from "effect"
import type { Connection } from "rabbitmq-client"

/** A process that stands still or is cut off loses its queues after two of them; and whoever hears none of two gives it up. */
export const heartbeatSeconds = 1
const silenceMs = 2 * heartbeatSeconds * 1_000

const reasonOf = (cause: unknown): string =>
  typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "unknown"

export const watchConnection = Effect.fnUntraced(function* (connection: Connection) {
  const context = yield* Effect.context<never>()
  const run = (effect: Effect.Effect<unknown>): void => void Effect.runForkWith(context)(effect)
  let awayMs: number | null = null
  let blockedMs: number | null = null
  const away = new LastingTrouble({ begins: "the broker is away, and is waited for", ends: "the broker is back" })
  const blocked = new LastingTrouble({
    begins: "the broker takes nothing that it is given, and is waited for",
    ends: "the broker takes what it is given again"
  })
  connection.on("error", (cause: unknown) =>
    run(
      Effect.flatMap(steadyMs, (nowMs) => {
        const reason = reasonOf(cause)
        // One that was only silent has been away for as long.
        awayMs ??= reason === "SOCKET_TIMEOUT" ? nowMs - silenceMs : nowMs
        return away.failed(connection, { reason })
      })
    )
  )
  connection.on("connection.blocked", (reason: string) =>
    run(
      Effect.flatMap(steadyMs, (nowMs) => {
        blockedMs ??= nowMs
        return blocked.failed(connection, { reason })
      })
    )
  )
  const unblocked = (): void => {
    run(blocked.over(connection))
    blockedMs = null
  }
  connection.on("connection.unblocked", unblocked)
  connection.on("connection", () => {
    run(away.over(connection))
    awayMs = null
    // A new one is told anew.
    unblocked()
  })
  return { awaySinceMs: () => awayMs, blockedSinceMs: () => blockedMs }
})
