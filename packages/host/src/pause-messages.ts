/** A pause: why, who may end it, how long it may last, and what goes on afterwards. */
import type { EffectOf, GameState } from "@znatoki/engine"
import { capital, durationWords } from "./duration-words.ts"
import { isLastRound, sitsAlone } from "./game-words.ts"
import { pausedKeyboard } from "./keyboards.ts"
import { type Piece, piece } from "./piece.ts"
import { plural } from "./plural.ts"
import { goesOnWords, stepKeyboard } from "./step-words.ts"
import { lines } from "./text.ts"
import { timeLeftWords } from "./time-left-words.ts"

/** Null: there is only one who can. */
const whoResumes = (state: GameState): string | null =>
  sitsAlone(state) ? null : "Продолжить может любой, кто за столом."

const why = ({ by, why: reason }: EffectOf<"GamePaused">, state: GameState): string => {
  if (reason !== "silence")
    return `⏸ Пауза${by === null || sitsAlone(state) ? "" : `: просит ${by.name}`}. Время стоит.`
  const { silentRoundsMax: silent } = state.settings
  const rounds = silent === 1 ? "Целый раунд" : `Уже ${plural(silent, ["раунд", "раунда", "раундов"])} подряд`
  return `⏸ ${rounds} за столом тишина — ставлю игру на паузу. Время стоит.`
}

const forgotten = ({ settings }: GameState): string =>
  `Забытая пауза закончит игру не позже чем через ${durationWords(settings.pauseMaxMs, "accusative")}.`

/** Where the host is gone, nobody would hear it. */
export const gamePaused = (effect: EffectOf<"GamePaused">, state: GameState): Piece | null =>
  effect.why === "host gone"
    ? null
    : piece(
        lines(why(effect, state), [whoResumes(state), forgotten(state)].filter((part) => part !== null).join(" ")),
        state._tag === "Paused" ? pausedKeyboard(state) : null
      )

/** A game that silence held has shown its verdict for long enough. */
const isQuestionNext = (leftMs: number, state: GameState): boolean =>
  state._tag === "Wheel" || (state._tag === "Verdict" && leftMs === 0 && !isLastRound(state))

/** What there is still time for. */
const goesOn = (leftMs: number, state: GameState): string => {
  if (isQuestionNext(leftMs, state)) return "Достаю вопрос."
  const time = timeLeftWords(leftMs, state)
  return [goesOnWords(state), time === null ? null : capital(time)].filter((part) => part !== null).join(" ")
}

const back = "🦉 Я снова здесь"

export const gameResumed = ({ by, leftMs }: EffectOf<"GameResumed">, state: GameState): Piece =>
  piece(
    lines(by === null ? `${back}, играем дальше!` : "▶️ Продолжаем!", goesOn(leftMs, state)),
    isQuestionNext(leftMs, state) ? null : stepKeyboard(state)
  )

export const pauseGoesOn = (state: GameState): Piece =>
  piece(
    lines(`${back}. Игра на паузе, время стоит.`, whoResumes(state)),
    state._tag === "Paused" ? pausedKeyboard(state) : null
  )
