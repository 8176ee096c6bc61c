/** GIFT of Moodle: «::name:: question {=right ~wrong}», with a backslash before a sign that is text. */
import type { Reading } from "../reading.ts"
import { linesOf } from "./lines-of.ts"
import { excerpt, orNull, ReadingDraft } from "./reading-draft.ts"

const escapes = /\\([=~#{}:\\n])/g
const plain = (text: string): string =>
  text.replaceAll(escapes, (_, sign: string) => (sign === "n" ? "\n" : sign)).trim()

/** The place of a sign that has no backslash before it; -1: there is none. */
const find = (text: string, sign: string, from = 0): number => {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at++
    else if (text.startsWith(sign, at)) return at
  }
  return -1
}

interface Answer {
  readonly right: boolean
  readonly text: string
}

/** «=right#feedback ~wrong»; a weight in percents is no part of the answer. */
const answersOf = (inside: string): ReadonlyArray<Answer> => {
  const answers: Array<Answer> = []
  let from = -1
  for (let at = 0; at <= inside.length; at++) {
    const sign = inside[at]
    if (sign === "\\") {
      at++
      continue
    }
    if (at < inside.length && sign !== "=" && sign !== "~") continue
    if (from >= 0) answers.push(answerOf(inside.slice(from, at)))
    from = at
  }
  return answers
}

const answerOf = (piece: string): Answer => {
  const feedback = find(piece, "#")
  const said = piece.slice(1, feedback < 0 ? undefined : feedback)
  const weight = /^%(-?\d{1,3}(?:\.\d+)?)%/.exec(said)
  return { right: piece.startsWith("=") || weight?.[1] === "100", text: plain(said.slice(weight?.[0].length ?? 0)) }
}

const addBlock = (draft: ReadingDraft, line: number, block: string): void => {
  const named = block.startsWith("::") ? find(block, "::", 2) : -1
  const body = named < 0 ? block : block.slice(named + 2)
  const [from, to] = [find(body, "{"), find(body, "}")]
  if (from < 0 || to < from) return draft.leaveOut(line, block, `no answers in braces, not read: «${excerpt(block)}»`)
  const answers = answersOf(body.slice(from + 1, to))
  const [answer = "", ...accepted] = answers.filter(({ right }) => right).map(({ text }) => text)
  if (answer === "") return draft.leaveOut(line, block, `no right answer in words, not read: «${excerpt(block)}»`)
  const options = answers.some(({ right }) => !right) ? answers.map(({ text }) => text) : []
  const text = plain(`${body.slice(0, from)}${body.slice(to + 1).trim() === "" ? "" : "…"}${body.slice(to + 1)}`)
  draft.add({ line, number: named < 0 ? null : orNull(plain(block.slice(2, named))), text, answer, accepted, options })
}

export const readGift = (file: string): Reading => {
  const draft = new ReadingDraft()
  let block: Array<string> = []
  let begunAt = 1
  const close = (): void => {
    if (block.length > 0) addBlock(draft, begunAt, block.join("\n").trim())
    block = []
  }
  for (const [i, line] of linesOf(file).entries()) {
    if (line.trim() === "") close()
    else if (!/^\s*(?:\/\/|\$CATEGORY)/.test(line)) {
      if (block.length === 0) begunAt = i + 1
      block.push(line)
    }
  }
  close()
  return draft.done()
}
