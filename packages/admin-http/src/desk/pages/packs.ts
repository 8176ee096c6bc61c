/** `/desk/packs`: packs of questions, and one of them: what may be done with it, its questions' states, its file. */
import { writtenFormats } from "@znatoki/questions/print-pack"
import { Effect } from "effect"
import { html } from "hono/html"
import { mayDo } from "../../auth/role.ts"
import type { Html } from "../../pages/value-tree.ts"
import type { Problem } from "../../problem.ts"
import { PackJson } from "../../schemas/pack-json.ts"
import { field, type Fields, fieldsOf } from "../form.ts"
import type { Asked, Page, Shown } from "../page.ts"
import { apiList } from "../parts/api-list.ts"
import { choiceOf } from "../parts/choice.ts"
import { actionForm, areaField, textField } from "../parts/fields.ts"
import { orAsItIs } from "../or-as-it-is.ts"
import { pathWith } from "../parts/further-link.ts"
import { isoMoment } from "../parts/when.ts"
import { isMoved, isOfForm, sentNote } from "../problem-shown.ts"
import { readApi } from "../read-api.ts"
import type { Words } from "../words/words.ts"
import { conversationLink } from "./conversations.ts"
import { importsPath } from "./imports.ts"

const path = "/desk/packs"
const api = "/api/v1/packs"

type Pack = typeof PackJson.Type

const changedBy = ({ changedAt, changedBy }: Pack, { language }: Words): Html | string =>
  changedAt === null ? "—" : html`${isoMoment(changedAt, language)}${changedBy === null ? "" : `, ${changedBy}`}`

const show = Effect.fnUntraced(function* (asked: Asked) {
  const { words } = asked
  const { packs, states } = words
  const list = yield* apiList(asked, {
    api,
    path,
    schema: PackJson,
    label: packs.title,
    empty: packs.empty,
    columns: [
      {
        head: packs.name,
        cell: ({ key, title }) => html`<a class="long" href="${path}/${encodeURIComponent(key)}">${title}</a>`
      },
      { head: packs.licence, cell: ({ licence }) => html`<span class="long">${licence ?? packs.noLicence}</span>` },
      { head: packs.commercial, cell: ({ commercial }) => packs.commercialIs[commercial] },
      { head: states.published, cell: ({ questions }) => questions.published, numeric: true },
      { head: states.draft, cell: ({ questions }) => questions.draft + questions.review, numeric: true },
      { head: packs.changed, cell: (pack) => changedBy(pack, words) }
    ]
  })
  return {
    title: packs.title,
    main: html`<h1>${packs.title}</h1>
      <p><a href="${importsPath}">${packs.bring}</a></p>
      ${list}`
  }
})

const texts = ["title", "licence", "credit", "url", "editors", "played"] as const

const labelOf = (name: (typeof texts)[number] | "info", packs: Words["packs"]): string =>
  packs[name === "title" ? "name" : name]

/** As the fields of the form have it. */
const fieldsOfPack = (pack: Pack): Fields => ({
  ...Object.fromEntries([...texts, "info" as const].map((name) => [name, pack[name] ?? ""])),
  commercial: pack.commercial,
  owner: pack.owner ?? "",
  ...(pack.fixed ? { fixed: "on" } : {})
})

/** `version`: the one that is changed. */
const editor = (here: string, fields: Fields, version: number, { packs }: Words): Html =>
  html`<form class="card" method="post" action="${here}">
    <input type="hidden" name="version" value="${version}" />
    ${texts.map((name) =>
      textField({
        label: labelOf(name, packs),
        name,
        value: fields[name] ?? "",
        required: name === "title",
        ...hintOf(name, packs)
      })
    )}
    ${areaField({ label: packs.info, name: "info", value: fields["info"] ?? "" })}
    ${textField({ label: packs.owner, name: "owner", value: fields["owner"] ?? "", hint: packs.ownerHint })}
    ${choiceOf(packs.commercial, "commercial", fields["commercial"] ?? "unknown", [
      ["yes", packs.commercialIs.yes],
      ["no", packs.commercialIs.no],
      ["unknown", packs.commercialIs.unknown]
    ])}
    <label class="check">
      <input type="checkbox" name="fixed" ${fields["fixed"] === "on" ? html`checked` : ""} />
      ${packs.fixed}
    </label>
    <button>${packs.save}</button>
  </form>`

const hintOf = (name: (typeof texts)[number], { creditHint }: Words["packs"]) =>
  name === "credit" ? { hint: creditHint } : {}

const asRead = (pack: Pack, { packs, yes }: Words): Html =>
  html`<dl class="card">
    ${([...texts, "info"] as const)
      .filter((name) => pack[name] !== null)
      .map(
        (name) =>
          html`<div>
            <dt>${labelOf(name, packs)}</dt>
            <dd>${pack[name]}</dd>
          </div>`
      )}
    <div>
      <dt>${packs.commercial}</dt>
      <dd>${packs.commercialIs[pack.commercial]}</dd>
    </div>
    ${
      pack.owner === null
        ? ""
        : html`<div>
            <dt>${packs.owner}</dt>
            <dd>${pack.owner}</dd>
          </div>`
    }
    ${
      pack.fixed
        ? html`<div>
            <dt>${packs.fixed}</dt>
            <dd>${yes}</dd>
          </div>`
        : ""
    }
  </dl>`

/** What can be done with all that are in one state. */
const moves = [
  ["draft", "review"],
  ["draft", "published"],
  ["review", "published"],
  ["published", "retired"]
] as const

const stateForms = (here: string, { questions, version }: Pack, { packs, states }: Words): ReadonlyArray<Html> =>
  moves
    .filter(([from]) => questions[from] > 0)
    .map(([from, to]) =>
      actionForm(`${here}/state`, `${packs.move(questions[from], states[from])} → ${states[to]}`, {
        from,
        to,
        version: String(version)
      })
    )

const countsOf = ({ key, questions }: Pack, { packs, states }: Words): Html => {
  const list = (state: string) => pathWith("/desk/questions", { pack: key, state })
  return html`<ul>
    ${(["draft", "review", "published", "retired"] as const)
      .filter((state) => questions[state] > 0)
      .map((state) => html`<li><a href="${list(state)}">${states[state]}</a>: ${questions[state]}</li>`)}
    ${questions.resting > 0 ? html`<li>${packs.resting}: ${questions.resting}</li>` : ""}
  </ul>`
}

const filePart = (here: string, pack: Pack, mayEdit: boolean, { packs, questions }: Words): Html =>
  html`<h2>${packs.file}</h2>
    <p>${packs.fileHint}</p>
    <ul>
      ${writtenFormats.map(
        (format) =>
          html`<li>
            <a href="${api}/${encodeURIComponent(pack.key)}/file?format=${format}" download>${packs.formats[format]}</a
            >,
            <a href="${here}/losses?format=${format}">${packs.losses.toLowerCase()} ${format}</a>
          </li>`
      )}
    </ul>
    ${mayEdit ? html`<p><a href="${pathWith(importsPath, { pack: pack.key })}">${packs.bring}</a></p>` : ""}
    ${mayEdit && !pack.fixed ? html`<p><a href="${pathWith("/desk/questions/new", { pack: pack.key })}">${questions.write}</a></p>` : ""}`

/** As it was sent and not taken. */
interface Sent {
  readonly fields: Fields
  readonly problem: Problem
}

const statusOf = (sent: Sent | null) => (sent === null ? 200 : isMoved(sent.problem) ? 412 : 400)

const oneShown = Effect.fnUntraced(function* (asked: Asked, sent: Sent | null) {
  const { context, who, words } = asked
  const { packs } = words
  const key = encodeURIComponent(context.req.param("pack") ?? "")
  const pack = yield* readApi(asked, `${api}/${key}`, PackJson)
  const here = `${path}/${key}`
  const mayEdit = who !== null && mayDo(who.role, "editor")
  const shown: Shown = {
    title: pack.title,
    status: statusOf(sent),
    main: html`<h1>${pack.title}</h1>
      ${context.req.query("saved") === "yes" ? html`<p class="good" role="status">${words.questions.saved}</p>` : ""}
      ${pack.owner === null ? "" : html`<p>${packs.owner}: ${conversationLink(pack.owner, null)}</p>`}
      ${sent === null ? "" : sentNote(words, sent.problem, asRead(pack, words))}
      ${mayEdit ? editor(here, sent?.fields ?? fieldsOfPack(pack), pack.version, words) : asRead(pack, words)}
      <p>${packs.changed}: ${changedBy(pack, words)}</p>
      <h2>${words.nav.questions}</h2>
      ${countsOf(pack, words)} ${mayEdit ? html`<div class="actions">${stateForms(here, pack, words)}</div>` : ""}
      ${filePart(here, pack, mayEdit, words)}`
  }
  return shown
})

const one = (asked: Asked) => oneShown(asked, null)

const changesIn = (fields: Fields) => ({
  ...Object.fromEntries([...texts, "info"].map((name) => [name, field(fields, name)])),
  commercial: field(fields, "commercial"),
  fixed: fields["fixed"] === "on",
  owner: field(fields, "owner") === "" ? null : field(fields, "owner")
})

/** Sent back with what is wrong with it, or with what somebody else has made of it: nobody writes it again. */
const change = Effect.fnUntraced(function* (asked: Asked) {
  const { callApi, context } = asked
  const fields = yield* fieldsOf(context)
  const key = encodeURIComponent(context.req.param("pack") ?? "")
  const headers = { "If-Match": `"${field(fields, "version")}"` }
  return yield* callApi(context, { method: "PATCH", path: `${api}/${key}`, headers, body: changesIn(fields) }).pipe(
    Effect.map(() => context.redirect(`${path}/${key}?saved=yes`, 303)),
    Effect.catchTag("Problem", (problem) =>
      isOfForm(problem) ? oneShown(asked, { fields, problem }) : Effect.fail(problem)
    )
  )
})

const moving = Effect.fnUntraced(function* ({ callApi, context }: Asked) {
  const fields = yield* fieldsOf(context)
  const key = encodeURIComponent(context.req.param("pack") ?? "")
  const body = { from: field(fields, "from"), to: field(fields, "to") }
  const headers = { "If-Match": `"${field(fields, "version")}"` }
  yield* callApi(context, { method: "POST", path: `${api}/${key}/state`, headers, body })
  return context.redirect(`${path}/${key}`, 303)
})

const move = (asked: Asked) => orAsItIs(asked, moving(asked), one)

export const packsPages: ReadonlyArray<Page> = [
  { method: "GET", path, role: "viewer", show },
  { method: "GET", path: `${path}/:pack`, role: "viewer", show: one },
  { method: "POST", path: `${path}/:pack`, role: "editor", show: change },
  { method: "POST", path: `${path}/:pack/state`, role: "editor", show: move }
]
