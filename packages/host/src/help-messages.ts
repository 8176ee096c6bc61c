/** What a team can ask for while it thinks: an extra minute, the club. */
import type { EffectOf, GameState, Settings } from "@znatoki/engine"
import { durationWords, lower, remains } from "./duration-words.ts"
import { extraTime, timesWords } from "./game-words.ts"
import { discussionKeyboard } from "./keyboards.ts"
import { type Piece, piece } from "./piece.ts"
import { lines } from "./text.ts"

export const extraMinuteSpent = ({ addedMs, left }: EffectOf<"ExtraMinuteSpent">): Piece => {
  const rest = left === 0 ? "" : ` Так можно ещё ${timesWords(left)}.`
  return piece(lines(`⏱ Капитан берёт дополнительное время — ещё ${durationWords(addedMs, "accusative")}.${rest}`))
}

/** Told in the verdict's own message. */
export const extraMinuteEarned = ({ inHand }: EffectOf<"ExtraMinuteEarned">, settings: Settings): string =>
  `⏱ За верный досрочный ответ — ${extraTime(settings)} про запас${inHand === 1 ? "" : `, теперь ${timesWords(inHand)}`}.`

export const clubHelpAsked = (state: GameState): Piece =>
  piece(
    lines(
      "🆘 Капитан просит помощи клуба!",
      `Все, кто не за столом, — подсказывайте. На это — ${durationWords(state.settings.clubHelpMs)}.`
    ),
    state._tag === "ClubHelp" ? discussionKeyboard(state) : null
  )

export const clubHelpEnded = ({ leftMs }: EffectOf<"ClubHelpEnded">, state: GameState): Piece =>
  piece(
    lines(`⏳ Клуб помог чем мог. Обсуждайте дальше: ${lower(remains(leftMs))}.`),
    state._tag === "Discussion" ? discussionKeyboard(state) : null
  )
