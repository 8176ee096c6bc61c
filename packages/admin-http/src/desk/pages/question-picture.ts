/** The picture of a question on its page: seen, sent as a file, taken out. */
import { pictureHashOf } from "@znatoki/ports/pictures"
import { answerPictureAddress } from "@znatoki/questions/bank-question"
import { Effect, Schema } from "effect"
import { html } from "hono/html"
import type { Html } from "../../pages/value-tree.ts"
import { malformed } from "../../parse-request.ts"
import type { Problem } from "../../problem.ts"
import { PictureJson, picturesApi } from "../../routes/pictures.ts"
import type { QuestionJson } from "../../schemas/question-json.ts"
import { uploadMedia } from "../../upload.ts"
import type { Asked } from "../page.ts"
import type { Words } from "../words/words.ts"

type Question = typeof QuestionJson.Type

/** One of ours is shown; what lies elsewhere is told by its address. */
export const pictureShown = (address: string, alt: string): Html => {
  const hash = pictureHashOf(address)
  if (hash !== null) return html`<img class="picture" src="${picturesApi}/${hash}" alt="${alt}" loading="lazy" />`
  return /^https?:/.test(address)
    ? html`<a class="long" href="${address}" rel="noreferrer">${address}</a>`
    : html`<span class="long">${address}</span>`
}

/** `here`: the page of the question. */
export const picturePart = (
  { handout, version }: Question,
  here: string,
  mayEdit: boolean,
  { questions }: Words
): Html => {
  const address = handout?.imageUrl ?? null
  if (address === null && !mayEdit) return html``
  const its = html`<input type="hidden" name="version" value="${version}" />`
  return html`<h2 id="picture">${questions.picture}</h2>
    <div class="card">
      ${address === null ? html`<p>${questions.noPicture}</p>` : html`<p>${pictureShown(address, questions.picture)}</p>`}
      ${
        mayEdit
          ? html`<form class="stacked" method="post" action="${here}/picture" enctype="multipart/form-data">
              ${its}
              <label>
                ${questions.pictureFile} <small>${questions.pictureHint}</small>
                <input type="file" name="file" accept="image/jpeg,image/png,image/gif,image/webp" required />
              </label>
              <button>${questions.putPicture}</button>
            </form>`
          : ""
      }
      ${
        mayEdit && address !== null
          ? html`<form method="post" action="${here}/picture">
              ${its}<button class="quiet" name="remove" value="yes">${questions.removePicture}</button>
            </form>`
          : ""
      }
    </div>`
}

const isShown = (address: string): boolean => pictureHashOf(address) !== null || answerPictureAddress(address) !== null

/** It came with its file, and is kept for whoever reads and writes files. */
export const answerPicturePart = ({ answerImage }: Question, { questions }: Words): Html =>
  answerImage === null
    ? html``
    : html`<h2 id="answer-picture">${questions.answerPicture}</h2>
        <div class="card">
          <p>${pictureShown(answerImage, questions.answerPicture)}</p>
          <p>${isShown(answerImage) ? questions.answerPictureHint : questions.answerPictureNamed}</p>
        </div>`

const noFile = () => malformed("There is no file in the form.")

export interface SentPicture {
  readonly version: string
  /** How the question is to name it; null: it has none. */
  readonly address: string | null
}

/** What was sent, kept among the pictures. */
export const sentPicture = Effect.fnUntraced(function* ({
  callApi,
  context
}: Asked): Effect.fn.Return<SentPicture, Problem> {
  const form = yield* Effect.tryPromise({ try: () => context.req.parseBody(), catch: noFile })
  const { file, remove } = form
  const version = typeof form["version"] === "string" ? form["version"] : ""
  if (remove === "yes") return { version, address: null }
  if (!(file instanceof File) || file.size === 0) return yield* noFile()
  const { json } = yield* callApi(context, {
    method: "POST",
    path: picturesApi,
    headers: { "Content-Type": uploadMedia },
    body: file
  })
  return { version, address: Schema.decodeUnknownSync(PictureJson)(json).address }
})
