/** A failure of the database as the ports know it: it may pass by itself, or somebody has to look. */
import { codeOf, mayPass } from "@znatoki/embedded-postgres-server/error-code"
import { StoreBroken, type StoreError, StoreUnavailable } from "@znatoki/ports/store-error"

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

export const storeErrorOf = (operation: string, cause: unknown): StoreError => {
  const code = codeOf(cause)
  return mayPass(code)
    ? new StoreUnavailable({ operation, cause })
    : new StoreBroken({ operation, problem: `${code} ${messageOf(cause)}`.trim() })
}
