/** How a round begins: the wheel is spun if there is one, a soloist is named if need be, a question is asked for. */
import type { EffectOf } from "../game-effect.ts"
import type { Lobby, Series, SoloChoice, Table, Verdict, Wheel } from "../game-state.ts"
import type { EpochMs, Player, Seed } from "../ids.ts"
import { drawCaptain } from "../rules/captain.ts"
import { attemptOf, deadlineFor, timerName, timerSet } from "../rules/deadline.ts"
import { pick } from "../rules/dice.ts"
import { isEverythingPlayed } from "../rules/end-of-game.ts"
import { noPoints } from "../rules/score.ts"
import { loneOf, playerOf } from "../rules/seats.ts"
import { placeIn } from "../rules/series.ts"
import { isSilentTooLong, oneMoreSilent } from "../rules/silence.ts"
import { layBoard, spinWheel } from "../rules/spin-wheel.ts"
import { tableOf } from "../rules/table.ts"
import { after, go, type Step } from "../step.ts"
import { toFinished } from "./finish.ts"
import { toPaused } from "./pause.ts"

export const toFirstRound = ({ game, players, settings, stopAskedAtMs }: Lobby, atMs: EpochMs, seed: Seed): Step => {
  const captain = drawCaptain(players, seed)
  const table: Table = {
    game,
    settings,
    startedAtMs: atMs,
    players,
    captain: captain.id,
    round: 0,
    score: noPoints,
    results: [],
    reserves: { extraMinutes: 0, clubHelps: settings.clubHelps, appeals: settings.appeals },
    board: settings.wheel === null ? null : layBoard(settings.wheel, seed),
    silentRounds: 0,
    stopAskedAtMs
  }
  return after([{ _tag: "GameStarted", captain }], toRound(table, 1, atMs, seed))
}

export const toNextRound = (state: Verdict, atMs: EpochMs, seed: Seed): Step => {
  if (isEverythingPlayed(state)) return toFinished(state, "everything played", atMs)
  return isSilentTooLong(state) ? toSilentPause(state, atMs) : toRound(state, state.round + 1, atMs, seed)
}

/** The verdict has had its time: the next round begins as soon as the game goes on. Its timer has fired, so it gets another name. */
const toSilentPause = (state: Verdict, atMs: EpochMs): Step => {
  const { round } = state
  const deadline = { timer: timerName({ round, attempt: attemptOf(state.deadline.timer) + 1 }, "verdict"), atMs }
  return toPaused({ ...state, silentRounds: 0, deadline }, "silence", null, atMs)
}

const toRound = (before: Table, round: number, atMs: EpochMs, seed: Seed): Step => {
  const table: Table = { ...tableOf(before), round, silentRounds: oneMoreSilent(before) }
  const spun = before.board === null ? null : spinWheel(before, round, seed)
  if (spun === null) return toWheel(table, null, atMs)
  return after([spun.effect], toSpunRound({ ...table, board: spun.board }, spun.effect.kind, atMs))
}

const toSpunRound = (table: Table, kind: EffectOf<"WheelSpun">["kind"], atMs: EpochMs): Step => {
  switch (kind) {
    case "ordinary":
      return toWheel(table, null, atMs)
    case "blitz":
      return toWheel(table, { _tag: "Blitz", passed: [], passedMs: 0 }, atMs)
    case "super-blitz":
      return toSoloChoice(table, atMs)
  }
}

const toSoloChoice = (table: Table, atMs: EpochMs): Step => {
  const lone = loneOf(table)
  if (lone !== null) return toSuperBlitz(table, lone, "alone", atMs)
  const deadline = deadlineFor("soloist", { ...table, atMs })
  const state: SoloChoice = { _tag: "SoloChoice", ...table, deadline }
  return go(state, { _tag: "SoloistWanted", captain: playerOf(table, table.captain) }, timerSet(deadline))
}

export const toSuperBlitz = (
  table: Table,
  soloist: Player,
  chosen: EffectOf<"SoloistNamed">["chosen"],
  atMs: EpochMs
): Step =>
  after(
    [{ _tag: "SoloistNamed", soloist, chosen }],
    toWheel(tableOf(table), { _tag: "SuperBlitz", passed: [], passedMs: 0, soloist: soloist.id }, atMs)
  )

/** The captain named nobody in time. */
export const toSuperBlitzByLot = (state: SoloChoice, seed: Seed, atMs: EpochMs): Step =>
  toSuperBlitz(state, pick("soloist", seed, state.players), "captain silent", atMs)

/** `table` is of the round whose question is wanted. */
export const toWheel = (table: Table, series: Series | null, atMs: EpochMs, attempt = 1): Step => {
  const place = placeIn(series)
  const { round, settings } = table
  const deadline = deadlineFor("wheel", { round, place, attempt, settings, atMs })
  const wheel: Wheel = { _tag: "Wheel", ...table, series, deadline }
  return go(wheel, { _tag: "QuestionWanted", round, place }, timerSet(deadline))
}

/** No question came: a lost draw must not hang the game. */
export const toWheelAgain = (state: Wheel, atMs: EpochMs): Step =>
  toWheel(tableOf(state), state.series, atMs, attemptOf(state.deadline.timer) + 1)
