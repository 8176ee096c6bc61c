/** A game and its log as admins read them: nothing is hidden. */
import { GameEvent, GameState, Score } from "@znatoki/engine"
import { ConversationId } from "@znatoki/chat/chat-input"
import type { ArchivedEvent, GameSummary } from "@znatoki/ports/game-archive"
import { DateTime, Schema } from "effect"
import { oneLine } from "../edge-text.ts"

export const GameIdText = Schema.String.check(
  Schema.isPattern(/^[^\p{Cc}\p{Cs}]{1,100}-(0|[1-9][0-9]{0,8})$/u, {
    message: "Expected <conversation>-<game>, for example vk:1:2000000001-3"
  })
)

export const ConversationText = ConversationId.check(Schema.isMaxLength(100), oneLine)

export const GameStatusText = Schema.Literals(["running", "finished"])

const summary = {
  id: Schema.String,
  conversation: Schema.String,
  /** What its people call it; null: not known. */
  title: Schema.NullOr(Schema.String),
  game: Schema.Natural,
  status: GameStatusText,
  phase: Schema.String,
  round: Schema.Natural,
  score: Score,
  updatedAt: Schema.String
}
export const GameJson = Schema.Struct(summary)
export const GameWithStateJson = Schema.Struct({ ...summary, state: GameState })
export const EventJson = Schema.Struct({
  position: Schema.Natural,
  source: Schema.NullOr(Schema.String),
  type: Schema.String,
  at: Schema.String,
  event: GameEvent
})

const iso = (atMs: number) => DateTime.formatIso(DateTime.makeUnsafe(atMs))

export const gameJson = ({
  id,
  conversation,
  title,
  game,
  status,
  phase,
  round,
  score,
  updatedAtMs
}: GameSummary): typeof GameJson.Type => ({
  id,
  conversation,
  title,
  game,
  status,
  phase,
  round,
  score,
  updatedAt: iso(updatedAtMs)
})

export const eventJson = ({ position, source, event }: ArchivedEvent): typeof EventJson.Type => ({
  position,
  source,
  type: event._tag,
  at: iso(event.atMs),
  event
})
