/** What of a game's state has columns of its own, for lists and timers. */
import { type Deadline, type GameState, type Score, unpaused } from "@znatoki/engine"

export interface GameColumns {
  readonly status: "idle" | "running" | "finished"
  readonly phase: GameState["_tag"]
  readonly round: number
  readonly score: Score
  readonly deadline: Deadline | null
}

const noScore: Score = { team: 0, bot: 0 }

export const columnsOf = (state: GameState): GameColumns => {
  const phase = state._tag
  switch (state._tag) {
    case "Idle":
      return { status: "idle", phase, round: 0, score: noScore, deadline: null }
    case "Finished":
      return { status: "finished", phase, round: state.results.length, score: state.score, deadline: null }
    default: {
      const { deadline } = state
      const held = unpaused(state)
      if (!("round" in held)) return { status: "running", phase, round: 0, score: noScore, deadline }
      return { status: "running", phase, round: held.round, score: held.score, deadline }
    }
  }
}
