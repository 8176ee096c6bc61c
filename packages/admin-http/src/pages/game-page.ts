/** One game for whoever develops the rules: its state, and its log step by step, the newest first. */
import type { GameEffect, GameState } from "@znatoki/engine"
import type { GameSummary } from "@znatoki/ports/game-archive"
import { html } from "hono/html"
import { pageFrame } from "./page-frame.ts"
import type { PlayedStep } from "./played-steps.ts"
import { type Html, valueTree } from "./value-tree.ts"

/** As many as one can look through; the others are a page further. */
const stepsMax = 40

const sinceStart = (ms: number): string => {
  const seconds = Math.round(ms / 1_000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
}

/** Of an effect its name, and of a refusal why and to whom. */
const effectWords = (effect: GameEffect): Html => {
  if (effect._tag === "Refused") return html`<li class="refused">Refused to ${effect.by}: ${effect.reason}</li>`
  return effect._tag === "TimerSet" ? html`<li>TimerSet ${effect.timer}</li>` : html`<li>${effect._tag}</li>`
}

const stepOf = ({ before, effects, event, position, said, source, state }: PlayedStep, startMs: number): Html => {
  const { _tag, atMs, seed: _seed, ...more } = event
  const id = `step-${position}`
  return html`<li id="${id}">
    <h3>
      ${position}. ${_tag} <small>${sinceStart(atMs - startMs)} · ${source ?? "follows from the one before"}</small>
    </h3>
    ${Object.keys(more).length === 0 ? "" : valueTree(more, more, `${id}/event`)}
    ${
      effects.length === 0
        ? ""
        : html`<ul class="effects" aria-label="Effects">
            ${effects.map(effectWords)}
          </ul>`
    }
    ${said.map((words) => html`<blockquote>${words}</blockquote>`)}
    <details id="${id}/state">
      <summary>${before._tag === state._tag ? state._tag : `${before._tag} → ${state._tag}`}</summary>
      ${valueTree(state, before, `${id}/state`)}
    </details>
  </li>`
}

export interface ShownGame {
  readonly summary: GameSummary
  readonly state: GameState
  readonly steps: ReadonlyArray<PlayedStep>
  /** The newest step that is shown; null: the last one there is. */
  readonly until: number | null
}

const elsewhere = (id: string, firstShown: number, until: number | null): Html => {
  const path = `/games/${encodeURIComponent(id)}`
  return html`<nav aria-label="Steps">
    ${firstShown > 1 ? html`<a href="${path}?until=${firstShown - 1}">Earlier steps</a>` : ""}
    ${until === null ? "" : html`<a href="${path}">The latest steps</a>`}
  </nav>`
}

export const gamePage = ({ state, steps, summary, until }: ShownGame): Html => {
  const { conversation, game, id, phase, round, score } = summary
  const shown = steps.filter(({ position }) => until === null || position <= until).slice(-stepsMax)
  const startMs = steps[0]?.event.atMs ?? 0
  const title = `${conversation}, game ${game}`
  return pageFrame(
    title,
    html`<nav aria-label="Pages"><a href="/games">All games</a></nav>
      <h1>${title}</h1>
      <p class="now" role="status">${phase}, round ${round}, ${score.team} : ${score.bot}</p>
      <details id="state" open>
        <summary><h2>State</h2></summary>
        ${valueTree(state, state, "state")}
      </details>
      <h2>Steps</h2>
      <p>What changed is <span class="changed">marked</span>. A press that was refused leaves no step.</p>
      <ol class="steps">
        ${shown.toReversed().map((step) => stepOf(step, startMs))}
      </ol>
      ${elsewhere(id, shown[0]?.position ?? 1, until)}`
  )
}
