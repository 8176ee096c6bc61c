/** What is remembered of the rounds that are over. */
import { Schema } from "effect"
import { DurationMs, PlayerId, QuestionId } from "./ids.ts"

/** One point a round: to the team for a right answer, else to the bot. */
export class Score extends Schema.Opaque<Score>()(Schema.Struct({ team: Schema.Natural, bot: Schema.Natural })) {}

/** What is remembered of a round that is over: enough for the results, and for a ruling that comes later. */
export class RoundResult extends Schema.Opaque<RoundResult>()(
  Schema.Struct({
    /** The question that decided the round: the only one, or the last of a blitz. */
    question: QuestionId,
    /** The questions of a blitz that were answered right before it. */
    passed: Schema.Array(QuestionId),
    /** Null when the round ended without anybody named. */
    answerer: Schema.NullOr(PlayerId),
    /** What was answered, the beginning of it if it was long; null: nothing. */
    given: Schema.NullOr(Schema.String),
    /** As it stands now: an accepted appeal makes it true. */
    right: Schema.Boolean,
    /** Who had the last word. */
    decidedBy: Schema.Literals(["judge", "table", "admin"]),
    /** `open`: an admin has not ruled yet. */
    appeal: Schema.Literals(["none", "open", "accepted", "rejected"]),
    /** From the question to the answer, of a blitz all of them; waiting given back by an outage or pause not counted. */
    tookMs: DurationMs
  })
) {}

const keptMax = 200

/** As much of an answer as a state keeps; never half of a surrogate pair. */
export const keptOf = (given: string): string =>
  given.length <= keptMax ? given : given.slice(0, keptMax).replace(/[\uD800-\uDBFF]$/u, "")
