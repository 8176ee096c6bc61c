/** The buttons of each step. Those that belong to a step carry its moment, so that a late press is recognised. */
import {
  type Appeal,
  type Choice,
  type ClubHelp,
  type Discussion,
  type EpochMs,
  type GameState,
  type Lobby,
  momentOf,
  nextSettingsOf,
  type Paused,
  type Player,
  PresetName,
  type QuestionId,
  type SoloChoice,
  type Verdict,
  type Vote
} from "@znatoki/engine"
import { isLastRound, moreTime, presetTitle } from "./game-words.ts"
import { themeTitle } from "@znatoki/chat/theme-names"
import { anyWish, type QuestionWish, type ShelvedTheme } from "@znatoki/chat/question-choice"
import type { Button, Keyboard } from "@znatoki/chat/message"

const button = (label: string, color: Button["color"], action: Button["action"]): Button => ({ label, color, action })
const underMessage = (...rows: ReadonlyArray<ReadonlyArray<Button>>): Keyboard => ({ place: "under message", rows })

const startButton = button("Начать игру", "primary", { _tag: "Start", preset: null })

const underInput = (...rows: ReadonlyArray<ReadonlyArray<Button>>): Keyboard => ({ place: "under input", rows })

const infoButton = button("Инфо", "secondary", { _tag: "Info" })
const aroundGame = [
  button("Правила", "secondary", { _tag: "Rules" }),
  infoButton,
  button("Настройки", "secondary", { _tag: "Settings" })
]
const statistics = [
  button("Рейтинг", "secondary", { _tag: "Rating" }),
  button("Моя статистика", "secondary", { _tag: "PlayerStatistics" })
]

/** What can be asked for when nobody plays. */
export const menu: Keyboard = underInput([startButton], aroundGame, statistics)

/** The same after a game, which may be played again. */
export const menuAfter: Keyboard = underInput(
  [button("Реванш", "positive", { _tag: "Again" }), startButton],
  aroundGame,
  statistics
)

/** What can be asked for in any step of a game: it comes with the words that begin it, and stays. */
export const gameMenu: Keyboard = underInput([
  infoButton,
  button("Пауза", "secondary", { _tag: "Pause", seen: null }),
  button("Стоп", "negative", { _tag: "Stop" })
])

export const startKeyboard = underMessage([startButton])

export const lobbyKeyboard = (state: Lobby): Keyboard => {
  const seen = momentOf(state)
  return underMessage(
    [button("Я играю", "positive", { _tag: "Join", seen }), button("Поехали", "primary", { _tag: "Go", seen })],
    [button("Выйти", "secondary", { _tag: "Leave", seen })]
  )
}

const isSolo = ({ series }: Discussion | ClubHelp): boolean => series?._tag === "SuperBlitz"

/** What can be asked for in this very discussion; a super-blitz is played without the club. */
const helps = (state: Discussion): ReadonlyArray<Button> => {
  const seen = momentOf(state)
  const { clubHelps, extraMinutes } = state.reserves
  const asked: Array<Button> = []
  if (extraMinutes > 0) asked.push(button(moreTime(state.settings), "secondary", { _tag: "Minute", seen }))
  if (clubHelps > 0 && !state.helped && !isSolo(state)) {
    asked.push(button("Помощь клуба", "secondary", { _tag: "Club", seen }))
  }
  return asked
}

export const discussionKeyboard = (state: Discussion | ClubHelp): Keyboard => {
  const label = isSolo(state) ? "Ответить сейчас" : "Досрочный ответ"
  const early = button(label, "secondary", { _tag: "Early", seen: momentOf(state) })
  const asked = state._tag === "Discussion" ? helps(state) : []
  return underMessage(...[[early], asked].filter((row) => row.length > 0))
}

export const voteKeyboard = (state: Vote | Appeal): Keyboard => {
  const seen = momentOf(state)
  return underMessage([
    button("Да", "positive", { _tag: "Vote", seen, yes: true }),
    button("Нет", "negative", { _tag: "Vote", seen, yes: false })
  ])
}

export const pausedKeyboard = (state: Paused): Keyboard =>
  underMessage([button("Продолжаем", "primary", { _tag: "Resume", seen: momentOf(state) })])

/** Whoever does not stop a game that is held does not let it go on by that. */
export const stopKeyboard = ({ _tag, game }: GameState, askedAtMs: EpochMs): Keyboard =>
  underMessage([
    button("Остановить", "negative", { _tag: "StopAnswer", game, askedAtMs, yes: true }),
    button(_tag === "Paused" ? "Не останавливать" : "Играем дальше", "primary", {
      _tag: "StopAnswer",
      game,
      askedAtMs,
      yes: false
    })
  ])

/** Three presets, the rest below, and whether the time is seen to run. */
export const settingsKeyboard = (state: GameState): Keyboard => {
  const seen = momentOf(state)
  const buttons = PresetName.literals.map((preset) =>
    button(presetTitle[preset], "secondary", { _tag: "Preset", seen, preset })
  )
  const { clock } = nextSettingsOf(state)
  const label = clock ? "Часы: выключить" : "Часы: включить"
  return underMessage(buttons.slice(0, 3), buttons.slice(3), [
    button(label, "secondary", { _tag: "Clock", seen, on: !clock })
  ])
}

/** A long name fits no button; all of them can be written. */
const themeButtonsMax = 6
const comfortableTheme = 30

/** Three degrees, some themes, and all questions again. */
export const questionsKeyboard = (state: GameState, themes: ReadonlyArray<ShelvedTheme>): Keyboard => {
  const seen = momentOf(state)
  const wishing = (label: string, wish: QuestionWish) => button(label, "secondary", { _tag: "Questions", seen, wish })
  const shown = themes.filter(({ name }) => name.length <= comfortableTheme).slice(0, themeButtonsMax)
  const buttons = shown.map(({ name }) => wishing(themeTitle(name), { theme: name }))
  return underMessage(
    [
      wishing("Лёгкие", { level: "easy" }),
      wishing("Средние", { level: "medium" }),
      wishing("Сложные", { level: "hard" })
    ],
    ...rowsOf(buttons),
    [button("Любые вопросы", "primary", { _tag: "Questions", seen, wish: anyWish })]
  )
}

/** More people than buttons are named by words. */
export const choiceButtonsMax = 10
/** Longer names need more room than three in a row leave. */
const comfortableName = 12

/** Rows of about the same length: four people stand two and two. */
const rowsOf = (buttons: ReadonlyArray<Button>): ReadonlyArray<ReadonlyArray<Button>> => {
  const isLong = buttons.some(({ label }) => label.length > comfortableName)
  const rows = Math.ceil(buttons.length / (isLong ? 2 : 3))
  const perRow = Math.ceil(buttons.length / rows)
  return Array.from({ length: rows }, (_, row) => buttons.slice(row * perRow, (row + 1) * perRow)).filter(
    (row) => row.length > 0
  )
}

const namesakes = (name: string, among: ReadonlyArray<Player>): number =>
  among.filter((player) => player.name === name).length

/** Two people of one name get numbers, in the order they sat down. */
export const seatLabels = (players: ReadonlyArray<Player>): ReadonlyArray<string> =>
  players.map(({ name }, i) =>
    namesakes(name, players) === 1 ? name : `${name} ${namesakes(name, players.slice(0, i + 1))}`
  )

export const choiceKeyboard = (state: Choice | SoloChoice): Keyboard => {
  const seen = momentOf(state)
  const names = seatLabels(state.players)
  const buttons = state.players
    .slice(0, choiceButtonsMax)
    .map((player, index) => button(names[index] ?? player.name, "primary", { _tag: "Name", seen, player: player.id }))
  return underMessage(...rowsOf(buttons))
}

/** Against a round that was won, or lost in silence, or by the table's own vote, there is nothing to say. */
const canAppeal = ({ reserves, results, settings }: Verdict): boolean => {
  const last = results.at(-1)
  if (last === undefined || last.right || last.given === null || last.appeal !== "none") return false
  return reserves.appeals > 0 && (last.decidedBy === "judge" || settings.appealBy === "admin")
}

/** After the last round there is nothing to sit down for. */
export const verdictKeyboard = (state: Verdict): Keyboard => {
  const seen = momentOf(state)
  const appeal = canAppeal(state) ? [button("Апелляция", "secondary", { _tag: "Appeal", seen })] : []
  if (isLastRound(state)) return underMessage([button("Итоги", "primary", { _tag: "Next", seen }), ...appeal])
  return underMessage(
    [button("Дальше", "primary", { _tag: "Next", seen }), ...appeal],
    [
      button("Я играю", "positive", { _tag: "Join", seen }),
      button("Выйти", "secondary", { _tag: "Leave", seen }),
      button("Пауза", "secondary", { _tag: "Pause", seen })
    ]
  )
}

/** Under a verdict, and for as long as the message is there: the question is named, not the step. */
export const withLikes = ({ place, rows }: Keyboard, question: QuestionId): Keyboard => ({
  place,
  rows: [
    ...rows,
    [
      button("👍", "secondary", { _tag: "Like", question, good: true }),
      button("👎", "secondary", { _tag: "Like", question, good: false })
    ]
  ]
})
