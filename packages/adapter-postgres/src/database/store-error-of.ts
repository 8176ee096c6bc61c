/** A failure of the database as the ports know it: it may pass, by itself or by an administrator's hand, or somebody has to look at what was asked. */
import { codeOf, mayPass } from "@znatoki/embedded-postgres-server/error-code"
import { StoreBroken, type StoreError, StoreUnavailable } from "@znatoki/ports/store-error"

/**
 * What says nothing of what was asked, but of the place it was asked in: whoever waits gets an answer when that is as it should be.
 * While a backup is restored all of these come, one after another. Taken for nonsense, they would park every game that moves
 * meanwhile, and lose what cannot be parked either.
 */
const ofPlace = [
  "28", // a login that is refused: its password is being changed
  "3D000", // no such database
  "42501", // a right that is missing
  "42703", // a column, a function or a table that is missing: not there yet, or of a backup from before
  "42883",
  "42P01",
  "58" // files of the server that cannot be read or written
]

export const isOfPlace = (code: string): boolean => ofPlace.some((start) => code.startsWith(start))

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

export const storeErrorOf = (operation: string, cause: unknown): StoreError => {
  const code = codeOf(cause)
  return mayPass(code) || isOfPlace(code)
    ? new StoreUnavailable({ operation, cause })
    : new StoreBroken({ operation, problem: `${code} ${messageOf(cause)}`.trim() })
}
