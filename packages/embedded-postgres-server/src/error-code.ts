/** What the code of a failure of PostgreSQL, or of the way to it, tells. */

/** Classes and codes of SQLSTATE, see appendix A of the PostgreSQL manual. */
const passing = [
  "08", // connection
  "53", // insufficient resources, too many connections
  "57P", // shutting down, crashed, starting up
  "57014", // statement cancelled, e.g. by its time limit
  "40001", // serialization
  "40P01", // deadlock
  "55P03", // lock not available
  "55000", // a database that takes no connections now, as while it is restored
  "25006" // read-only: a standby that is about to take over
]

/** Of a connection that was there, or that never became one. */
const lost = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "57P01", // ended by an administrator
  "57P02" // ended by the crash of another
])

const unreachable = new Set([
  "CONNECTION_ENDED",
  "ECONNREFUSED",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOENT",
  "ENOTFOUND"
])

/** The code of an error of postgres.js or of Node; empty if it has none. */
export const codeOf = (cause: unknown): string =>
  typeof cause === "object" && cause !== null && "code" in cause && typeof cause.code === "string" ? cause.code : ""

export const mayPass = (code: string): boolean =>
  lost.has(code) || unreachable.has(code) || passing.some((start) => code.startsWith(start))

/** Whether the connection itself is gone, and not only what was asked by it. */
export const isLost = (cause: unknown): boolean => lost.has(codeOf(cause))
