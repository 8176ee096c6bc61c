/** `/desk/audit`: who did what at the desk, the newest first. */
import { Effect } from "effect"
import { html } from "hono/html"
import { AuditJson } from "../../schemas/admin-json.ts"
import type { Asked, Page } from "../page.ts"
import { apiList } from "../parts/api-list.ts"
import { isoMoment } from "../parts/when.ts"
import type { Html } from "../../pages/value-tree.ts"
import { auditWords } from "../words/audit.ts"
import type { Language } from "../words/words.ts"

const path = "/desk/audit"

const deed = ({ did, fields }: typeof AuditJson.Type, language: Language): Html => {
  const words = auditWords[language]
  const what = words.did[did]
  const set = fields.map((name) => words.fields[name] ?? name).join(", ")
  return html`${what ?? html`<code>${did}</code>`}${set === "" ? "" : `: ${set}`}`
}

type Entry = typeof AuditJson.Type

const requestOf = ({ did, requestId }: Entry): string => `${requestId} ${did}`

/** What is wanted is written down before it is done: of what was refused then, the refusal is what came of it. */
const withoutRefused = (entries: ReadonlyArray<Entry>): ReadonlyArray<Entry> => {
  const refused = new Set(entries.filter(({ outcome }) => outcome !== "ordered").map(requestOf))
  return entries.filter((entry) => entry.outcome !== "ordered" || !refused.has(requestOf(entry)))
}

const show = Effect.fnUntraced(function* (asked: Asked) {
  const { audit, language } = asked.words
  const list = yield* apiList(asked, {
    api: "/api/v1/audit",
    path,
    schema: AuditJson,
    label: audit.title,
    empty: audit.empty,
    shown: withoutRefused,
    columns: [
      { head: audit.when, cell: ({ at }) => isoMoment(at, language) },
      { head: audit.who, cell: ({ who }) => (who === "nobody" ? audit.nobody : who) },
      { head: audit.did, cell: (entry) => deed(entry, language) },
      { head: audit.to, cell: ({ to }) => to ?? "—" },
      { head: audit.outcome, cell: ({ outcome }) => auditWords[language].outcome(outcome) }
    ]
  })
  return {
    title: audit.title,
    main: html`<h1>${audit.title}</h1>
      ${list}`
  }
})

export const auditPages: ReadonlyArray<Page> = [{ method: "GET", path, role: "owner", show }]
