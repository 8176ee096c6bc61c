/** Where the wheel stopped, and what that means for the round. */
import type { EffectOf, Settings } from "@znatoki/engine"
import { durationWords } from "./duration-words.ts"
import { questionsWords } from "./game-words.ts"
import { opening, type Piece, piece, suspenseMs } from "./piece.ts"
import { lines } from "./text.ts"

const kindWords = (kind: EffectOf<"WheelSpun">["kind"], { blitzMs, blitzQuestions }: Settings): string | null => {
  const task = `${questionsWords(blitzQuestions)}, на каждый — ${durationWords(blitzMs)}`
  switch (kind) {
    case "ordinary":
      return null
    case "blitz":
      return `💥 Это блиц: ${task}. Очко — только за все верные ответы.`
    case "super-blitz":
      return `💥 Это суперблиц: ${task}, и играет кто-то один. Очко — только за все верные ответы.`
  }
}

export const wheelTurns: Piece = opening(lines("🎡 Волчок крутится…"), null, suspenseMs)

export const wheelSpun = ({ kind, sector, stopped }: EffectOf<"WheelSpun">, settings: Settings): Piece => {
  const where =
    sector === stopped
      ? `🎡 Выпал сектор ${sector}.`
      : `🎡 Выпал сектор ${stopped}, но он уже сыгран. Играем следующий — ${sector}.`
  return piece(lines(where, kindWords(kind, settings)))
}
