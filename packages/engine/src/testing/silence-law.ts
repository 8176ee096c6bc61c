/** What is true of games in which nobody says a word. */
import { type GameState, unpaused } from "../game-state.ts"
import { personOf } from "../rules/moment.ts"
import type { Law } from "./law.ts"
import type { Turn } from "./moves.ts"

const roundOf = (state: GameState): number => {
  const table = unpaused(state)
  return "round" in table ? table.round : 0
}

/** Something of somebody who sat at the table, or sits there now. */
const isHeard = ({ before, event, step }: Turn<string>): boolean =>
  "by" in event &&
  [before, step.state].map(unpaused).some((table) => "players" in table && seats(table.players, personOf(event)))
const seats = (players: ReadonlyArray<{ readonly id: string }>, person: string): boolean =>
  players.some(({ id }) => id === person)

const isRefused = ({ step }: Turn<string>): boolean => step.effects.some(({ _tag }) => _tag === "Refused")
const isHeldForSilence = ({ step }: Turn<string>): boolean =>
  step.effects.some((effect) => effect._tag === "GamePaused" && effect.why === "silence")

/** Rules of one's own may overhear what they refuse: that holds a game too early, and never begins a round too many. */
export const silenceHoldsTheGame: Law = {
  sentence: "no round begins after as many silent ones as the settings allow, and no other silence holds the game",
  holds: (turns) => {
    // How many rounds in a row, with the one being played, nobody has been heard in, or nobody was granted anything in.
    let [unheard, ungranted] = [0, 0]
    return turns.every((turn) => {
      if (isHeard(turn)) unheard = 0
      if (isHeard(turn) && !isRefused(turn)) ungranted = 0
      const { silentRoundsMax } = turn.step.state.settings
      const begins = roundOf(turn.step.state) > roundOf(turn.before)
      const isHeld = isHeldForSilence(turn)
      const isRight =
        silentRoundsMax === 0
          ? !isHeld
          : (!begins || unheard < silentRoundsMax) && (!isHeld || ungranted >= silentRoundsMax)
      if (isHeld || roundOf(turn.step.state) === 0) [unheard, ungranted] = [0, 0]
      if (begins) [unheard, ungranted] = [unheard + 1, ungranted + 1]
      return isRight
    })
  }
}
