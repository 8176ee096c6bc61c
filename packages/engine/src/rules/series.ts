/** How far a blitz has got, and what is different in one. */
import type { BlitzPlace } from "../game-effect.ts"
import type { Series, Wheel } from "../game-state.ts"
import type { DurationMs, PlayerId } from "../ids.ts"
import type { Settings } from "../settings.ts"

interface InSeries {
  readonly settings: Settings
  readonly series: Series | null
}

/** Which question of its round: 1 when it is the only one. */
export const placeIn = (series: Series | null): number => (series === null ? 1 : series.passed.length + 1)

/** The place of the question that is waited for. */
export const placeOf = ({ series }: Wheel): number => placeIn(series)

/** Which question of how many a blitz or super-blitz has got to; null in a round of one question. */
export const blitzPlaceOf = ({ series, settings }: InSeries): BlitzPlace | null =>
  series === null
    ? null
    : { question: placeIn(series), of: settings.blitzQuestions, solo: series._tag === "SuperBlitz" }

export const hasMoreQuestions = ({ series, settings }: InSeries): boolean =>
  series !== null && placeIn(series) < settings.blitzQuestions

export const thinkingMs = ({ series, settings }: InSeries): DurationMs =>
  series === null ? settings.discussionMs : settings.blitzMs

/** Who plays a super-blitz alone; null in any other round. */
export const soloistOf = (series: Series | null): PlayerId | null =>
  series?._tag === "SuperBlitz" ? series.soloist : null

export const withSoloist = (series: Series | null, soloist: PlayerId): Series | null =>
  series?._tag === "SuperBlitz" ? { ...series, soloist } : series
