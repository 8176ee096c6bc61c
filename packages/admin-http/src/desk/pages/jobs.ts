/** `/desk/jobs`: what is done by the clock, what failed of it and why, and how it is run once more. */
import { communitiesIn, type Figures, figuresIn, ofCommunity } from "@znatoki/chat/digest"
import { dailyDigestName } from "@znatoki/ports/jobs"
import { Effect } from "effect"
import { html } from "hono/html"
import { mayDo } from "../../auth/role.ts"
import type { Html } from "../../pages/value-tree.ts"
import { pageJson } from "../../cursor.ts"
import { JobRunJson, JobsJson } from "../../schemas/job-json.ts"
import type { Asked, Page } from "../page.ts"
import { apiList } from "../parts/api-list.ts"
import { choiceOf } from "../parts/choice.ts"
import { actionForm } from "../parts/fields.ts"
import { table, tableOr } from "../parts/table.ts"
import { dayWords, isoMoment } from "../parts/when.ts"
import { readApi } from "../read-api.ts"
import { jobWords } from "../words/jobs.ts"
import type { Language } from "../words/words.ts"

const path = "/desk/jobs"
const states = ["waiting", "running", "done", "failed"] as const

const mayAct = ({ who }: Asked): boolean => who !== null && mayDo(who.role, "owner")

const schedule = Effect.fnUntraced(function* (asked: Asked) {
  const { language, parked } = asked.words
  const { jobs, says } = jobWords[language]
  const { items } = yield* readApi(asked, "/api/v1/jobs", JobsJson)
  return tableOr(
    says.none,
    says.schedule,
    [
      { head: says.job, cell: ({ name }) => html`${jobs[name] ?? name}<br /><code>${name}</code>` },
      { head: says.when, cell: ({ cron }) => html`<code>${cron}</code>` },
      { head: says.next, cell: ({ next }) => isoMoment(next, language) },
      { head: says.last, cell: ({ lastDone }) => (lastDone === null ? says.never : isoMoment(lastDone, language)) },
      { head: says.failed, cell: ({ failed }) => failed, numeric: true },
      {
        head: parked.actions,
        cell: ({ name }) => (mayAct(asked) ? actionForm(`${path}/${encodeURIComponent(name)}/runs`, says.start) : "—")
      }
    ],
    items
  )
})

const digestFigures = [
  "games",
  "wins",
  "rounds",
  "right",
  "players",
  "appeals",
  "openAppeals",
  "undelivered",
  "parked",
  "proposals",
  "disliked",
  "failedJobs"
] as const
/** Two weeks. */
const digestsShown = 14

const digest = Effect.fnUntraced(function* (asked: Asked) {
  const { language } = asked.words
  const { says } = jobWords[language]
  const query = `job=${dailyDigestName}&state=done&limit=${digestsShown}`
  const { items } = yield* readApi(asked, `/api/v1/job-runs?${query}`, pageJson(JobRunJson))
  const told = items.flatMap(({ result }) => (result === null ? [] : [result]))
  const all = tableOr(
    says.noDigest,
    says.digest,
    [
      { head: says.day, cell: ({ day = 0 }) => dayWords(day, language) },
      ...digestFigures.map((name) => ({
        head: says[name],
        // One of a version before this one does not have them all.
        cell: (figures: Figures) => figures[name] ?? "—",
        numeric: true as const
      }))
    ],
    told
  )
  return html`${all}${digestByCommunity(language, told)}`
})

/** Of days on which games of several ended. */
const digestByCommunity = (language: Language, told: ReadonlyArray<Figures>): Html => {
  const { says } = jobWords[language]
  const rows = told.flatMap((figures) =>
    communitiesIn(figures).map((community) => ({
      day: figures["day"] ?? 0,
      community,
      ...figuresIn(figures, community)
    }))
  )
  if (rows.length === 0) return html``
  return html`<h3>${says.byCommunity}</h3>
    ${table(
      says.byCommunity,
      [
        { head: says.day, cell: ({ day }) => dayWords(day, language) },
        { head: says.community, cell: ({ community }) => html`<code>${community}</code>` },
        ...ofCommunity.map((name) => ({
          head: says[name],
          cell: (row: (typeof rows)[number]) => row[name],
          numeric: true as const
        }))
      ],
      rows
    )}`
}

/** What others have said stays in their words. */
const failure = (error: string, ours: string | null): Html =>
  ours === null ? html`<q class="long" lang="en">${error}</q>` : html`<span class="long">${ours}</span>`

const outcome = (language: Asked["words"]["language"], { error, result }: typeof JobRunJson.Type): Html => {
  const { error: told, figures } = jobWords[language]
  if (error !== null) return failure(error, told(error))
  // Which day a digest is of, and what each community did, stand in tables of their own.
  const said = Object.entries(result ?? {}).flatMap(([name, count]) =>
    name === "day" || name.includes("@") ? [] : [`${figures[name] ?? name}: ${count}`]
  )
  return html`${said.length === 0 ? "—" : said.join(", ")}`
}

const filterForm = (asked: Asked, state: string): Html => {
  const { says, states: names } = jobWords[asked.words.language]
  const options = [["", says.all] as const, ...states.map((each) => [each, names[each]] as const)]
  return html`<form class="filter" method="get" action="${path}">
    ${choiceOf(says.runsOf, "state", state, options)}
    <button class="quiet">${says.show}</button>
  </form>`
}

const show = Effect.fnUntraced(function* (asked: Asked) {
  const { language, parked } = asked.words
  const { jobs, says, states: names } = jobWords[language]
  const wanted = asked.context.req.query("state") ?? ""
  const state = states.find((each) => each === wanted) ?? ""
  const due = yield* schedule(asked)
  const days = yield* digest(asked)
  const runs = yield* apiList(asked, {
    api: "/api/v1/job-runs",
    path,
    schema: JobRunJson,
    label: says.runs,
    empty: says.noRuns,
    query: { state },
    columns: [
      { head: says.job, cell: ({ job }) => jobs[job] ?? job },
      { head: says.state, cell: (run) => names[run.state] },
      { head: says.began, cell: ({ beganAt, madeAt }) => isoMoment(beganAt ?? madeAt, language) },
      { head: says.attempts, cell: ({ attempts }) => attempts, numeric: true },
      { head: says.outcome, cell: (run) => outcome(language, run) },
      {
        head: parked.actions,
        cell: ({ id, job, state: its }) =>
          its === "failed" && mayAct(asked)
            ? actionForm(`${path}/${encodeURIComponent(job)}/runs/${encodeURIComponent(id)}/retry`, says.again)
            : "—"
      }
    ]
  })
  return {
    title: says.title,
    main: html`<h1>${says.title}</h1>
      <p>${says.hint}</p>
      <h2>${says.schedule}</h2>
      ${due}
      <h2>${says.digest}</h2>
      <p>${says.digestHint}</p>
      ${days}
      <h2>${says.runs}</h2>
      ${filterForm(asked, state)} ${runs}`
  }
})

const acting = (what: (context: Asked["context"]) => string) =>
  Effect.fnUntraced(function* ({ callApi, context }: Asked) {
    const job = encodeURIComponent(context.req.param("job") ?? "")
    yield* callApi(context, { method: "POST", path: `/api/v1/jobs/${job}/runs${what(context)}` })
    return context.redirect(path, 303)
  })

const again = acting((context) => `/${encodeURIComponent(context.req.param("id") ?? "")}/retry`)

export const jobsPages: ReadonlyArray<Page> = [
  { method: "GET", path, role: "viewer", show },
  { method: "POST", path: `${path}/:job/runs`, role: "owner", show: acting(() => "") },
  { method: "POST", path: `${path}/:job/runs/:id/retry`, role: "owner", show: again }
]
