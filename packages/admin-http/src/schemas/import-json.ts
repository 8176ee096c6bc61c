/** A file that was sent, and what came of it or would come, as clients read it. */
import { ImportOrder, ImportReport, ImportState, type PackImport } from "@znatoki/ports/pack-imports"
import { DateTime, Schema } from "effect"

export const ImportIdText = Schema.String.check(
  Schema.isPattern(/^[1-9]\d{0,14}$/, { message: "Expected a whole number" })
)

export const ImportJson = Schema.Struct({
  id: Schema.String,
  ...ImportOrder.fields,
  state: ImportState,
  bytes: Schema.Natural,
  /** Of its bytes so many are done. */
  progress: Schema.Natural,
  /** Null: it is not known yet. */
  report: Schema.NullOr(Schema.Struct(ImportReport.fields)),
  /** Why it failed. */
  problem: Schema.NullOr(Schema.String),
  sentAt: Schema.String,
  changedAt: Schema.String
})

const iso = (atMs: number) => DateTime.formatIso(DateTime.makeUnsafe(atMs))

export const importJson = ({ changedAtMs, id, order, sentAtMs, ...rest }: PackImport): typeof ImportJson.Type => ({
  ...order,
  ...rest,
  id: String(id),
  sentAt: iso(sentAtMs),
  changedAt: iso(changedAtMs)
})

/** In a list the report is left out: it may be long. */
export const ImportRowJson = Schema.Struct({ ...ImportJson.fields, report: Schema.Null })
export const importRowJson = (found: PackImport): typeof ImportRowJson.Type => ({ ...importJson(found), report: null })
