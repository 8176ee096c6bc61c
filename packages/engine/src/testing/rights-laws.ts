/** What is true of who may do what, how often, and of what comes of it. */
import type { GameEffect } from "../game-effect.ts"
import type { GameEvent } from "../game-event.ts"
import { unpaused, type Waiting } from "../game-state.ts"
import { soloistOf } from "../rules/series.ts"
import type { Settings } from "../settings.ts"
import { always, isUnmoved, type Law, same } from "./law.ts"
import type { Turn } from "./moves.ts"

const has = ({ step }: Turn<string>, tag: GameEffect["_tag"]): boolean => step.effects.some(({ _tag }) => _tag === tag)

const captains: ReadonlyArray<GameEffect["_tag"]> = ["ExtraMinuteSpent", "ClubHelpAsked", "AppealFiled"]
const seats: ReadonlyArray<GameEffect["_tag"]> = ["GamePaused", "GameResumed"]
/** What comes of itself is nobody's right. */
const byItself: ReadonlySet<GameEvent["_tag"]> = new Set(["HostGone", "HostReturned", "TimerFired"])

const personIn = (event: GameEvent): string | null =>
  "by" in event ? (typeof event.by === "string" ? event.by : event.by.id) : null

const onlyTheRightPersonActs = always("only the captain asks, only who sits at the table pauses", (turn) => {
  const before = unpaused(turn.before)
  const person = personIn(turn.event)
  const captain = "captain" in before ? before.captain : null
  const isSeated = "players" in before && before.players.some(({ id }) => id === person)
  return (
    captains.every((tag) => !has(turn, tag) || person === captain) &&
    (byItself.has(turn.event._tag) || seats.every((tag) => !has(turn, tag) || isSeated))
  )
})

const soloistPlaysAlone = always("a super-blitz is answered by its soloist", ({ step: { state } }) => {
  if (state._tag === "Choice" || state._tag === "ClubHelp") return soloistOf(state.series) === null
  return state._tag !== "Answer" || (soloistOf(state.series) ?? state.answerer) === state.answerer
})

const acting: ReadonlySet<GameEvent["_tag"]> = new Set([
  "ResumeRequested",
  "StopRequested",
  "StopAnswered",
  "StopOrdered",
  "LeaveRequested",
  "PlayerGone",
  "TimerFired",
  "OutageEnded",
  "RulingMade",
  "HostGone",
  "HostReturned"
])

const pauseHoldsEverything = always("while the game is paused nothing moves it but a few events", (turn) => {
  const { before, event } = turn
  return before._tag !== "Paused" || isUnmoved(turn) || acting.has(event._tag)
})

const reservesAreKept = always("what the team has in hand never exceeds what it may have", ({ step }) => {
  const state = unpaused(step.state)
  if (!("reserves" in state)) return true
  const { appeals, clubHelps, extraMinutes } = state.reserves
  const { settings } = state
  return extraMinutes <= settings.extraMinutesMax && clubHelps <= settings.clubHelps && appeals <= settings.appeals
})

/** Extra minutes in hand are those earned less those spent. */
const minutesAddUp = always("a minute is earned or spent only when it is told, one at a time", (turn) => {
  const before = unpaused(turn.before)
  const after = unpaused(turn.step.state)
  if (!("reserves" in before) || !("reserves" in after)) return true
  const change = (has(turn, "ExtraMinuteEarned") ? 1 : 0) - (has(turn, "ExtraMinuteSpent") ? 1 : 0)
  return after.reserves.extraMinutes === before.reserves.extraMinutes + change
})

const appealsAreFew: Law = {
  sentence: "in a game there are no more appeals than its settings allow",
  holds: (turns) => {
    const filed = new Map<number, number>()
    return turns.every((turn) => {
      if (!has(turn, "AppealFiled")) return true
      const { game, settings } = turn.step.state
      const count = (filed.get(game) ?? 0) + 1
      filed.set(game, count)
      return count <= settings.appeals
    })
  }
}

const votesAreOfWhoMay = always(
  "nobody votes twice, who gave the answer only where there is nobody else, and strangers only where settings say so",
  ({ step }) => {
    const state = unpaused(step.state)
    if (state._tag !== "Vote" && state._tag !== "Appeal") return true
    const { authorVotes, voters } = state.settings
    const author = state._tag === "Vote" ? state.answerer.id : state.results.at(-1)?.answerer
    const voted = state.ballots.map(({ by }) => by)
    const seated = new Set(state.players.map(({ id }) => id))
    const isOwn = !authorVotes && voted.some((voter) => voter === author)
    return (
      new Set(voted).size === voted.length &&
      voted.length < 100 &&
      (voters === "conversation" || voted.every((voter) => seated.has(voter))) &&
      (!isOwn || voted.length === 1)
    )
  }
)

const blitzIsWonWhole = always("a blitz is won only when all its questions are answered right", ({ step }) => {
  const judged = step.effects.find((effect) => effect._tag === "RoundJudged")
  if (judged === undefined || judged.blitz === null) return true
  return judged.point === "bot" || judged.blitz.question === judged.blitz.of
})

const correctionMovesOnePoint = always("a correction moves one point from the bot to the team", (turn) => {
  const before = unpaused(turn.before)
  const after = unpaused(turn.step.state)
  if (!has(turn, "ScoreCorrected")) return true
  if (!("score" in before) || !("score" in after)) return false
  return same(after.score, { team: before.score.team + 1, bot: before.score.bot - 1 })
})

const sectorsArePlayedOnce: Law = {
  sentence: "no sector of the wheel is played again before all are",
  holds: (turns) => {
    let played = new Set<string>()
    return turns.every(({ before, step }) =>
      step.effects.every((effect) => {
        if (effect._tag !== "WheelSpun") return true
        const size = step.state.settings.wheel?.sectors ?? 0
        if (effect.round === 1 || played.size === size) played = new Set()
        const sector = `${before.game}:${effect.sector}`
        const fresh = !played.has(sector) && effect.sector >= 1 && effect.sector <= size
        played.add(sector)
        return fresh
      })
    )
  }
}

const nobodyStopsAlone = always(
  "a game that others play is not stopped by one word, but where settings say so",
  (turn) => {
    const { before, step } = turn
    const isStopped = step.state._tag === "Finished" && before._tag !== "Finished" && step.state.reason === "stopped"
    const table = unpaused(before)
    return !isStopped || !("stopAskedAtMs" in table) || mayStop(turn, table)
  }
)
const mayStop = ({ event }: Turn<string>, table: Waiting): boolean => {
  const { players, settings, stopAskedAtMs } = table
  const isAsked = stopAskedAtMs !== null && event.atMs - stopAskedAtMs <= settings.stopConfirmMs
  if (event._tag === "StopAnswered") return isAsked && event.yes && event.askedAtMs === stopAskedAtMs
  if (event._tag !== "StopRequested") return event._tag === "StopOrdered"
  const isAlone = players.length === 1 && event.by === players[0].id
  return isAsked || isAlone || isAtOnce(event.atMs, settings)
}
/** Numbers end before time does. */
const isAtOnce = (atMs: number, { stopConfirmMs }: Settings): boolean =>
  stopConfirmMs === 0 || atMs === Number.MAX_SAFE_INTEGER

const whatWasChosenIsPlayed: Law = {
  sentence: "a game is played by the settings that were chosen last",
  holds: (turns) => {
    let chosen: Settings | null = null
    return turns.every(({ before, event, step }) => {
      const choice = step.effects.find((effect) => effect._tag === "SettingsChosen")
      const wanted: Settings = choice?.settings ?? chosen ?? before.settings
      const opens = step.effects.some(({ _tag }) => _tag === "LobbyOpened")
      const expected: Settings = opens && event._tag === "StartRequested" ? (event.settings ?? wanted) : wanted
      chosen = expected
      return step.state._tag === "Finished" || same(step.state.settings, expected)
    })
  }
}

export const rightsLaws: ReadonlyArray<Law> = [
  onlyTheRightPersonActs,
  soloistPlaysAlone,
  pauseHoldsEverything,
  reservesAreKept,
  minutesAddUp,
  appealsAreFew,
  votesAreOfWhoMay,
  blitzIsWonWhole,
  correctionMovesOnePoint,
  sectorsArePlayedOnce,
  nobodyStopsAlone,
  whatWasChosenIsPlayed
]
