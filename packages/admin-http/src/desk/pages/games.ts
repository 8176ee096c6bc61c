/** `/desk/games`: games running and over, the last changed first. */
import { ConversationId } from "@znatoki/chat/chat-input"
import { GameArchive, type GameStatus } from "@znatoki/ports/game-archive"
import { Effect, Schema } from "effect"
import { html } from "hono/html"
import { GameCursor } from "../../cursor.ts"
import { queryOf } from "../../parse-request.ts"
import { GameStatusText } from "../../schemas/game-json.ts"
import { choiceOf } from "../parts/choice.ts"
import { furtherLink } from "../parts/further-link.ts"
import { gamesTable } from "../parts/games-table.ts"
import type { Asked, Page } from "../page.ts"

const pageSize = 30
const path = "/desk/games"

const readQuery = queryOf(
  Schema.Struct({
    status: Schema.optionalKey(Schema.Union([GameStatusText, Schema.Literal("")])),
    conversation: Schema.optionalKey(Schema.String.check(Schema.isMaxLength(200))),
    cursor: Schema.optionalKey(GameCursor)
  })
)
const writeCursor = Schema.encodeSync(GameCursor)

const show = Effect.fnUntraced(function* ({ context, words }: Asked) {
  const { conversation = "", cursor, status = "" } = yield* readQuery(context)
  const archive = yield* GameArchive
  const filter = {
    status: status === "" ? null : (status satisfies GameStatus),
    conversation: conversation === "" ? null : ConversationId.make(conversation)
  }
  const before = cursor === undefined ? null : { updatedAtMs: cursor[1], id: cursor[2] }
  const found = yield* archive.list(filter, before, pageSize + 1)
  const shown = found.slice(0, pageSize)
  const last = found.length > pageSize ? shown.at(-1) : undefined
  const { games } = words
  return {
    title: games.title,
    main: html`<h1>${games.title}</h1>
      <form class="filter" method="get" action="${path}">
        ${choiceOf(games.filter, "status", status, [
          ["", games.all],
          ["running", games.running],
          ["finished", games.finished]
        ])}
        ${conversation === "" ? "" : html`<input type="hidden" name="conversation" value="${conversation}" />`}
        <button>${games.show}</button>
      </form>
      ${gamesTable(words, shown, games.empty)}
      ${furtherLink(words, path, {
        isFirst: cursor === undefined,
        cursor: last === undefined ? null : writeCursor(["games", last.updatedAtMs, last.id]),
        query: { status, conversation }
      })}`
  }
})

export const gamesPages: ReadonlyArray<Page> = [{ method: "GET", path, role: "viewer", show }]
