/** XML of db.chgk.info: a tournament with tours or questions in it. */
import type { PackFacts, Reading } from "../reading.ts"
import { dbValueOf } from "./db-value.ts"
import { withHandout } from "./handout.ts"
import { sourcesOf } from "./numbered-items.ts"
import { withoutPictures } from "./pictures.ts"
import { oneOrNone, orNull, ReadingDraft } from "./reading-draft.ts"
import { childOf, childrenOf, type XmlNode, wordsOf, xmlTree } from "./xml-tree.ts"

const facts: ReadonlyArray<readonly [string, keyof PackFacts]> = [
  ["Title", "title"],
  ["Editors", "editors"],
  ["PlayedAt", "date"],
  ["Copyright", "licence"],
  ["Info", "info"],
  ["URL", "url"]
]

/** Line ends and paragraphs are those of the base's text format. */
const valueOf = (node: XmlNode, name: string): string => {
  const child = childOf(node, name)
  return child === null ? "" : dbValueOf(wordsOf(child).split(/\r?\n/))
}

const addQuestion = (draft: ReadingDraft, node: XmlNode, tour: string | null): void => {
  const { handout, handoutImage, text } = withHandout(valueOf(node, "Question"))
  const answer = withoutPictures(valueOf(node, "Answer"))
  draft.add({
    line: node.line,
    number: orNull(valueOf(node, "Number")),
    tour,
    text,
    handout,
    handoutImage,
    answer: answer.text,
    answerImage: answer.names[0] ?? null,
    accepted: oneOrNone(valueOf(node, "PassCriteria")),
    comment: orNull(valueOf(node, "Comments")),
    sources: sourcesOf(valueOf(node, "Sources")),
    author: orNull(valueOf(node, "Authors")),
    themes: oneOrNone(valueOf(node, "Topic"))
  })
}

const readTour = (draft: ReadingDraft, node: XmlNode, tour: string | null): void => {
  for (const question of childrenOf(node, "question")) addQuestion(draft, question, tour)
  for (const inner of childrenOf(node, "tour")) readTour(draft, inner, orNull(valueOf(inner, "Title")))
}

export const readBaseXml = (file: string): Reading => {
  const draft = new ReadingDraft()
  const root = xmlTree(file)
  for (const tournament of childrenOf(root, "tournament")) {
    for (const [name, fact] of facts) draft.tell(fact, valueOf(tournament, name))
    readTour(draft, tournament, null)
  }
  for (const search of childrenOf(root, "search")) readTour(draft, search, null)
  return draft.done()
}
