/** What a person can ask for, by a button or by words. A button carries the moment it was shown in. */
import { EpochMs, Moment, PlayerId, PresetName } from "@znatoki/engine"
import { Schema } from "effect"

export const Action = Schema.TaggedUnion({
  Start: { preset: Schema.NullOr(PresetName) },
  /** The same people once more. */
  Again: {},
  Stop: {},
  /** To the question that was asked at that time: it outlasts the step it was asked in, so it carries no moment. */
  StopAnswer: { game: Schema.Natural, askedAtMs: EpochMs, yes: Schema.Boolean },
  Info: {},
  Help: {},
  Rules: {},
  Settings: {},
  Rating: {},
  PlayerStatistics: {},
  History: {},
  Seasons: {},
  /** Whether the time is seen to run in the next game. */
  Clock: { seen: Schema.NullOr(Moment), on: Schema.Boolean },
  Preset: { seen: Schema.NullOr(Moment), preset: PresetName },
  Join: { seen: Schema.NullOr(Moment) },
  Leave: { seen: Schema.NullOr(Moment) },
  Go: { seen: Schema.NullOr(Moment) },
  Early: { seen: Schema.NullOr(Moment) },
  Name: { seen: Schema.NullOr(Moment), player: PlayerId },
  Minute: { seen: Schema.NullOr(Moment) },
  Club: { seen: Schema.NullOr(Moment) },
  Vote: { seen: Schema.NullOr(Moment), yes: Schema.Boolean },
  Appeal: { seen: Schema.NullOr(Moment) },
  Pause: { seen: Schema.NullOr(Moment) },
  Resume: { seen: Schema.NullOr(Moment) },
  Next: { seen: Schema.NullOr(Moment) }
})
export type Action = typeof Action.Type
