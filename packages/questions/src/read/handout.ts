/** The handout inside a question's text, «[Раздаточный материал: …]» or «<раздатка>…</раздатка>»: apart from the text. */
import { closingsOf } from "./brackets.ts"
import { withoutPictures } from "./pictures.ts"

export interface WithHandout {
  readonly text: string
  readonly handout: string | null
  readonly handoutImage: string | null
  /** Pictures for which there is no place: a handout has one. */
  readonly more: ReadonlyArray<string>
}

const opening = "<раздатка>"
const closing = "</раздатка>"
const label = /^\s*Раздат[\p{L} ]*:?\s*/iu

const labelMax = 40

interface Piece {
  readonly from: number
  readonly to: number
  readonly inside: string
}

const tagged = (text: string): Piece | null => {
  const from = text.indexOf(opening)
  const to = text.indexOf(closing, from)
  if (from < 0 || to < 0) return null
  return { from, to: to + closing.length, inside: text.slice(from + opening.length, to) }
}

const bracketed = (text: string): Piece | null => {
  for (const [from, end] of closingsOf(text, "[", "]")) {
    const named = label.exec(text.slice(from + 1, Math.min(end, from + labelMax)))
    if (named !== null) return { from, to: end + 1, inside: text.slice(from + 1 + named[0].length, end) }
  }
  return null
}

/** Brackets around all of a handout are its frame. */
const withoutFrame = (handout: string): string => {
  const said = handout.trim()
  return closingsOf(said, "[", "]").get(0) === said.length - 1 ? said.slice(1, -1) : said
}

/** A handout that the format keeps apart comes first. */
export const withHandout = (text: string, apart = ""): WithHandout => {
  const piece = tagged(text) ?? bracketed(text)
  const rest = piece === null ? text : `${text.slice(0, piece.from).trimEnd()}\n${text.slice(piece.to).trimStart()}`
  const handouts = [withoutFrame(apart), piece?.inside ?? ""].map((each) => withoutPictures(each.trim()))
  const asked = withoutPictures(rest)
  const [handoutImage = null, ...more] = [...handouts.flatMap(({ names }) => names), ...asked.names]
  const handout = handouts
    .map((each) => each.text)
    .filter((each) => each !== "")
    .join("\n")
  return { text: asked.text.trim(), handout: handout === "" ? null : handout, handoutImage, more }
}
