/** Games as rows, each with the way to what happened in it. */
import type { GameSummary } from "@znatoki/ports/game-archive"
import { html } from "hono/html"
import type { Html } from "../../pages/value-tree.ts"
import type { Words } from "../words/words.ts"
import { tableOr } from "./table.ts"
import { moment } from "./when.ts"

export const gameName = ({ games }: Words, { conversation, game, title }: GameSummary): string =>
  games.numbered(title ?? conversation, game)

export const gamesTable = (words: Words, rows: ReadonlyArray<GameSummary>, empty: string): Html => {
  const { games, language, phases } = words
  return tableOr(
    empty,
    games.title,
    [
      {
        head: games.game,
        cell: (row) => html`<a href="/desk/games/${encodeURIComponent(row.id)}">${gameName(words, row)}</a>`
      },
      { head: games.phase, cell: ({ phase }) => phases[phase] },
      { head: games.round, cell: ({ round }) => round, numeric: true },
      { head: games.score, cell: ({ score }) => `${score.team} : ${score.bot}`, numeric: true },
      { head: games.changed, cell: ({ updatedAtMs }) => moment(updatedAtMs, language) }
    ],
    rows
  )
}
