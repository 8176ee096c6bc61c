/** `/desk/conversations/<id>`: what the next game there begins with, the bot's silence, and how people play there. */
import { ConversationId } from "@znatoki/chat/chat-input"
import { PresetName } from "@znatoki/engine"
import { Level, type Shelves } from "@znatoki/chat/question-choice"
import { QuestionShelves } from "@znatoki/ports/question-shelves"
import { Effect, Schema } from "effect"
import { html } from "hono/html"
import { mayDo } from "../../auth/role.ts"
import { refusedFor } from "../../parse-request.ts"
import type { Html } from "../../pages/value-tree.ts"
import { ConversationStateJson, type SettingsJson } from "../../schemas/conversation-json.ts"
import { HistoryJson, SeasonsJson } from "../../routes/conversations.ts"
import { LeaderPageJson } from "../../routes/leaders.ts"
import { field, type Fields, fieldsOf } from "../form.ts"
import { orAsItIs } from "../or-as-it-is.ts"
import type { Asked, Page, Shown } from "../page.ts"
import { choiceOf } from "../parts/choice.ts"
import { dailyQuestionPart, daysIn } from "../parts/daily-question.ts"
import { actionForm, numberField } from "../parts/fields.ts"
import { pathWith } from "../parts/further-link.ts"
import { numbers } from "../parts/settings-numbers.ts"
import { tableOr } from "../parts/table.ts"
import { themeShown } from "../parts/themes.ts"
import { isoMoment } from "../parts/when.ts"
import { playerPath } from "./player.ts"
import { isMoved, isOfForm, type Sent, sentNote } from "../problem-shown.ts"
import { readApi } from "../read-api.ts"
import { type ConversationWords, conversationWords } from "../words/conversations.ts"
import type { Language, Words } from "../words/words.ts"

type State = ConversationStateJson
type Settings = typeof SettingsJson.Type

const root = "/desk/conversations"
const leadersMax = "10"

const idIn = ({ context }: Asked): string => context.req.param("conversation") ?? ""
const pageOf = (conversation: string): string => `${root}/${encodeURIComponent(conversation)}`
const apiOf = (conversation: string): string => `/api/v1/conversations/${encodeURIComponent(conversation)}`

const isPreset = Schema.is(PresetName)

const questionsIn = (
  { questions: { level, packs, themes } }: Settings,
  words: ConversationWords,
  language: Language
): string => {
  const parts = [
    ...(level === null ? [] : [words.levels[level]]),
    ...themes.map((theme) => themeShown(theme, language)),
    ...packs.map(({ title }) => `«${title}»`)
  ]
  return parts.length === 0 ? words.any : parts.join(", ")
}

const nextPart = (asked: Asked, { next, title }: State, words: ConversationWords): Html => {
  // Who has a title has played.
  if (next === null) return html`<p>${title === null ? words.unknown : words.unreadable}</p>`
  const rows: ReadonlyArray<readonly [string, string | number]> = [
    [words.format, isPreset(next.preset) ? words.presets[next.preset] : next.preset],
    ...numbers.flatMap((name) => {
      const value = next[name]
      return value === null ? [] : [[words[name], value] as const]
    }),
    [words.questions, questionsIn(next, words, asked.words.language)],
    [words.clock, next.clock ? asked.words.yes : asked.words.no]
  ]
  return html`<dl class="card">
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`
    )}
  </dl>`
}

const valuesOf = (settled: Settings | null): Fields =>
  settled === null
    ? { preset: "", clock: "on" }
    : {
        preset: settled.preset,
        ...Object.fromEntries(numbers.map((name) => [name, settled[name] === null ? "" : String(settled[name])])),
        level: settled.questions.level ?? "",
        theme: settled.questions.themes[0] ?? "",
        pack: settled.questions.packs[0]?.key ?? "",
        ...(settled.clock ? { clock: "on" } : {})
      }

const settingsForm = (
  { conversation, settled }: State,
  words: ConversationWords,
  around: { readonly version: string; readonly shelves: Shelves; readonly sent: Sent | null; readonly said: Words }
): Html => {
  const { said, sent, shelves, version } = around
  const { language } = said
  const values = sent?.fields ?? valuesOf(settled)
  const value = (name: string): string => values[name] ?? ""
  return html`<form class="card" method="post" action="${pageOf(conversation)}">
    <p>${words.hint}</p>
    <input type="hidden" name="version" value="${version}" />
    ${choiceOf(words.format, "preset", value("preset"), [
      ["", words.asInChat],
      ...PresetName.literals.map((name) => [name, words.presets[name]] as const)
    ])}
    ${numbers.map((name) => numberField({ label: words[name], name, value: value(name) }))}
    ${choiceOf(words.level, "level", value("level"), [
      ["", words.any],
      ...Level.literals.map((name) => [name, words.levels[name]] as const)
    ])}
    ${choiceOf(words.theme, "theme", value("theme"), [
      ["", words.any],
      ...shelves.themes.map(({ name, questions }) => [name, `${themeShown(name, language)} — ${questions}`] as const)
    ])}
    ${choiceOf(words.pack, "pack", value("pack"), [
      ["", words.any],
      ...shelves.packs.map(({ key, questions, title }) => [key, `${title} — ${questions}`] as const)
    ])}
    <label class="check">
      <input type="checkbox" name="clock" ${value("clock") === "on" ? html`checked` : ""} />
      ${words.clock}
    </label>
    <button>${said.questions.save}</button>
  </form>`
}

const ownPacks = ({ packs }: State, words: ConversationWords): Html =>
  tableOr(
    words.noPacks,
    words.packs,
    [
      {
        head: words.pack,
        cell: ({ key, title }) => html`<a href="/desk/packs/${encodeURIComponent(key)}">${title}</a>`
      },
      { head: words.questions, cell: ({ questions }) => questions, numeric: true }
    ],
    packs
  )

const playedPart = Effect.fnUntraced(function* (asked: Asked, conversation: string) {
  const words = conversationWords[asked.words.language]
  const { games, players, language } = asked.words
  const leaders = yield* readApi(
    asked,
    pathWith("/api/v1/leaders", { conversation, limit: leadersMax }),
    LeaderPageJson
  )
  const history = yield* readApi(asked, `${apiOf(conversation)}/history`, HistoryJson)
  const seasons = yield* readApi(asked, `${apiOf(conversation)}/seasons`, SeasonsJson)
  return html`<h2>${words.leaders}</h2>
    ${tableOr(
      words.empty,
      words.leaders,
      [
        {
          head: players.name,
          cell: ({ name, player }) => html`<a href="${playerPath(conversation, player)}">${name}</a>`
        },
        { head: players.right, cell: ({ answered, right }) => `${right} / ${answered}`, numeric: true },
        { head: players.games, cell: ({ games: played }) => played, numeric: true },
        { head: players.best, cell: ({ best }) => best, numeric: true }
      ],
      leaders.items
    )}
    <h2>${words.history}</h2>
    ${tableOr(
      words.empty,
      words.history,
      [
        { head: games.changed, cell: ({ finishedAt }) => isoMoment(finishedAt, language) },
        { head: games.score, cell: ({ score }) => `${score.team} : ${score.bot}`, numeric: true },
        { head: words.outcome, cell: ({ outcome }) => words.outcomes[outcome] },
        { head: words.best, cell: ({ best }) => best ?? "—" }
      ],
      history.items
    )}
    <h2>${words.seasons}</h2>
    ${tableOr(
      words.empty,
      words.seasons,
      [
        { head: words.season, cell: ({ quarter, year }) => `${words.quarters[quarter]} ${year}` },
        { head: players.games, cell: ({ games: played }) => played, numeric: true },
        { head: players.won, cell: ({ wins }) => wins, numeric: true },
        { head: words.best, cell: ({ best }) => (best === null ? "—" : `${best.name}, ${best.right}`) }
      ],
      seasons.items
    )}`
})

const muting = ({ conversation, muted }: State, words: ConversationWords, version: string): Html =>
  html`${muted ? html`<p><strong>${words.isMuted}</strong></p>` : ""}
    <p>${words.muteHint}</p>
    ${actionForm(`${pageOf(conversation)}/mute`, muted ? words.unmute : words.mute, {
      muted: muted ? "false" : "true",
      version
    })}`

const settlingPart = (
  asked: Asked,
  state: State,
  around: { readonly version: string; readonly shelves: Shelves; readonly sent: Sent | null }
): Html => {
  const words = conversationWords[asked.words.language]
  return html`<h2>${words.settle}</h2>
    ${sentNote(asked.words, around.sent?.problem ?? null, nextPart(asked, state, words))}
    ${settingsForm(state, words, { ...around, said: asked.words })} ${muting(state, words, around.version)}`
}

const dailyPart = (
  { who, words }: Asked,
  { conversation, dailyQuestion, dailyQuestionVersion: version }: State,
  sent: Sent | null
): Html => {
  const maySettle = who !== null && mayDo(who.role, "editor")
  const action = maySettle ? `${pageOf(conversation)}/daily-question` : null
  return dailyQuestionPart(dailyQuestion, { words, version, action, sent })
}

/** What was sent, by which of the two forms. */
interface SentBy {
  readonly settings: Sent | null
  readonly daily: Sent | null
}
const nothingSent: SentBy = { settings: null, daily: null }

const statusFor = (sent: Sent | null): 200 | 400 | 412 => (sent === null ? 200 : isMoved(sent.problem) ? 412 : 400)

const shown = Effect.fnUntraced(function* (asked: Asked, { daily, settings }: SentBy) {
  const words = conversationWords[asked.words.language]
  const { callApi, context, who } = asked
  const { headers, json } = yield* callApi(context, { method: "GET", path: apiOf(idIn(asked)) })
  const state = yield* Effect.orDie(Schema.decodeUnknownEffect(ConversationStateJson)(json))
  const version = headers.get("ETag") ?? "*"
  const { conversation, running } = state
  const [shelves = { packs: [], themes: [] }] = yield* (yield* QuestionShelves).of([ConversationId.make(conversation)])
  const maySettle = who !== null && mayDo(who.role, "owner")
  const title = state.title ?? conversation
  const page: Shown = {
    title,
    status: statusFor(settings ?? daily),
    main: html`<h1>${title}</h1>
      ${context.req.query("saved") === "yes" ? html`<p class="good" role="status">${asked.words.questions.saved}</p>` : ""}
      ${running === null ? "" : html`<p><a href="/desk/games/${encodeURIComponent(running)}">${words.running}</a></p>`}
      <p><a href="${pathWith("/desk/games", { conversation })}">${asked.words.games.title}</a></p>
      <h2>${words.next}</h2>
      ${nextPart(asked, state, words)} ${state.settled === null ? "" : html`<p>${words.byAdmins}</p>`}
      ${maySettle ? settlingPart(asked, state, { version, shelves, sent: settings }) : ""}
      ${dailyPart(asked, state, daily)}
      <h2>${words.packs}</h2>
      ${ownPacks(state, words)} ${yield* playedPart(asked, conversation)}`
  }
  return page
})

const numberIn = (fields: Fields, name: string): Readonly<Record<string, number>> => {
  const text = field(fields, name)
  return text === "" ? {} : { [name]: Number(text.replace(",", ".")) }
}

/** A format without rounds or points to win has none, so an empty field says nothing of it. */
const settingsIn = (fields: Fields) => {
  const preset = field(fields, "preset")
  if (preset === "") return null
  const [level, theme, pack] = ["level", "theme", "pack"].map((name) => field(fields, name))
  return {
    preset,
    ...Object.assign({}, ...numbers.map((name) => numberIn(fields, name))),
    clock: fields["clock"] === "on",
    questions: {
      level: level === "" ? null : level,
      themes: theme === "" ? [] : [theme],
      packs: pack === "" ? [] : [pack]
    }
  }
}

/** Without a format there are no settings: what is wished besides would be lost. Of what was settled before, all is given up so. */
const isFormatless = Effect.fnUntraced(function* (asked: Asked, fields: Fields) {
  const wished = [...numbers, "level", "theme", "pack"].some((name) => field(fields, name) !== "")
  if (field(fields, "preset") !== "" || !wished) return false
  return (yield* readApi(asked, apiOf(idIn(asked)), ConversationStateJson)).settled === null
})

const settle = Effect.fnUntraced(function* (asked: Asked) {
  const { callApi, context } = asked
  const fields = yield* fieldsOf(context)
  if (yield* isFormatless(asked, fields)) {
    const problem = refusedFor("invalid-body", [{ path: "settings.preset", message: "This is required" }])
    return yield* shown(asked, { ...nothingSent, settings: { fields, problem } })
  }
  const headers = { "If-Match": field(fields, "version") }
  const body = { settings: settingsIn(fields) }
  return yield* callApi(context, { method: "PATCH", path: apiOf(idIn(asked)), headers, body }).pipe(
    Effect.map(() => context.redirect(`${pageOf(idIn(asked))}?saved=yes`, 303)),
    Effect.catchTag("Problem", (problem) =>
      isOfForm(problem) ? shown(asked, { ...nothingSent, settings: { fields, problem } }) : Effect.fail(problem)
    )
  )
})

const muted = Effect.fnUntraced(function* (asked: Asked) {
  const { callApi, context } = asked
  const fields = yield* fieldsOf(context)
  const headers = { "If-Match": field(fields, "version") }
  const body = { muted: field(fields, "muted") === "true" }
  yield* callApi(context, { method: "PATCH", path: apiOf(idIn(asked)), headers, body })
  return context.redirect(pageOf(idIn(asked)), 303)
})

const setDaily = Effect.fnUntraced(function* (asked: Asked) {
  const { callApi, context } = asked
  const fields = yield* fieldsOf(context)
  const api = `${apiOf(idIn(asked))}/daily-question`
  const headers = { "If-Match": `"${field(fields, "version")}"` }
  const body = { days: daysIn(fields), time: field(fields, "time") }
  const change =
    fields["off"] === undefined
      ? ({ method: "PUT", path: api, headers, body } as const)
      : ({ method: "DELETE", path: api, headers } as const)
  return yield* callApi(context, change).pipe(
    Effect.map(() => context.redirect(`${pageOf(idIn(asked))}?saved=yes`, 303)),
    Effect.catchTag("Problem", (problem) =>
      isOfForm(problem) ? shown(asked, { ...nothingSent, daily: { fields, problem } }) : Effect.fail(problem)
    )
  )
})

const path = `${root}/:conversation`

const mute = (asked: Asked) => orAsItIs(asked, muted(asked), () => shown(asked, nothingSent))

export const conversationPages: ReadonlyArray<Page> = [
  { method: "GET", path, role: "viewer", show: (asked) => shown(asked, nothingSent) },
  { method: "POST", path, role: "owner", show: settle },
  { method: "POST", path: `${path}/mute`, role: "owner", show: mute },
  { method: "POST", path: `${path}/daily-question`, role: "editor", show: setDaily }
]
