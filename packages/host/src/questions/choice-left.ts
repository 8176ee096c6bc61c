/** What is said when the questions that were chosen come to an end: what is new of them, for nobody is asked the same again. */
import type { EffectOf } from "@znatoki/engine"
import { type Piece, piece } from "../piece.ts"
import { lines } from "../text.ts"

/** This was the last new one, or there was none any more. */
export type ChoiceLeft = "last" | "over"

/** Said once in a game: with the last one, or with the first question of a game that begins without any. */
export const choiceEnds = ({ blitz, round }: EffectOf<"QuestionAsked">, left: ChoiceLeft): Piece | null => {
  if (left === "last") return piece(lines("📦 Это последний новый вопрос из выбранных. Дальше — любые."))
  if (round > 1 || (blitz?.question ?? 1) > 1) return null
  return piece(lines("📦 Новых вопросов из выбранных здесь нет, поэтому играем с любыми."))
}
