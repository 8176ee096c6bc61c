/** Why there is no embedded server, and what to do about it. */
import { Schema } from "effect"

export class EmbeddedServerError extends Schema.TaggedError<EmbeddedServerError>()("EmbeddedServerError", {
  /** One sentence: what is wrong. */
  problem: Schema.String,
  /** One sentence: what to do. */
  advice: Schema.String
}) {
  override get message(): string {
    return `${this.problem} ${this.advice}`
  }
}

export const useDatabaseUrl = "Set DATABASE_URL to a PostgreSQL server of yours to do without the embedded one."
