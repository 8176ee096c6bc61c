/** `/desk/audit`: who did what at the desk, the newest first. */
import { Effect } from "effect"
import { html } from "hono/html"
import { AuditJson } from "../../schemas/admin-json.ts"
import type { Asked, Page } from "../page.ts"
import { apiList } from "../parts/api-list.ts"
import { isoMoment } from "../parts/when.ts"

const path = "/desk/audit"

const show = Effect.fnUntraced(function* (asked: Asked) {
  const { audit, language } = asked.words
  const list = yield* apiList(asked, {
    api: "/api/v1/audit",
    path,
    schema: AuditJson,
    label: audit.title,
    empty: audit.empty,
    columns: [
      { head: audit.when, cell: ({ at }) => isoMoment(at, language) },
      { head: audit.who, cell: ({ who }) => who },
      {
        head: audit.did,
        cell: ({ did, fields }) => html`<code>${did}</code> ${fields.length === 0 ? "" : `(${fields.join(", ")})`}`
      },
      { head: audit.to, cell: ({ to }) => to ?? "—" },
      { head: audit.outcome, cell: ({ outcome }) => (outcome === "ordered" ? audit.done : outcome) }
    ]
  })
  return {
    title: audit.title,
    main: html`<h1>${audit.title}</h1>
      ${list}`
  }
})

export const auditPages: ReadonlyArray<Page> = [{ method: "GET", path, role: "owner", show }]
