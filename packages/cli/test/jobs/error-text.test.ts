/** What a job failed of is told in words that hold no address, whatever was thrown. */
import { errorText } from "@znatoki/jobs/error-text"
import { Cause } from "effect"
import { expect, test } from "vitest"

test.each([
  [new Error("at postgres://a:secret@b/c nothing fits"), "at … nothing fits"],
  [
    { message: "cannot execute INSERT in a read-only transaction", queue: "tick" },
    "cannot execute INSERT in a read-only transaction"
  ],
  [{ message: 7 }, "something else than an error was thrown"],
  [null, "something else than an error was thrown"]
])("of %o", (thrown, words) => {
  expect(errorText(Cause.fail(thrown))).toBe(words)
})
