/** What a person can wish for now: asked of the rules themselves, so that the two cannot differ. */
import type { EventOf, GameEvent } from "./game-event.ts"
import { type GameState, nextSettingsOf, unpaused } from "./game-state.ts"
import type { Player, PlayerId } from "./ids.ts"
import { reduce } from "./reduce.ts"
import type { Rules } from "./step.ts"
import type { Wish } from "./wish.ts"

type Press = Exclude<Wish["_tag"], "TextSaid">

/** The wishes of one kind that may be granted or refused for what else they say. */
type Asking = (by: Player, state: GameState) => ReadonlyArray<GameEvent>

/** Only whether it is refused matters, and none but that of a `StopAnswered` that is late hangs on when. */
const at = { atMs: 0, seed: 0 }
const press = { ...at, seen: null }

const plain =
  (
    _tag: Exclude<
      Press,
      | "StartRequested"
      | "SettingsChanged"
      | "JoinRequested"
      | "AnswererNamed"
      | "VoteCast"
      | "StopAnswered"
      | "InfoRequested"
    >
  ): Asking =>
  (by) => [{ _tag, ...press, by: by.id }]

const asking: { readonly [Tag in Press]: Asking } = {
  StartRequested: (by) => [{ _tag: "StartRequested", ...press, by, settings: null }],
  SettingsChanged: (by, state) => [{ _tag: "SettingsChanged", ...press, by: by.id, settings: nextSettingsOf(state) }],
  JoinRequested: (by) => [{ _tag: "JoinRequested", ...press, by }],
  LeaveRequested: plain("LeaveRequested"),
  GoRequested: plain("GoRequested"),
  EarlyAnswerRequested: plain("EarlyAnswerRequested"),
  ExtraMinuteRequested: plain("ExtraMinuteRequested"),
  ClubHelpRequested: plain("ClubHelpRequested"),
  AnswererNamed: (by, state) => namings(by, state),
  VoteCast: (by) => [{ _tag: "VoteCast", ...press, by: by.id, yes: true }],
  AppealRequested: plain("AppealRequested"),
  NextRequested: plain("NextRequested"),
  PauseRequested: plain("PauseRequested"),
  ResumeRequested: plain("ResumeRequested"),
  StopRequested: plain("StopRequested"),
  StopAnswered: (by, state) => stopAnswers(by, state),
  InfoRequested: (by) => [{ _tag: "InfoRequested", ...at, by: by.id, topic: "session" }]
}

const namings = (by: Player, state: GameState): ReadonlyArray<EventOf<"AnswererNamed">> => {
  const held = unpaused(state)
  const players = "players" in held ? held.players : []
  return players.map(({ id }) => ({ _tag: "AnswererNamed", ...press, by: by.id, player: id }))
}

const stopAnswers = (by: Player, state: GameState): ReadonlyArray<EventOf<"StopAnswered">> => {
  const held = unpaused(state)
  const askedAtMs = "stopAskedAtMs" in held ? held.stopAskedAtMs : null
  if (askedAtMs === null) return []
  return [{ _tag: "StopAnswered", ...at, by: by.id, game: state.game, askedAtMs, yes: true }]
}

const isPress = (tag: string): tag is Press => tag in asking
const presses = Object.keys(asking).filter(isPress)

/**
 * The wishes that would not be refused if `player` sent them now, by their tags: what buttons to show. `TextSaid` is among
 * them when the next text of `player` is the answer. Of `AnswererNamed` some player can be named, of `SettingsChanged` some
 * settings chosen; `StopAnswered` is among them as long as nobody has answered, also when it is too late. `rules`: your own, if you have wrapped `reduce`.
 */
export const allowed = (
  state: GameState,
  player: PlayerId,
  rules: Rules<string> = reduce
): ReadonlyArray<Wish["_tag"]> => {
  const by = { id: player, name: player }
  const granted = presses.filter((tag) => asking[tag](by, state).some((event) => !isRefused(rules, state, event)))
  return state._tag === "Answer" && state.answerer === player ? [...granted, "TextSaid"] : granted
}

const isRefused = (rules: Rules<string>, state: GameState, event: GameEvent): boolean =>
  rules(state, event).effects.some(({ _tag }) => _tag === "Refused")
