/** What a form had sent that came to nothing: nobody types it again. It is seen with what was typed, and may be sent once more. */
import { Effect } from "effect"
import { html } from "hono/html"
import type { AdminContext } from "../answer.ts"
import { refusalFor } from "../auth/guard.ts"
import type { Html } from "../pages/value-tree.ts"
import { type Fields, fieldsOf } from "./form.ts"
import { areaField, textField } from "./parts/fields.ts"
import { conversationWords } from "./words/conversations.ts"
import { numbers } from "./parts/settings-numbers.ts"
import type { Words } from "./words/words.ts"

/** Of whoever may not be known yet no more than a form is read. */
const bytesMax = 256 * 1024

/** Not to be seen on any page. */
const secrets = ["password", "current", "secret"]

const mayBeSeen = (context: AdminContext): boolean => {
  const { req } = context
  // Who is known is past the limit of bodies.
  const bytes = Number(req.header("Content-Length") ?? (context.get("who") === undefined ? Number.NaN : 0))
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(req.header("Content-Type") ?? "")
  // What another site has put into a form is not made a form of ours.
  return req.method === "POST" && isForm && bytes <= bytesMax && refusalFor(context, "anyone") === null
}

/** Null: there is no form, or none that may be shown again. */
export const sentIn = (context: AdminContext): Effect.Effect<Fields | null> => {
  if (!mayBeSeen(context)) return Effect.succeed(null)
  return fieldsOf(context).pipe(
    Effect.map((fields) => (secrets.some((name) => name in fields) ? null : fields)),
    Effect.catch(() => Effect.succeed(null))
  )
}

/** What people type, by the name of its field; what is not here they have chosen, or it came with the page. */
const labelsIn = ({ admins, disliked, imports, language, packs, proposals, questions }: Words): Fields => ({
  ...Object.fromEntries(numbers.map((name) => [name, conversationWords[language][name]])),
  text: questions.text,
  handout: questions.handout,
  answer: questions.answer,
  accepted: questions.accepted,
  rejected: questions.rejected,
  moreAccepted: questions.moreAccepted,
  moreRejected: questions.moreRejected,
  comment: questions.comment,
  source: questions.source,
  author: questions.author,
  themes: questions.themes,
  pack: imports.pack,
  given: questions.tryTitle,
  title: packs.name,
  licence: packs.licence,
  credit: packs.credit,
  url: packs.url,
  editors: packs.editors,
  played: packs.played,
  info: packs.info,
  owner: packs.owner,
  reason: proposals.reason,
  note: disliked.note,
  name: admins.name
})

const again = (name: string, value: string, label: string | undefined): Html => {
  // A variant that is decided on has a button of this name.
  if (label === undefined || value === "" || value === "yes" || value === "no")
    return html`<input type="hidden" name="${name}" value="${value}" />`
  return value.includes("\n") || value.length > 60
    ? areaField({ label, name, value })
    : textField({ label, name, value })
}

/** A form of one button is pressed again as easily as it is shown again. */
export const isTyped = (fields: Fields, words: Words): boolean => {
  const labels = labelsIn(words)
  return Object.entries(fields).some(([name, value]) => name in labels && value.trim() !== "")
}

/** `to`: where the form was sent. */
export const sentAgain = (fields: Fields, to: string, words: Words): Html => {
  const labels = labelsIn(words)
  const rows = Object.entries(fields)
  return html`${isTyped(fields, words) ? html`<p>${words.problems.kept}</p>` : ""}
    <form class="card" method="post" action="${to}">
      ${rows.map(([name, value]) => again(name, value, labels[name]))}
      <button>${words.problems.again}</button>
    </form>`
}
