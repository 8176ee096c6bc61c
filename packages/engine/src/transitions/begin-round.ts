/** How a round begins: the wheel is spun if there is one, a soloist is named if need be, a question is asked for. */
import type { EffectOf } from "../game-effect.ts"
import type { Lobby, Series, SoloChoice, Table, Verdict, Wheel } from "../game-state.ts"
import type { EpochMs, Player, Seed } from "../ids.ts"
import { drawCaptain } from "../rules/captain.ts"
import { attemptOf, deadlineFor, timerSet } from "../rules/deadline.ts"
import { pick } from "../rules/dice.ts"
import { isEverythingPlayed } from "../rules/end-of-game.ts"
import { noPoints } from "../rules/score.ts"
import { loneOf, playerOf } from "../rules/seats.ts"
import { placeIn } from "../rules/series.ts"
import { layBoard, spinWheel } from "../rules/spin-wheel.ts"
import { tableOf } from "../rules/table.ts"
import { after, go, type Step } from "../step.ts"
import { toFinished } from "./finish.ts"

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

export const toNextRound = (state: Verdict, atMs: EpochMs, seed: Seed): Step =>
  isEverythingPlayed(state) ? toFinished(state, "everything played", atMs) : toRound(state, state.round + 1, atMs, seed)

const toRound = (before: Table, round: number, atMs: EpochMs, seed: Seed): Step => {
  const spun = spinWheel(before, round, seed)
  if (spun === null) return toWheel({ ...tableOf(before), round }, null, atMs)
  const table: Table = { ...tableOf(before), round, board: spun.board }
  return after([spun.effect], toSpunRound(table, spun.effect.kind, atMs))
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
