/** What everybody waits for, and the buttons of that step. */
import type { Appeal, GameState, PlayerId, Running, Vote } from "@znatoki/engine"
import { seated } from "./game-words.ts"
import {
  choiceKeyboard,
  discussionKeyboard,
  lobbyKeyboard,
  pausedKeyboard,
  verdictKeyboard,
  voteKeyboard
} from "./keyboards.ts"
import type { Keyboard } from "@znatoki/chat/message"
import { quoted } from "./quoted.ts"
import { votersIn } from "./voters-words.ts"

const nameOf = (state: Running, id: PlayerId): string => seated(state, id)?.name ?? "игрок"

/** The answer that is voted on: buttons that stand far below it would be about nothing. */
const votedOn = (state: Vote | Appeal): string =>
  `ответ «${quoted(state._tag === "Vote" ? state.given : (state.results.at(-1)?.given ?? ""))}»`

/** «Сейчас: …» */
export const stepWords = (state: Running): string => {
  switch (state._tag) {
    case "SoloChoice":
      return "капитан выбирает, кто сыграет суперблиц"
    case "Wheel":
      return "достаю вопрос"
    case "Discussion":
      return state.series?._tag === "SuperBlitz" ? `думает ${nameOf(state, state.series.soloist)}` : "обсуждение"
    case "ClubHelp":
      return "помогает клуб"
    case "Choice":
      return "капитан выбирает, кто отвечает"
    case "Answer":
      return `отвечает ${nameOf(state, state.answerer)}`
    case "Vote":
      return `${votersIn(state).vote}, засчитать ли ${votedOn(state)}`
    case "Verdict":
      return "перерыв между раундами"
    case "Appeal":
      return `${votersIn(state).vote} по апелляции на ${votedOn(state)}`
  }
}

/** After an interruption. Null: there is nothing for people to do. */
export const goesOnWords = (state: GameState): string | null => {
  switch (state._tag) {
    case "Lobby":
      return "Собираем стол дальше."
    case "Discussion":
      return "Обсуждайте дальше."
    case "ClubHelp":
      return "Клуб, подсказывайте дальше."
    case "SoloChoice":
    case "Choice": {
      const captain = seated(state, state.captain)
      return captain === null ? null : `Выбирает капитан — ${captain.name}.`
    }
    case "Answer": {
      const answerer = seated(state, state.answerer)
      return answerer === null ? null : `Отвечает ${answerer.name}.`
    }
    case "Vote":
    case "Appeal":
      return `${votersIn(state).goOn}: засчитать ли ${votedOn(state)}?`
    case "Idle":
    case "Wheel":
    case "Verdict":
    case "Paused":
    case "Finished":
      return null
  }
}

export const stepKeyboard = (state: GameState): Keyboard | null => {
  switch (state._tag) {
    case "Lobby":
      return lobbyKeyboard(state)
    case "Discussion":
    case "ClubHelp":
      return discussionKeyboard(state)
    case "SoloChoice":
    case "Choice":
      return choiceKeyboard(state)
    case "Vote":
    case "Appeal":
      return voteKeyboard(state)
    case "Verdict":
      return verdictKeyboard(state)
    case "Paused":
      return pausedKeyboard(state)
    case "Idle":
    case "Wheel":
    case "Answer":
    case "Finished":
      return null
  }
}
