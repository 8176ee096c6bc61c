/** The games that changed last, each with the way to its steps. */
import type { GameSummary } from "@znatoki/ports/game-archive"
import { DateTime } from "effect"
import { html } from "hono/html"
import { pageFrame } from "./page-frame.ts"
import type { Html } from "./value-tree.ts"

const row = ({ conversation, game, id, phase, round, score, status, title, updatedAtMs }: GameSummary): Html =>
  html`<tr>
    <td><a href="/games/${encodeURIComponent(id)}">${title ?? conversation}, game ${game}</a></td>
    <td>${status === "running" ? html`<strong>${phase}</strong>` : phase}</td>
    <td>${round}</td>
    <td>${score.team} : ${score.bot}</td>
    <td>${DateTime.formatIso(DateTime.makeUnsafe(updatedAtMs)).slice(0, 19).replace("T", " ")}</td>
  </tr>`

export const gamesPage = (games: ReadonlyArray<GameSummary>): Html =>
  pageFrame(
    "Games",
    html`<h1>Games</h1>
      ${games.length === 0 ? html`<p>Nobody has played yet.</p>` : ""}
      <div class="wide" tabindex="0" role="region" aria-label="Games">
        <table>
          <thead>
            <tr>
              <th>Game</th>
              <th>Phase</th>
              <th>Round</th>
              <th>Team : bot</th>
              <th>Changed (UTC)</th>
            </tr>
          </thead>
          <tbody>
            ${games.map(row)}
          </tbody>
        </table>
      </div>`
  )
