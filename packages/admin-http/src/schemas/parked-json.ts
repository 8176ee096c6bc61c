/** A parked conversation as admins read it, and what they say to let it go on. */
import type { Parked, ParkedSummary } from "@znatoki/ports/parking"
import { DateTime, Schema } from "effect"

const ReleaseWayText = Schema.Literals(["retry", "skip"])

/** `retry`: with the event that failed once more; `skip`: without it. */
export const ReleaseOrder = Schema.Struct({ with: ReleaseWayText })
export const ReleasedJson = Schema.Struct({ conversation: Schema.String, release: ReleaseWayText })

const summary = {
  conversation: Schema.String,
  source: Schema.String,
  /** In the list its first line. */
  error: Schema.String,
  failedAt: Schema.String,
  since: Schema.String,
  waiting: Schema.Natural,
  dropped: Schema.Natural,
  release: Schema.NullOr(ReleaseWayText)
}

export const ParkedJson = Schema.Struct(summary)
export const WholeParkedJson = Schema.Struct({
  ...summary,
  /** Null once it is done and only what waited is being played. */
  event: Schema.Unknown,
  /** As the engine keeps states; null where it could not be read. */
  snapshot: Schema.Unknown,
  version: Schema.NullOr(Schema.Natural)
})

const iso = (atMs: number) => DateTime.formatIso(DateTime.makeUnsafe(atMs))

export const parkedJson = ({
  conversation,
  dropped,
  error,
  failedAtMs,
  release,
  sinceMs,
  source,
  waiting
}: ParkedSummary): typeof ParkedJson.Type => ({
  conversation,
  source,
  error: error.split("\n", 1)[0] ?? "",
  failedAt: iso(failedAtMs),
  since: iso(sinceMs),
  waiting,
  dropped,
  release
})

const parsed = (text: string | null | undefined): unknown =>
  text === null || text === undefined ? null : JSON.parse(text)

export const wholeParkedJson = (parked: Parked): typeof WholeParkedJson.Type => ({
  ...parkedJson(parked),
  error: parked.error,
  event: parsed(parked.task),
  snapshot: parsed(parked.met?.snapshot),
  version: parked.met?.version ?? null
})
