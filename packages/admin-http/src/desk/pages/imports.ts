/** `/desk/imports`: a file of questions is sent, looked at, and brought in while one watches how far it is. */
import type { ImportNote } from "@znatoki/ports/pack-imports"
import { formats } from "@znatoki/questions/formats"
import { Effect, Schema } from "effect"
import { html } from "hono/html"
import { mayDo } from "../../auth/role.ts"
import type { Html } from "../../pages/value-tree.ts"
import { malformed, refusedFor } from "../../parse-request.ts"
import { ImportJson, ImportRowJson } from "../../schemas/import-json.ts"
import { flawOfAddress } from "../../schemas/pack-json.ts"
import { uploadMedia } from "../../upload.ts"
import type { Asked, Page } from "../page.ts"
import { apiList } from "../parts/api-list.ts"
import { choiceOf } from "../parts/choice.ts"
import { actionForm, textField } from "../parts/fields.ts"
import { pathWith } from "../parts/further-link.ts"
import { liveRegion } from "../parts/live-region.ts"
import { table } from "../parts/table.ts"
import { pictureShown } from "./question-picture.ts"
import { isoMoment } from "../parts/when.ts"
import { readApi } from "../read-api.ts"
import type { Words } from "../words/words.ts"

export const importsPath = "/desk/imports"
const api = "/api/v1/imports"

type Import = typeof ImportJson.Type
type Report = NonNullable<Import["report"]>

const sendForm = ({ context, words }: Asked): Html => {
  const { imports, packs } = words
  return html`<form class="card" method="post" action="${importsPath}" enctype="multipart/form-data">
    <label>${imports.file} <small>${imports.fileHint}</small> <input type="file" name="file" required /></label>
    ${textField({ label: imports.pack, name: "pack", hint: imports.packHint, value: context.req.query("pack") ?? "" })}
    ${choiceOf(imports.format, "format", "", [["", imports.anyFormat], ...formats.map((one) => [one, one] as const)])}
    ${textField({ label: packs.licence, name: "licence", hint: imports.licenceHint })}
    <label class="check"><input type="checkbox" name="draft" checked /> ${imports.draft}</label>
    <button>${imports.send}</button>
  </form>`
}

const show = Effect.fnUntraced(function* (asked: Asked) {
  const { who, words } = asked
  const { imports, language } = words
  const list = yield* apiList(asked, {
    api,
    path: importsPath,
    schema: ImportRowJson,
    label: imports.sent,
    empty: imports.empty,
    columns: [
      {
        head: imports.file,
        cell: ({ file, id, pack }) => html`<a class="long" href="${importsPath}/${id}">${file === "" ? pack : file}</a>`
      },
      { head: imports.pack, cell: ({ pack }) => pack },
      { head: words.questions.state, cell: ({ state }) => imports.states[state] },
      { head: words.letters.when, cell: ({ sentAt }) => isoMoment(sentAt, language) },
      { head: words.audit.who, cell: ({ by }) => by ?? "—" }
    ]
  })
  return {
    title: imports.title,
    main: html`<h1>${imports.title}</h1>
      ${who !== null && mayDo(who.role, "editor") ? sendForm(asked) : ""}
      <h2>${imports.sent}</h2>
      ${list}`
  }
})

const noFile = () => malformed("There is no file in the form.")

/** A pack is called after its file where nothing else is said. */
const keyOf = (name: string): string => name.replace(/(?<=.)\.[^.]{1,5}$/, "").slice(0, 100)

const send = Effect.fnUntraced(function* ({ callApi, context }: Asked) {
  const form = yield* Effect.tryPromise({ try: () => context.req.parseBody(), catch: noFile })
  const { file } = form
  if (!(file instanceof File)) return yield* noFile()
  const text = (name: string): string => (typeof form[name] === "string" ? form[name].trim() : "")
  const pack = text("pack") === "" ? keyOf(file.name) : text("pack")
  const flaw = flawOfAddress(pack)
  if (flaw !== null) return yield* refusedFor("invalid-body", [{ path: "pack", message: flaw }])
  const query = {
    file: file.name.slice(0, 300),
    format: text("format"),
    licence: text("licence"),
    draft: text("draft") === "on" ? "true" : "false"
  }
  const { json } = yield* callApi(context, {
    method: "POST",
    path: pathWith(`/api/v1/packs/${encodeURIComponent(pack)}/imports`, query),
    headers: { "Content-Type": uploadMedia },
    body: file
  })
  const { id } = Schema.decodeUnknownSync(Schema.Struct({ id: Schema.String }))(json)
  return context.redirect(`${importsPath}/${id}`, 303)
})

const inWords =
  ({ problems }: Words) =>
  ({ line, text }: ImportNote): ImportNote => ({ line, text: problems.note(text) })

const notesPart = (title: string, count: number, notes: ReadonlyArray<ImportNote>, { imports }: Words): Html =>
  count === 0
    ? html``
    : html`<details open>
        <summary>${title}: ${count}</summary>
        ${table(
          title,
          [
            { head: imports.line, cell: ({ line }) => line, numeric: true },
            { head: imports.what, cell: ({ text }) => html`<span class="long">${text}</span>` }
          ],
          notes
        )}
      </details>`

const facts = (report: Report, { imports, packs }: Words): ReadonlyArray<readonly [string, string]> => [
  [imports.understood, imports.questions(report.questions)],
  [imports.format, [report.format, report.encoding].filter((each) => each !== null).join(", ")],
  [packs.name, report.title ?? "—"],
  [packs.licence, report.licence ?? packs.noLicence],
  [packs.commercial, packs.commercialIs[report.commercial]],
  [imports.comes, imports.counts(report.counts)]
]

/** Seen as they are kept; `loading`: of many only those are fetched that somebody looks at. */
const picturesPart = ({ pictured = 0, pictures = [] }: Report, { imports }: Words): Html =>
  pictured === 0
    ? html``
    : html`<h2>${imports.pictures}: ${pictured}</h2>
        <ul class="pictures">
          ${pictures.map(
            ({ address, height, line, name, size, width }) =>
              html`<li>
                ${pictureShown(address, name)}
                <span class="long">${name}</span>
                <small
                  >${imports.line} ${line}, ${width} × ${height}, ${imports.kilobytes(Math.ceil(size / 1024))}</small
                >
              </li>`
          )}
        </ul>`

const reportPart = (report: Report, words: Words): Html => {
  const { imports, packs, questions } = words
  return html`<dl class="card">
      ${facts(report, words).map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`
      )}
      ${
        report.fixed
          ? html`<div>
              <dt>${packs.fixed}</dt>
              <dd>${words.yes}</dd>
            </div>`
          : ""
      }
    </dl>
    ${notesPart(imports.left, report.leftOut, report.left.map(inWords(words)), words)}
    ${notesPart(imports.warnings, report.warned, report.warnings.map(inWords(words)), words)}
    ${notesPart(imports.waits, report.waiting, report.waits.map(inWords(words)), words)}
    ${notesPart(
      imports.twins,
      report.counts.twins,
      report.twins.map(({ line, pack, text }) => ({ line, text: `${pack ?? imports.byEditor}: ${text}` })),
      words
    )}
    ${picturesPart(report, words)}
    ${
      report.sample.length === 0
        ? ""
        : html`<h2>${imports.sample}</h2>
            ${table(
              imports.sample,
              [
                { head: imports.line, cell: ({ line }) => line, numeric: true },
                { head: questions.text, cell: ({ text }) => html`<span class="long">${text}</span>` },
                { head: questions.answer, cell: ({ answer }) => html`<span class="long">${answer}</span>` }
              ],
              report.sample
            )}`
    }`
}

const progressPart = ({ bytes, progress, state }: Import, { imports }: Words): Html =>
  state === "reading" || state === "bringing"
    ? html`<p>
        <label>${imports.progress} <progress max="${Math.max(1, bytes)}" value="${progress}"></progress></label>
      </p>`
    : html``

const read = (asked: Asked) =>
  readApi(asked, `${api}/${encodeURIComponent(asked.context.req.param("id") ?? "")}`, ImportJson)

const part = (found: Import, { who, words }: Asked): Html => {
  const { imports } = words
  const { id, pack, problem, report, state } = found
  const mayEdit = who !== null && mayDo(who.role, "editor")
  const here = `${importsPath}/${id}`
  return html`<p role="status">
      ${imports.states[state]}${problem === null ? "" : `: ${words.problems.note(problem)}`}
    </p>
    ${progressPart(found, words)}
    ${state === "done" ? html`<p><a href="/desk/packs/${encodeURIComponent(pack)}">${imports.toPack}</a></p>` : ""}
    ${mayEdit && state === "read" ? actionForm(`${here}/commit`, imports.bring, {}, false) : ""}
    ${report === null ? "" : reportPart(report, words)} ${mayEdit ? actionForm(`${here}/forget`, imports.forget) : ""}`
}

const one = Effect.fnUntraced(function* (asked: Asked) {
  const found = yield* read(asked)
  const title = asked.words.imports.of(found.file === "" ? found.pack : found.file, found.pack)
  return {
    title,
    main: html`<h1>${title}</h1>
      ${liveRegion(asked, `${importsPath}/${found.id}/live`, part(found, asked))}`
  }
})

const live = (asked: Asked) => Effect.map(read(asked), (found) => part(found, asked))

const act = (method: "POST" | "DELETE", suffix: string, to: (id: string) => string) =>
  Effect.fnUntraced(function* ({ callApi, context }: Asked) {
    const id = encodeURIComponent(context.req.param("id") ?? "")
    yield* callApi(context, { method, path: `${api}/${id}${suffix}` })
    return context.redirect(to(id), 303)
  })

export const importsPages: ReadonlyArray<Page> = [
  { method: "GET", path: importsPath, role: "viewer", show },
  { method: "POST", path: importsPath, role: "editor", show: send },
  { method: "GET", path: `${importsPath}/:id`, role: "viewer", show: one, live },
  {
    method: "POST",
    path: `${importsPath}/:id/commit`,
    role: "editor",
    show: act("POST", "/commit", (id) => `${importsPath}/${id}`)
  },
  { method: "POST", path: `${importsPath}/:id/forget`, role: "editor", show: act("DELETE", "", () => importsPath) }
]
