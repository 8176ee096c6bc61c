/** `content.xml` of a SIGame pack: of its questions those that are words or a picture. */
import type { Reading } from "../reading.ts"
import { excerpt, orNull, ReadingDraft } from "./reading-draft.ts"
import { alternativesOf } from "./si-game-answers.ts"
import { attributeOf } from "./xml-tokens.ts"
import { allOf, childOf, childrenOf, type XmlNode, wordsOf, xmlTree } from "./xml-tree.ts"

interface Content {
  readonly kind: string
  readonly text: string
}

/** Versions before the fifth have atoms in a scenario, the others items in a parameter. */
const contentOf = (question: XmlNode): ReadonlyArray<Content> => {
  const asked = allOf(question, "param").filter((param) => attributeOf(param.attributes, "name") === "question")
  const scenario = childOf(question, "scenario")
  const items = [
    ...asked.flatMap((param) => childrenOf(param, "item")),
    ...(scenario === null ? [] : childrenOf(scenario, "atom"))
  ]
  const contents = items.map((item) => ({
    kind: attributeOf(item.attributes, "type") ?? "text",
    text: wordsOf(item).trim()
  }))
  // What follows the marker is shown with the answer.
  const marker = contents.findIndex(({ kind }) => kind === "marker")
  return marker < 0 ? contents : contents.slice(0, marker)
}

const saidIn = (side: XmlNode): ReadonlyArray<string> =>
  childrenOf(side, "answer").map((answer) => wordsOf(answer).trim())

const answersOf = (question: XmlNode, side: "right" | "wrong"): ReadonlyArray<string> =>
  childrenOf(question, side).flatMap(saidIn)

const unasked = new Map([
  ["audio", "a sound"],
  ["voice", "a sound"],
  ["video", "a film"],
  ["html", "a page"]
])

const isPicture = (kind: string): boolean => kind === "image"

const infoOf = (node: XmlNode, list: string, item: string): ReadonlyArray<string> => {
  const info = childOf(node, "info")
  return info === null
    ? []
    : allOf(info, list).flatMap((each) => childrenOf(each, item).map((found) => wordsOf(found).trim()))
}

const commentOf = (node: XmlNode): string => {
  const info = childOf(node, "info")
  const comments = info === null ? null : childOf(info, "comments")
  return comments === null ? "" : wordsOf(comments)
}

const addQuestion = (draft: ReadingDraft, node: XmlNode, theme: string, round: string): void => {
  const name = `${theme} ${attributeOf(node.attributes, "price") ?? ""}`.trim()
  const contents = contentOf(node)
  const foreign = contents.map(({ kind }) => unasked.get(kind)).find((each) => each !== undefined)
  const text = contents
    .filter(({ kind }) => kind === "text" || kind === "say")
    .map((each) => each.text)
    .join("\n")
  if (foreign !== undefined)
    return draft.leaveOut(node.line, text, `${name}: ${foreign} cannot be asked here, not imported`)
  const picture = contents.find(({ kind }) => isPicture(kind))?.text ?? null
  draft.add({
    line: node.line,
    tour: orNull(round),
    text: text === "" && picture !== null ? theme : text,
    ...alternativesOf(answersOf(node, "right")),
    rejected: answersOf(node, "wrong"),
    handoutImage: picture?.replace(/^@/, "") ?? null,
    comment: orNull(commentOf(node)),
    sources: infoOf(node, "sources", "source"),
    author: orNull(infoOf(node, "authors", "author").join(", ")),
    themes: theme === "" ? [] : [theme]
  })
}

const nameOf = (node: XmlNode): string => attributeOf(node.attributes, "name") ?? ""

/** Where a question stands: a piece that somebody cut out of a pack may lack a theme, a round or both. */
interface Around {
  readonly theme: string
  readonly round: string
}

const readNode = (draft: ReadingDraft, node: XmlNode, around: Around): void => {
  switch (node.name) {
    case "question":
      return addQuestion(draft, node, around.theme, around.round)
    case "right":
      return draft.leaveOut(
        node.line,
        wordsOf(node),
        `an answer without its question, not read: «${excerpt(alternativesOf(saidIn(node)).answer)}»`
      )
    case "package":
      tellPack(draft, node)
  }
  const inside = {
    theme: node.name === "theme" ? nameOf(node) : around.theme,
    round: node.name === "round" ? nameOf(node) : around.round
  }
  for (const child of node.children) readNode(draft, child, inside)
}

const tellPack = (draft: ReadingDraft, pack: XmlNode): void => {
  draft.tell("title", nameOf(pack))
  draft.tell("date", attributeOf(pack.attributes, "date") ?? "")
  draft.tell("editors", infoOf(pack, "authors", "author").join(", "))
}

export const readSiGame = (xml: string): Reading => {
  const draft = new ReadingDraft()
  readNode(draft, xmlTree(xml), { theme: "", round: "" })
  return draft.done()
}
