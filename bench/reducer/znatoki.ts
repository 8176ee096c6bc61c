/** The engine of this repository: events built, reduced, effects read. */
import { type GameEvent, type GameState, initialState, Player, presets, reduce } from "@znatoki/engine"
import { Schema } from "effect"
import { answerOf, type Contestant, questionOf, rounds } from "./script.ts"

const player = Schema.decodeUnknownSync(Player)
const anna = player({ id: "1", name: "Анна" })
const boris = player({ id: "2", name: "Борис" })

export const znatoki: Contestant = {
  name: "znatoki reduce",
  playGame: (game) => {
    let state: GameState = initialState(presets.classic)
    let effects = 0
    let atMs = 0
    const play = (event: GameEvent): void => {
      const step = reduce(state, event)
      state = step.state
      for (const effect of step.effects) if (effect._tag !== "Refused") effects++
    }
    const fire = (): void => {
      if (!("deadline" in state)) return
      atMs = state.deadline.atMs
      play({ _tag: "TimerFired", atMs, seed: game, game: state.game, timer: state.deadline.timer })
    }
    play({ _tag: "StartRequested", atMs, seed: game, seen: null, by: anna, settings: null })
    play({ _tag: "JoinRequested", atMs, seed: game, seen: null, by: boris })
    play({ _tag: "GoRequested", atMs, seed: game, seen: null, by: anna.id })
    for (let round = 1; round <= rounds; round++) {
      play({ _tag: "QuestionDrawn", atMs, seed: game, round, place: 1, question: questionOf(game, round) })
      play({ _tag: "TextSaid", atMs, seed: game, by: boris.id, text: "может, Лермонтов?" })
      while (state._tag === "Discussion") fire()
      if (state._tag !== "Choice") throw new Error("the time to discuss did not end")
      play({ _tag: "AnswererNamed", atMs, seed: game, seen: null, by: state.captain, player: boris.id })
      play({ _tag: "TextSaid", atMs, seed: game, by: anna.id, text: "давай" })
      play({ _tag: "TextSaid", atMs, seed: game, by: boris.id, text: answerOf(round) })
      play({ _tag: "NextRequested", atMs, seed: game, seen: null, by: anna.id })
    }
    if (state._tag !== "Finished") throw new Error("the game is not over")
    return { ...state.score, effects }
  }
}
