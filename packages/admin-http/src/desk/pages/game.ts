/** `/desk/games/<id>`: one game, its rounds with each verdict explained, and what happened step by step. */
import { type EffectOf, type GameState, type Judgement, type PlayerId, type Question, unpaused } from "@znatoki/engine"
import { CardPainter } from "@znatoki/ports/card-painter"
import { GameArchive, type GameSummary } from "@znatoki/ports/game-archive"
import { Effect, Option, Schema } from "effect"
import { html } from "hono/html"
import { mayDo } from "../../auth/role.ts"
import { type PlayedStep, playedSteps, type Told } from "../../pages/played-steps.ts"
import type { Html } from "../../pages/value-tree.ts"
import { idOf, queryOf } from "../../parse-request.ts"
import { Problem } from "../../problem.ts"
import type { CardOf } from "../../routes/cards.ts"
import { readGame } from "../../routes/read-game.ts"
import { GameIdText } from "../../schemas/game-json.ts"
import { appealVersions } from "../../schemas/appeal-json.ts"
import { wholeGame } from "../../whole-name.ts"
import type { Asked, Page } from "../page.ts"
import { rulingForms } from "./appeals.ts"
import { actionForm } from "../parts/fields.ts"
import { gameName } from "../parts/games-table.ts"
import { liveRegion } from "../parts/live-region.ts"
import { tableOr } from "../parts/table.ts"
import { stepWords } from "../words/steps.ts"
import { judgementInEnglish } from "../words/judgements.ts"
import type { Words } from "../words/words.ts"

/** The words of the show, which the desk itself does not know. */
export interface GameTeller {
  readonly told: Told
  /** Why an answer was taken or not. */
  readonly explain: (judgement: Judgement) => string
  readonly card: CardOf
}

/** Far more than a game has. */
const eventsMax = 10_000

const Step = Schema.FiniteFromString.check(Schema.isInt(), Schema.isGreaterThan(0))
const readQuery = queryOf(Schema.Struct({ step: Schema.optionalKey(Step) }))
const readId = idOf(GameIdText)

interface Seen {
  readonly summary: GameSummary
  readonly state: GameState
  readonly steps: ReadonlyArray<PlayedStep>
  /** Its log was deleted, as is done by night where old ones are not kept. */
  readonly logGone: boolean
}

const seen = (told: Told) =>
  Effect.fnUntraced(function* ({ context }: Asked) {
    const id = yield* wholeGame(yield* readId(context))
    const archive = yield* GameArchive
    const [found, log] = [yield* readGame(id), yield* archive.events(id, 0, eventsMax)]
    if (found === null || log === null) {
      return yield* new Problem({ kind: "not-found", detail: "There is no game with this id." })
    }
    // What a late ruling added after that cannot be played without what was before it.
    const logGone = found.summary.status === "finished" && log[0]?.position !== 1
    const seen: Seen = { ...found, steps: playedSteps(found.summary.game, log, told), logGone }
    return seen
  })

interface Round {
  readonly round: number
  readonly question: Question
  readonly judged: EffectOf<"RoundJudged">
  readonly right: boolean
  readonly by: "judge" | "table" | "admin"
  /** Of its open appeal; null: there is none. */
  readonly appeal: number | null
  readonly tookMs: number | null
}

/** What was judged, as it stands after every ruling; the results of the state have the last word. */
const roundsOf = ({ state, steps }: Seen): ReadonlyArray<Round> => {
  const held = unpaused(state)
  const results = "results" in held ? held.results : []
  const versions = appealVersions(steps)
  return steps
    .flatMap(({ effects }) => effects)
    .filter((effect) => effect._tag === "RoundJudged")
    .map((judged) => {
      const result = results[judged.round - 1]
      return {
        round: judged.round,
        question: judged.question,
        judged,
        right: result?.right ?? judged.point === "team",
        by: result?.decidedBy ?? "judge",
        appeal: result?.appeal === "open" ? (versions.get(judged.round) ?? 0) : null,
        tookMs: result?.tookMs ?? null
      }
    })
}

const deciders = { judge: "byJudge", table: "byTable", admin: "byAdmin" } as const

const roundsTable = (seenGame: Seen, teller: GameTeller, { who, words: { game, games, language } }: Asked): Html => {
  const explain = language === "ru" ? teller.explain : judgementInEnglish
  const { id } = seenGame.summary
  const mayRule = who !== null && mayDo(who.role, "editor")
  return tableOr(
    game.noRounds,
    game.verdicts,
    [
      { head: games.round, cell: ({ round }) => round, numeric: true },
      { head: game.question, cell: ({ question }) => html`<span class="long">${question.text}</span>` },
      { head: game.answer, cell: ({ question }) => html`<span class="long">${question.answer}</span>` },
      {
        head: game.given,
        cell: ({ judged }) =>
          judged.answerer === null
            ? "—"
            : html`<b>${judged.answerer.name}</b>: <span class="long">${judged.given ?? game.nothing}</span>`
      },
      {
        head: game.verdict,
        cell: ({ appeal, by, right, round }) =>
          html`<span class="${right ? "right" : "wrong"}">${right ? game.right : game.wrong}</span>,
            ${game[deciders[by]]} ${appeal === null ? "" : html`<p>${game.appealOpen}</p>`}
            ${appeal !== null && mayRule ? rulingForms({ game: id, round, version: appeal }, "", game) : ""}`
      },
      {
        head: game.why,
        cell: ({ judged }) =>
          judged.judgement === null ? "—" : html`<span class="long">${explain(judged.judgement)}</span>`
      },
      {
        head: game.took,
        cell: ({ tookMs }) => (tookMs === null ? "—" : game.seconds(Math.round(tookMs / 1_000))),
        numeric: true
      }
    ],
    roundsOf(seenGame)
  )
}

const captainOf = (state: GameState): PlayerId | null => ("captain" in state ? state.captain : null)

const table = (state: GameState, { game }: Words): Html => {
  const held = unpaused(state)
  const players = "players" in held ? held.players : []
  if (players.length === 0) return html``
  const names = players.map(({ id, name }) => (id === captainOf(held) ? `${name} (${game.captain})` : name))
  return html`<p>${game.players}: ${names.join(", ")}.</p>`
}

/** Where pictures are not drawn there is none: the page says nothing of it. */
const cardPart = ({ state, summary }: Seen, { card }: GameTeller, { game }: Words) =>
  Effect.map(Effect.serviceOption(CardPainter), (painter): Html => {
    if (Option.isNone(painter) || card(state) === null) return html``
    const path = `/api/v1/games/${encodeURIComponent(summary.id)}/card`
    return html`<picture class="result">
      <source srcset="${path}?scheme=dark" media="(prefers-color-scheme: dark)" />
      <img src="${path}?scheme=light" alt="${game.card}" width="1080" height="567" loading="lazy" />
    </picture>`
  })

const nowPart = (seenGame: Seen, teller: GameTeller, asked: Asked): Html => {
  const { words } = asked
  const { state, summary } = seenGame
  const { games, phases } = words
  const { phase, round, score, status } = summary
  const now = html`<p class="now${status === "running" ? "" : " over"}">
      ${phases[phase]} · ${games.round.toLowerCase()} ${round} · ${score.team} : ${score.bot}
    </p>
    ${table(state, words)}`
  if (seenGame.logGone)
    return html`${now}
      <p>${words.game.logGone}</p>`
  return html`${now}
    <h2>${words.game.verdicts}</h2>
    ${roundsTable(seenGame, teller, asked)}`
}

const sinceStart = (ms: number): string => {
  const seconds = Math.round(ms / 1_000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
}

const stepItem = (
  { before, effects, event, position, said, state }: PlayedStep,
  startMs: number,
  words: Words
): Html => {
  const { events, refusals } = stepWords[words.language]
  const refusal = effects.find((effect) => effect._tag === "Refused")
  return html`<li id="step-${position}">
    <p>
      <b>${sinceStart(event.atMs - startMs)}</b> ${events[event._tag]}
      ${before._tag === state._tag ? "" : html`→ ${words.phases[state._tag]}`}
      ${refusal === undefined ? "" : html`<span class="wrong">${words.game.refused}: ${refusals[refusal.reason]}</span>`}
    </p>
    ${said.map((one) => html`<blockquote>${one}</blockquote>`)}
  </li>`
}

/** Without a step all of them; with one, it alone, as the game stood then. */
const stepsPart = ({ steps, summary }: Seen, step: number | null, words: Words): Html => {
  const path = `/desk/games/${encodeURIComponent(summary.id)}`
  const startMs = steps[0]?.event.atMs ?? 0
  const at = step === null ? null : Math.min(step, Math.max(1, steps.length))
  const shown = at === null ? steps : steps.slice(at - 1, at)
  const to = (position: number, label: string): Html => html`<a href="${path}?step=${position}#steps">${label}</a>`
  return html`<h2 id="steps">${words.game.steps}</h2>
    <nav class="paging" aria-label="${words.game.steps}">
      ${at === null ? to(1, words.game.step(1, steps.length)) : html`<a href="${path}#steps">${words.games.all}</a>`}
      ${at !== null && at > 1 ? to(at - 1, words.game.earlier) : ""}
      ${at === null ? "" : html`<span>${words.game.step(at, steps.length)}</span>`}
      ${at !== null && at < steps.length ? to(at + 1, words.game.later) : ""}
      <a href="/games/${encodeURIComponent(summary.id)}">${words.game.inside}</a>
    </nav>
    <ol class="steps">
      ${shown.map((one) => stepItem(one, startMs, words))}
    </ol>`
}

export const gamePages = (teller: GameTeller): ReadonlyArray<Page> => {
  const look = seen(teller.told)
  const path = "/desk/games/:id"
  const live = (asked: Asked) => Effect.map(look(asked), (found) => nowPart(found, teller, asked))
  const show = Effect.fnUntraced(function* (asked: Asked) {
    const { context, words } = asked
    const { step = null } = yield* readQuery(context)
    const found = yield* look(asked)
    const title = gameName(words, found.summary)
    const livePath = `/desk/games/${encodeURIComponent(found.summary.id)}/live`
    return {
      title,
      main: html`<h1>${title}</h1>
        ${yield* cardPart(found, teller, words)} ${liveRegion(asked, livePath, nowPart(found, teller, asked))}
        ${
          found.summary.status === "running" && asked.who !== null && mayDo(asked.who.role, "owner")
            ? html`<details class="while-it-runs">
                <summary>${words.game.stop}</summary>
                ${actionForm(`/desk/games/${encodeURIComponent(found.summary.id)}/stop`, words.game.stopNow)}
              </details>`
            : ""
        }
        ${found.logGone ? "" : stepsPart(found, step, words)}`
    }
  })
  return [{ method: "GET", path, role: "viewer", show, live }]
}
