/** What an empty line does in a game whose phases last hours: what the table would wait for happens now. */
import { type GameState, momentOf, type Player, type PlayerId } from "@znatoki/engine"
import type { Action } from "@znatoki/chat/action"
import { type ChatInput, PressRef } from "@znatoki/chat/chat-input"
import { takesHours } from "./mates.ts"

/** Null: nothing. Either somebody is wanted for more than that, or time runs out soon enough. */
export const moveOn = (state: GameState, you: PlayerId): ChatInput | null => {
  if (!takesHours(state.settings)) return null
  const seen = momentOf(state)
  switch (state._tag) {
    case "Lobby":
      return press(state.players, you, { _tag: "Go", seen })
    case "Discussion":
      return press(state.players, state.captain, { _tag: "Early", seen })
    case "Verdict":
      return press(state.players, you, { _tag: "Next", seen })
    case "Paused":
      return press(state.held.players, you, { _tag: "Resume", seen })
    case "Idle":
    case "SoloChoice":
    case "Wheel":
    case "ClubHelp":
    case "Choice":
    case "Answer":
    case "Vote":
    case "Appeal":
    case "Finished":
      return null
  }
}

/** By `id`, or by whoever sits there in their place. */
const press = (players: readonly [Player, ...ReadonlyArray<Player>], id: PlayerId, action: Action): ChatInput => {
  const by = players.find((player) => player.id === id) ?? players[0]
  return { _tag: "Pressed", by, action, press: PressRef.make(by.id) }
}
