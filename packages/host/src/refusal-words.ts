/** Why a wish was refused, in one kind and concrete sentence without a full stop. */
import { type GameState, type Player, type Refusal, unpaused } from "@znatoki/engine"
import { lower } from "./duration-words.ts"
import { cut } from "@znatoki/chat/cut"
import { isLastRound, roundInSentence, seated } from "./game-words.ts"
import { plural } from "./plural.ts"
import { typed } from "./typed.ts"
import { votersIn } from "./voters-words.ts"

const nameMax = 30

const captainOf = (game: GameState): string => {
  const state = unpaused(game)
  const captain = "captain" in state ? seated(state, state.captain) : null
  return captain === null ? "" : ` — ${cut(captain.name, nameMax)}`
}

/** A wish that makes sense, and which words say it. */
const pausedWords = (hearsAll: boolean): string =>
  `Сейчас пауза. Чтобы играть дальше, напишите ${typed("продолжаем", hearsAll)}`
const overWords = (hearsAll: boolean): string => `Сейчас игры нет. Напишите ${typed("старт", hearsAll)} — и начнём`

const running = (state: GameState): string =>
  "round" in state
    ? `Игра уже идёт: ${roundInSentence(state.round, state.settings)}`
    : "Стол уже собирается: жмите «Я играю» или «Поехали»"

const captainOnly = (state: GameState): string => {
  const captain = captainOf(state)
  if (state._tag === "Choice" || state._tag === "SoloChoice") return `Выбирает капитан${captain}`
  if (state._tag === "Verdict") return `Апелляцию подаёт капитан${captain}`
  return state._tag === "Discussion" ? `В обсуждении решает капитан${captain}` : `Это решает капитан${captain}`
}

const notSeated = (state: GameState): string => {
  if (state._tag === "Verdict" && isLastRound(state)) return "Вы не за столом: итоги я покажу и сам"
  return state._tag === "Lobby" || state._tag === "Verdict"
    ? "Вы пока не за столом: сесть можно кнопкой «Я играю»"
    : "Вы не за столом: сесть можно между раундами"
}

/** What the game is doing instead. */
const notNow = (state: GameState, hearsAll: boolean): string => {
  switch (state._tag) {
    case "Idle":
    case "Finished":
      return overWords(hearsAll)
    case "Lobby":
      return "Игра ещё не началась: собираем стол"
    case "SoloChoice":
      return "Не сейчас: капитан выбирает, кто сыграет суперблиц"
    case "Wheel":
      return "Секунду: я достаю вопрос"
    case "Discussion":
      return "Не сейчас: идёт обсуждение"
    case "ClubHelp":
      return "Не сейчас: помогает клуб"
    case "Vote":
    case "Appeal":
      return `Не сейчас: ${votersIn(state).vote}`
    case "Paused":
      return pausedWords(hearsAll)
    case "Choice":
      return "Не сейчас: капитан выбирает, кто отвечает"
    case "Answer": {
      const answerer = seated(state, state.answerer)
      return answerer === null ? "Не сейчас: ждём ответа" : `Не сейчас: отвечает ${cut(answerer.name, nameMax)}`
    }
    case "Verdict":
      if (isLastRound(state)) return "Последний раунд сыгран: впереди только итоги"
      return "Раунд сыгран. Чтобы продолжить, жмите «Дальше»"
  }
}

const nowWords = (state: GameState): string => {
  switch (state._tag) {
    case "Idle":
    case "Finished":
      return "Эта кнопка устарела: та игра закончилась, новой пока нет"
    case "Lobby":
      return "Эта кнопка от прошлой игры: сейчас собирается новый стол"
    case "SoloChoice":
    case "Wheel":
      return `Эта кнопка устарела: начинается раунд ${state.round}`
    case "Vote":
    case "Appeal":
      return `Эта кнопка устарела: раунд ${state.round}, ${votersIn(state).vote}`
    case "Paused":
      return "Эта кнопка устарела: сейчас пауза"
    case "ClubHelp":
      return `Эта кнопка устарела: раунд ${state.round}, помогает клуб`
    case "Discussion":
      return `Эта кнопка устарела: раунд ${state.round}, идёт обсуждение`
    case "Choice":
      return `Эта кнопка устарела: раунд ${state.round}, капитан выбирает`
    case "Answer":
      return `Эта кнопка устарела: раунд ${state.round}, ждём ответа`
    case "Verdict":
      return `Эта кнопка устарела: раунд ${state.round} сыгран, дальше — по кнопке под ответом`
  }
}

const soloistOnly = (state: GameState): string => {
  const solo = "series" in state && state.series?._tag === "SuperBlitz" ? seated(state, state.series.soloist) : null
  return `Суперблиц играет один игрок${solo === null ? "" : ` — ${cut(solo.name, nameMax)}`}`
}

const stopNotAsked = (state: GameState, hearsAll: boolean): string =>
  state._tag === "Idle" || state._tag === "Finished"
    ? nowWords(state)
    : `Этот вопрос уже снят. Чтобы остановить игру, напишите ${typed("стоп", hearsAll)}`

/** These are said in the same words wherever the game is. */
const fixed = {
  "already seated": "Вы уже за столом",
  "join between rounds": "Раунд уже идёт: сесть за стол можно сразу после него",
  "answerer not seated": "Этого игрока нет за столом",
  "no extra minute": "Времени про запас нет: его дают за верный досрочный ответ",
  "club help off": "В этой игре помощи клуба нет",
  "club help used": "Помощь клуба уже использована",
  "not paused": "Игра не на паузе",
  "already voted": "Вы уже проголосовали",
  "own answer": "Свой ответ не оценивают: решают остальные",
  "appeals off": "В этой игре апелляций нет",
  "appeal used": "Апелляция уже использована",
  "nothing to appeal": "Оспорить можно только незасчитанный ответ",
  "table decided": "Этот ответ уже решён голосованием",
  "settings fixed": "Игра идёт: сменить настройки можно, когда она закончится"
} as const satisfies { readonly [Reason in Refusal]?: string }

const isFixed = (reason: Refusal): reason is keyof typeof fixed => reason in fixed

/** For the one who pressed. */
export const refusalWords = (state: GameState, reason: Refusal, hearsAll = true): string => {
  if (isFixed(reason)) return fixed[reason]
  switch (reason) {
    case "no session":
      return overWords(hearsAll)
    case "paused":
      return pausedWords(hearsAll)
    case "session running":
      return state._tag === "Paused" ? pausedWords(hearsAll) : running(state)
    case "not seated":
      return notSeated(state)
    case "table full":
      return `Мест больше нет: за столом ${plural(state.settings.playersMax, ["игрок", "игрока", "игроков"])}`
    case "too many seated":
      return "За столом больше игроков, чем мест в этих настройках"
    case "soloist only":
      return soloistOnly(state)
    case "captain only":
      return captainOnly(state)
    case "stop not asked":
      return stopNotAsked(state, hearsAll)
    case "moment passed":
      return nowWords(state)
    case "not now":
      return notNow(state, hearsAll)
  }
}

/** In words everybody reads it, so it says whom it is for. */
export const refusalTo = (by: Player | null, state: GameState, reason: Refusal, hearsAll = true): string => {
  const said = refusalWords(state, reason, hearsAll)
  return by === null ? said : `${cut(by.name, nameMax)}, ${lower(said)}`
}
