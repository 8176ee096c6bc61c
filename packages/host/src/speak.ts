/**
 * What the bot says after an event. Several effects share one message, where it is not too long; what opens a game or is to be
 * waited for stands before it.
 *
 * A press is answered by a notice that only the presser sees; words get words; talk and the clock get no refusals.
 */
import { type EffectOf, type GameEffect, type GameState, unpaused } from "@znatoki/engine"
import type { Around, Audience } from "./around.ts"
import { clockOf } from "./clock.ts"
import { remains } from "./duration-words.ts"
import { gameFinished } from "./game-finished.ts"
import { cutText } from "./fit-text.ts"
import { settingsTitle } from "./game-words.ts"
import { infoShown } from "./info-message.ts"
import { lobbyKeyboard } from "./keyboards.ts"
import { choiceEnds } from "./questions/choice-left.ts"
import { clubHelpAsked, clubHelpEnded, extraMinuteSpent } from "./help-messages.ts"
import { lobbySlot, lobbyText } from "./lobby-message.ts"
import type { Outgoing } from "@znatoki/chat/message"
import { timeGivenBack } from "./outage-message.ts"
import { gamePaused, gameResumed, pauseGoesOn } from "./pause-messages.ts"
import { amendable, type Messages, messagesOf, type Piece, piece } from "./piece.ts"
import { refusalTo, refusalWords } from "./refusal-words.ts"
import {
  answererWanted,
  answerWanted,
  captainChanged,
  gameStarted,
  questionAsked,
  soloistNamed,
  soloistWanted,
  textWanted
} from "./round-messages.ts"
import { seatsChanged } from "./seats-message.ts"
import { settingsChosen } from "./settings-message.ts"
import { declinedWords, stopAsked, stopDeclined } from "./stop-messages.ts"
import { text } from "./text.ts"
import { blitzGoesOn, roundJudged, verdictOpens } from "./verdict-message.ts"
import type { Via } from "./via.ts"
import { appealFiled, appealRuled, voteAmended, voteClosed, voteOpened } from "./vote-messages.ts"
import { wheelSpun, wheelTurns } from "./wheel-message.ts"

export type { Via } from "./via.ts"

export interface Spoken {
  readonly outgoing: ReadonlyArray<Outgoing>
  /** For the one who pressed; null: the press is answered without words. */
  readonly notice: string | null
}

/** `state` is the one after the event. */
export const speak = (
  state: GameState,
  effects: ReadonlyArray<GameEffect>,
  via: Via,
  { hearsAll = true, order = null, textMax = Infinity, ...audience }: Audience = {}
): Spoken => {
  const outgoing = [
    ...amended(state, effects, textMax),
    ...quoting(
      messagesOf(said({ ...nobodyKnown, ...audience, state, effects, via, hearsAll }), textMax),
      effects,
      via === "talk" ? order : null
    )
  ]
  // Whoever shows the clock is told by each message whether it goes on.
  const clock = clockOf(state)
  return {
    outgoing: clock === null ? outgoing : outgoing.map((message) => ({ ...message, clock })),
    notice: via === "press" ? notice(state, effects, hearsAll) : null
  }
}

const nobodyKnown = {
  alone: false,
  gameOnly: false,
  by: null,
  told: null,
  shelves: null,
  unknown: null,
  choiceLeft: null
}

/** What judges somebody's words, or asks to, stands beside them. */
const quoting = (
  { opening, rest: [first, ...others] }: Messages,
  effects: ReadonlyArray<GameEffect>,
  order: number | null
): ReadonlyArray<Outgoing> => {
  if (first === undefined) return opening
  const isJudging = order !== null && effects.some(({ _tag }) => judging.has(_tag))
  return [...opening, isJudging ? { ...first, about: order } : first, ...others]
}

const judging: ReadonlySet<GameEffect["_tag"]> = new Set(["RoundJudged", "BlitzGoesOn", "VoteOpened", "TextWanted"])

/** The list of players in the lobby, and the count of a vote, are kept right in their own messages, in a pause too. */
const amended = (state: GameState, effects: ReadonlyArray<GameEffect>, textMax: number): ReadonlyArray<Outgoing> => {
  const held = unpaused(state)
  if (held._tag === "Lobby" && effects.some(changesLobby)) {
    return [
      { _tag: "Amend", text: cutText(lobbyText(held), textMax), keyboard: lobbyKeyboard(held), slot: lobbySlot(held) }
    ]
  }
  if (effects.some(({ _tag }) => _tag === "StopDeclined")) return [stopDeclined(state)]
  const isVoting = held._tag === "Vote" || held._tag === "Appeal"
  return isVoting && effects.some(changesVote) ? [voteAmended(held, textMax)] : []
}

const changesLobby = ({ _tag }: GameEffect): boolean => _tag === "SeatsChanged" || _tag === "SettingsChosen"
/** A crowd is not counted vote by vote. */
const changesVote = (effect: GameEffect): boolean => {
  if (effect._tag !== "VoteTaken") return effect._tag === "SeatsChanged"
  const votes = effect.yes + effect.no
  return votes <= 10 || votes % 10 === 0
}

const said = (around: Around): ReadonlyArray<Piece> => {
  const pieces: Array<Piece> = []
  for (const effect of around.effects) {
    if (isUntold(effect)) continue
    for (const one of [openingOf(effect, around), pieceOf(effect, around)]) if (one !== null) pieces.push(one)
  }
  return pieces
}

/** What is said before the rest of it, to be waited for. */
const openingOf = (effect: Told, around: Around): Piece | null => {
  if (effect._tag === "RoundJudged") return verdictOpens(effect, around)
  const { choiceLeft } = around
  if (effect._tag === "QuestionAsked") return choiceLeft === null ? null : choiceEnds(effect, choiceLeft)
  return effect._tag === "WheelSpun" && around.state._tag !== "Finished" ? wheelTurns : null
}

const notice = (state: GameState, effects: ReadonlyArray<GameEffect>, hearsAll: boolean): string | null => {
  for (const effect of effects) {
    if (effect._tag === "Refused") return refusalWords(state, effect.reason, hearsAll)
    if (effect._tag === "StopDeclined") return declinedWords(state)
    if (effect._tag === "VoteTaken") return "Голос принят"
    if (effect._tag === "SettingsChosen") return `Готово: ${settingsTitle(effect.settings)}`
    if (effect._tag === "SeatsChanged") return effect.change === "joined" ? "Вы в игре!" : "Вы вышли из-за стола"
  }
  return null
}

const refused = ({ reason }: EffectOf<"Refused">, { by, hearsAll, state, via }: Around): Piece | null =>
  via === "words" ? piece(text`${refusalTo(by, state, reason, hearsAll)}.`) : null

/** Told by another effect of the same step, by an amendment, or not at all. */
const untold = {
  QuestionWanted: true,
  VoteTaken: true,
  StopDeclined: true,
  ExtraMinuteEarned: true,
  ScoreCorrected: true,
  TimerSet: true,
  TimerCleared: true
} as const
type Untold = EffectOf<keyof typeof untold>
type Told = Exclude<GameEffect, Untold>
const isUntold = (effect: GameEffect): effect is Untold => effect._tag in untold

const pieceOf = (effect: Told, around: Around): Piece | null => {
  const { state } = around
  switch (effect._tag) {
    case "Refused":
      return refused(effect, around)
    case "LobbyOpened":
      return state._tag === "Lobby" ? amendable(lobbyText(state), lobbyKeyboard(state), lobbySlot(state)) : null
    case "SettingsChosen":
      return settingsChosen(effect.settings, state)
    case "SeatsChanged":
      return seatsChanged(effect, around)
    case "GameStarted":
      return state._tag === "Finished" ? null : gameStarted(effect, state)
    case "CaptainChanged":
      return captainChanged(effect, around)
    case "WheelSpun":
      return state._tag === "Finished" ? null : wheelSpun(effect, state.settings)
    case "SoloistWanted":
      return soloistWanted(effect, around)
    case "SoloistNamed":
      return soloistNamed(effect)
    case "QuestionAsked":
      return questionAsked(effect, around)
    case "TimeRunningOut":
      return piece(text`⏳ ${remains(effect.leftMs)}.`)
    case "ExtraMinuteSpent":
      return extraMinuteSpent(effect)
    case "ClubHelpAsked":
      return clubHelpAsked(state)
    case "ClubHelpEnded":
      return clubHelpEnded(effect, state)
    case "AnswererWanted":
      return answererWanted(effect, around)
    case "AnswerWanted":
      return answerWanted(effect, around)
    case "TextWanted":
      return textWanted(effect, around)
    case "VoteOpened":
      return state._tag === "Vote" ? voteOpened(state) : null
    case "VoteClosed":
      return voteClosed(effect, state)
    case "BlitzGoesOn":
      return blitzGoesOn(effect)
    case "RoundJudged":
      return roundJudged(effect, around)
    case "AppealFiled":
      return appealFiled(effect, state)
    case "AppealRuled":
      return appealRuled(effect, state)
    case "GamePaused":
      return gamePaused(effect, state)
    case "GameResumed":
      return gameResumed(effect, state)
    case "PauseGoesOn":
      return pauseGoesOn(state)
    case "GameFinished":
      return gameFinished(effect)
    case "StopAsked":
      return stopAsked(effect, around)
    case "InfoShown":
      return infoShown(effect, around)
    case "TimeGivenBack":
      return timeGivenBack(effect, state)
  }
}
