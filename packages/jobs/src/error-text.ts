/** A failure in words that may be stored and shown: which operation, and what of it; no statement, no parameters, no address. */
import type { StoreError } from "@znatoki/ports/store-error"
import { Cause } from "effect"

const longest = 300

const isStoreError = (error: unknown): error is StoreError =>
  typeof error === "object" &&
  error !== null &&
  "_tag" in error &&
  (error._tag === "StoreUnavailable" || error._tag === "StoreBroken")

/** pg-boss tells of a failure by a copy of its fields. */
const wordsOfCopy = (error: unknown): string =>
  typeof error === "object" && error !== null && "message" in error && typeof error.message === "string"
    ? error.message
    : "something else than an error was thrown"

const words = (error: unknown): string => {
  if (isStoreError(error)) {
    return error._tag === "StoreBroken" ? error.message : `the database did not answer: ${error.operation}`
  }
  if (!(error instanceof Error)) return wordsOfCopy(error)
  // A failure to connect has its words in what it is made of.
  const inner: unknown = "errors" in error && Array.isArray(error.errors) ? error.errors[0] : null
  return error.message === "" && inner instanceof Error ? inner.message : error.message
}

/** Addresses may hold a password. */
export const errorText = (cause: Cause.Cause<unknown>): string =>
  words(Cause.squash(cause))
    .replaceAll(/\b[a-z]+:\/\/\S+/g, "…")
    .slice(0, longest)
