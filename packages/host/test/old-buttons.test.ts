/** A button outlives its step in the chat: whoever presses it then is told what is now. */
import { isOfGame } from "@znatoki/chat/action"
import { PressRef } from "@znatoki/chat/chat-input"
import type { Button } from "@znatoki/chat/message"
import { finishTurn, type GameState, reduce } from "@znatoki/engine"
import { hear } from "@znatoki/host/hear"
import {
  choiceKeyboard,
  discussionKeyboard,
  lobbyKeyboard,
  pausedKeyboard,
  settingsKeyboard,
  startKeyboard,
  stopKeyboard,
  verdictKeyboard,
  voteKeyboard
} from "@znatoki/host/keyboards"
import { showTurn } from "@znatoki/host/show-turn"
import type { Spoken } from "@znatoki/host/speak"
import { describe, expect, it } from "vitest"
import { bareQuestion } from "./support/questions.ts"
import { anya } from "./support/people.ts"
import { choice, clubHelp, discussion, everyState, idle, lobby, paused, verdict, vote } from "./support/states.ts"

/** Of a game before this one, or of a round before. */
const earlier = <State extends GameState>(state: State): ReadonlyArray<State> => [
  { ...state, game: state.game - 1 },
  ...("round" in state && state.round > 1 ? [{ ...state, round: state.round - 1 }] : [])
]

const old: ReadonlyArray<readonly [string, ReadonlyArray<Button>]> = [
  ["сбор стола", earlier(lobby).flatMap((state) => lobbyKeyboard(state).rows.flat())],
  ["обсуждение", earlier(discussion).flatMap((state) => discussionKeyboard(state).rows.flat())],
  ["помощь клуба", earlier(clubHelp).flatMap((state) => discussionKeyboard(state).rows.flat())],
  ["выбор", earlier(choice).flatMap((state) => choiceKeyboard(state).rows.flat())],
  ["голосование", earlier(vote).flatMap((state) => voteKeyboard(state).rows.flat())],
  ["вердикт", earlier(verdict).flatMap((state) => verdictKeyboard(state).rows.flat())],
  ["пауза", earlier(paused).flatMap((state) => pausedKeyboard(state).rows.flat())],
  ["настройки", settingsKeyboard({ ...idle, game: 0 }).rows.flat()],
  ["«Остановить игру?»", stopKeyboard(verdict, 1).rows.flat()],
  ["начало", startKeyboard.rows.flat()]
]

const pressed = (state: GameState, { action }: Button): Spoken => {
  if (!isOfGame(action)) throw new Error("not of the game")
  const at = { atMs: 1_236_000, seed: 1 }
  const { event } = hear({ _tag: "Pressed", by: anya, action, press: PressRef.make("p") }, at, state)
  if (event === null) return { outgoing: [], notice: null }
  expect(reduce(state, event).state.game).toBeGreaterThanOrEqual(state.game)
  return finishTurn(
    showTurn(state, event, { via: "press", by: anya }, () => 1),
    () => bareQuestion
  )
}

describe("a button of what is over", () => {
  it("says what is now, or does what it says", async () => {
    const told = everyState.map((state) => {
      const ways = new Map<string, Set<string>>()
      for (const [of, buttons] of old) {
        for (const button of buttons) {
          const { notice, outgoing } = pressed(state, button)
          expect(notice !== null || outgoing.length > 0, `${state._tag}: ${button.label} of ${of}`).toBe(true)
          expect(notice?.length ?? 0).toBeLessThanOrEqual(90)
          const said = notice ?? "(в чат)"
          ways.set(said, (ways.get(said) ?? new Set()).add(of))
        }
      }
      return [`▶ ${state._tag}`, ...[...ways].map(([said, of]) => `${said}\n  ${[...of].join(", ")}`)].join("\n")
    })
    await expect(told.join("\n\n") + "\n").toMatchFileSnapshot("./snapshots/old-buttons.txt")
  })
})
