/** `/desk/conversations/<conversation>/players/<player>`: how one person plays in a conversation, and with whom best. */
import { Effect } from "effect"
import { html } from "hono/html"
import { LeaderPageJson } from "../../routes/leaders.ts"
import { PlayerJson } from "../../routes/player.ts"
import type { Asked, Page } from "../page.ts"
import { pathWith } from "../parts/further-link.ts"
import { tableOr } from "../parts/table.ts"
import { readApi } from "../read-api.ts"
import { conversationWords } from "../words/conversations.ts"

const root = "/desk/conversations"

export const playerPath = (conversation: string, player: string): string =>
  `${root}/${encodeURIComponent(conversation)}/players/${encodeURIComponent(player)}`

type Standing = NonNullable<(typeof PlayerJson.Type)["ofSeason"]>

const secondsOf = ({ right, rightMs }: Standing): number => (right === 0 ? 0 : Math.round(rightMs / right / 1_000))

/** As the list of leaders has it; whoever is far behind is called by their id. */
const nameOf = Effect.fnUntraced(function* (asked: Asked, conversation: string, player: string) {
  const { items } = yield* readApi(asked, pathWith("/api/v1/leaders", { conversation, limit: "200" }), LeaderPageJson)
  return items.find((each) => each.player === player)?.name ?? player
})

const show = Effect.fnUntraced(function* (asked: Asked) {
  const { context, words } = asked
  const { game, players } = words
  const own = conversationWords[words.language]
  const [conversation, player] = [context.req.param("conversation") ?? "", context.req.param("player") ?? ""]
  const found = yield* readApi(
    asked,
    playerPath(conversation, player).replace(root, "/api/v1/conversations"),
    PlayerJson
  )
  const name = yield* nameOf(asked, conversation, player)
  const rows = [
    { period: players.season, standing: found.ofSeason },
    { period: players.allTime, standing: found.ofAllTime }
  ].flatMap(({ period, standing }) => (standing === null ? [] : [{ period, standing }]))
  return {
    title: name,
    main: html`<h1>${name}</h1>
      <p><a href="${root}/${encodeURIComponent(conversation)}">${own.toConversation}</a></p>
      ${tableOr(
        players.empty,
        name,
        [
          { head: players.period, cell: ({ period }) => period },
          { head: players.place, cell: ({ standing }) => own.placeOf(standing.place, standing.of), numeric: true },
          {
            head: players.right,
            cell: ({ standing }) => `${standing.right} / ${standing.answered}`,
            numeric: true
          },
          { head: own.usualTime, cell: ({ standing }) => game.seconds(secondsOf(standing)), numeric: true },
          { head: players.games, cell: ({ standing }) => standing.games, numeric: true },
          { head: players.won, cell: ({ standing }) => standing.wins, numeric: true },
          { head: players.best, cell: ({ standing }) => standing.best, numeric: true }
        ],
        rows
      )}
      <h2>${own.mates}</h2>
      ${tableOr(
        own.noMates,
        own.mates,
        [
          { head: players.name, cell: (mate) => mate.name },
          { head: players.games, cell: (mate) => mate.games, numeric: true },
          { head: players.won, cell: (mate) => mate.wins, numeric: true }
        ],
        found.mates
      )}`
  }
})

export const playerPages: ReadonlyArray<Page> = [
  { method: "GET", path: `${root}/:conversation/players/:player`, role: "viewer", show }
]
