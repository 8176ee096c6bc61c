/** `/desk/packs/<key>/losses`: what a format cannot carry of a pack. */
import { Effect } from "effect"
import { html } from "hono/html"
import { LossesJson } from "../../schemas/pack-json.ts"
import type { Asked, Page } from "../page.ts"
import { pathWith } from "../parts/further-link.ts"
import { tableOr } from "../parts/table.ts"
import { readApi } from "../read-api.ts"
import type { Words } from "../words/words.ts"

/** Whoever wants all of them asks the API. */
const shownMax = 200

const named = [
  "text",
  "picture",
  "handout",
  "answer",
  "accepted",
  "rejected",
  "comment",
  "source",
  "author",
  "difficulty"
] as const

/** As the editor of a question calls it; what that does not have is called as the API calls it. */
const nameOf = (field: string, { questions }: Words): string => {
  const known = named.find((each) => each === field)
  return known === undefined ? field : questions[known]
}

const show = Effect.fnUntraced(function* (asked: Asked) {
  const { context, words } = asked
  const { packs } = words
  const key = encodeURIComponent(context.req.param("pack") ?? "")
  const api = pathWith(`/api/v1/packs/${key}/losses`, { format: context.req.query("format") ?? "" })
  const { losses } = yield* readApi(asked, api, LossesJson)
  return {
    title: packs.losses,
    main: html`<h1>${packs.losses}</h1>
      <p>${packs.lost(losses.length)}</p>
      ${tableOr(
        packs.noLosses,
        packs.losses,
        [
          { head: words.game.question, cell: ({ question }) => question ?? packs.wholePack },
          { head: packs.lostField, cell: ({ field }) => nameOf(field, words) }
        ],
        losses.slice(0, shownMax)
      )}
      <p><a href="/desk/packs/${key}">${words.problems.back}</a></p>`
  }
})

export const lossesPages: ReadonlyArray<Page> = [
  { method: "GET", path: "/desk/packs/:pack/losses", role: "viewer", show }
]
