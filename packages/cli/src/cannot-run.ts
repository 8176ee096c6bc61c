/** What the user can put right: told in one line, without a stack, with what to do. */
import { Schema } from "effect"

export class CannotRun extends Schema.TaggedError<CannotRun>()("CannotRun", { advice: Schema.String }) {}
