/** The right answer with all that belongs to it. What matters least is cut first; what the licence wants never is. */
import type { Question } from "@znatoki/engine"
import type { Media, Text } from "@znatoki/chat/message"
import { fit } from "./fit-text.ts"
import { mediaAt } from "./media-at.ts"
import { lines, paragraphs } from "./text.ts"

/** What the licence wants is never cut. */
export const creditOf = ({ credit }: Question): string | null => (credit === undefined ? null : `📜 ${credit}`)

const notShown = "🖼 К ответу есть приложение, но показать его не получилось."

/** What is shown with the right answer; null: nothing. */
export const answerMediaOf = ({ answerImageUrl }: Question): Media | null =>
  answerImageUrl === undefined ? null : mediaAt(answerImageUrl, notShown)

export const labelled = (label: string, words: string): string | null => (words === "" ? null : `${label}: ${words}`)

interface Around {
  /** What else is right; "": that need not be said. */
  readonly accepted: string
  /** The answer among what comes with it, in order. */
  readonly inOrder: (answer: Text) => ReadonlyArray<Text>
  /** What comes after all. */
  readonly end: Text | null
}

export const toldAnswer =
  (question: Question, { accepted, end, inOrder }: Around) =>
  (room: number): Text =>
    fit(
      [question.comment ?? "", question.source ?? "", accepted, question.author ?? "", question.answer],
      ([comment = "", source = "", others = "", author = "", answer = ""]) =>
        paragraphs(
          ...inOrder(lines(labelled("Правильный ответ", answer), labelled("Зачёт", others))),
          answerMediaOf(question)?.instead ?? null,
          comment === "" ? null : `💬 ${comment}`,
          lines(
            [labelled("Источник", source), labelled("Автор", author)].filter((words) => words !== null).join(" · "),
            creditOf(question)
          ),
          end
        ),
      room
    )
