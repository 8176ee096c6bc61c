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

/** As the editor of a question or of a pack calls it; what neither has is called as the API calls it. */
const nameOf = (field: string, { packs, questions }: Words): string => {
  const names: Readonly<Record<string, string>> = {
    text: questions.text,
    picture: questions.picture,
    handout: questions.handout,
    handoutImage: questions.picture,
    answerImage: questions.answerPicture,
    answer: questions.answer,
    accepted: questions.accepted,
    rejected: questions.rejected,
    comment: questions.comment,
    sources: questions.source,
    author: questions.author,
    themes: questions.themes,
    difficulty: questions.difficulty,
    title: packs.name,
    editors: packs.editors,
    date: packs.played,
    licence: packs.licence,
    info: packs.info,
    url: packs.url,
    ...packs.lostFields
  }
  return names[field] ?? field
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
