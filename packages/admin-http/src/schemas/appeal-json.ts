/** An appeal as whoever rules on it sees it: the question, what counts as right, and what was answered. */
import type { GameState, Question } from "@znatoki/engine"
import type { ArchivedEvent, GameSummary } from "@znatoki/ports/game-archive"
import { Schema } from "effect"

export const Ruling = Schema.Struct({
  round: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1_000 })),
  /** Whether the answer was right after all. */
  accepted: Schema.Boolean
})

export const OrderedJson = Schema.Struct({ game: Schema.String })

export const AppealJson = Schema.Struct({
  game: Schema.String,
  conversation: Schema.String,
  title: Schema.NullOr(Schema.String),
  round: Schema.Natural,
  /** What a ruling has to name as If-Match. */
  version: Schema.Natural,
  /** Null: nobody answered. */
  given: Schema.NullOr(Schema.String),
  answerer: Schema.NullOr(Schema.String),
  /** Null: the log does not have it. */
  question: Schema.NullOr(
    Schema.Struct({
      id: Schema.String,
      text: Schema.String,
      answer: Schema.String,
      accepted: Schema.Array(Schema.String),
      rejected: Schema.Array(Schema.String),
      comment: Schema.NullOr(Schema.String)
    })
  )
})

const questionOf = ({ accepted, answer, comment, id, rejected, text }: Question) => ({
  id,
  text,
  answer,
  accepted,
  rejected,
  comment
})

type Logged = Pick<ArchivedEvent, "event" | "position">

/** By round, the place in the log of what last happened to its appeal: it was filed, or ruled on. */
export const appealVersions = (log: ReadonlyArray<Logged>): ReadonlyMap<number, number> => {
  const versions = new Map<number, number>()
  let round = 0
  for (const { event, position } of log) {
    if (event._tag === "QuestionDrawn") round = event.round
    else if (event._tag === "AppealRequested") versions.set(round, position)
    else if (event._tag === "RulingMade") versions.set(event.round, position)
  }
  return versions
}

type WithResults = Extract<GameState, { readonly results: unknown; readonly players: unknown }>

export const appealsIn = (
  { conversation, id, title }: GameSummary,
  { players, results }: WithResults,
  log: ReadonlyArray<ArchivedEvent>
): ReadonlyArray<typeof AppealJson.Type> => {
  const asked = new Map(
    log.flatMap(({ event }) => (event._tag === "QuestionDrawn" ? [[event.question.id, event.question] as const] : []))
  )
  const versions = appealVersions(log)
  const names = new Map(players.map((player) => [player.id, player.name]))
  return results.flatMap(({ answerer, appeal, given, question }, i) => {
    if (appeal !== "open") return []
    const known = asked.get(question)
    return [
      {
        game: id,
        conversation,
        title,
        round: i + 1,
        version: versions.get(i + 1) ?? 0,
        given,
        answerer: answerer === null ? null : (names.get(answerer) ?? null),
        question: known === undefined ? null : questionOf(known)
      }
    ]
  })
}
