/** What the user can put right: told in one line, without a stack, with what to do. */
import { Runtime, Schema } from "effect"

export class CannotRun extends Schema.TaggedError<CannotRun>()("CannotRun", { advice: Schema.String }) {
  /** No log has to have it too. */
  override readonly [Runtime.errorReported] = false
}
