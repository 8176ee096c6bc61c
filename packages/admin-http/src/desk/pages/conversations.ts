/** `/desk/conversations`: where people play, and what was settled for each conversation. */
import { Statistics } from "@znatoki/ports/statistics"
import { Effect } from "effect"
import { html } from "hono/html"
import type { Html } from "../../pages/value-tree.ts"
import type { ConversationDeeds } from "@znatoki/ports/statistics"
import type { Asked, Page } from "../page.ts"
import { tableOr } from "../parts/table.ts"
import { conversationWords } from "../words/conversations.ts"
import type { Words } from "../words/words.ts"

const path = "/desk/conversations"
const shownMax = 200

export const conversationLink = (conversation: string, title: string | null): Html =>
  html`<a href="${path}/${encodeURIComponent(conversation)}">${title ?? conversation}</a>`

type Row = Omit<ConversationDeeds, "conversation"> & { readonly conversation: string }

export const conversationsTable = (words: Words, rows: ReadonlyArray<Row>): Html => {
  const { players } = words
  return tableOr(
    players.empty,
    players.conversations,
    [
      { head: words.letters.conversation, cell: ({ conversation, title }) => conversationLink(conversation, title) },
      { head: players.games, cell: ({ games }) => games, numeric: true },
      { head: players.won, cell: ({ wins }) => wins, numeric: true },
      { head: players.streak, cell: ({ bestStreak, streak }) => `${streak}, ${bestStreak}`, numeric: true }
    ],
    rows
  )
}

const show = Effect.fnUntraced(function* ({ words }: Asked) {
  const { title } = conversationWords[words.language]
  const rows = yield* (yield* Statistics).conversations(shownMax)
  return {
    title,
    main: html`<h1>${title}</h1>
      ${conversationsTable(words, rows)}`
  }
})

export const conversationsPages: ReadonlyArray<Page> = [{ method: "GET", path, role: "viewer", show }]
