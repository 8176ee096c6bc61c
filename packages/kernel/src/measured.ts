/** What the kernel measures of itself: how fast what happened is decided and said, and how late it was. */
import { by, counterOf, secondsOf, sizesOf } from "@znatoki/ports/metrics"

/** By where it came from: `Chat`, `Timer`, `Presence`, `Outage`. */
export const tasksTaken = by((kind) =>
  counterOf("znatoki_events_total", "Events that were decided on", { kind: kind.toLowerCase() })
)
export const untilSafe = secondsOf(
  "znatoki_event_commit_seconds",
  "From when an event is taken until it is committed, or known to change nothing"
)
export const commitTime = secondsOf("znatoki_commit_seconds", "A commit of one batch")
export const commitSize = sizesOf("znatoki_commit_conversations", "Conversations in one commit")
/** `Committed`, `Moved`, `Duplicate`. */
export const commits = by((result) =>
  counterOf("znatoki_commits_total", "Commits of a conversation", { result: result.toLowerCase() })
)
/** By the name of the engine's event. */
export const gameEvents = by((event) =>
  counterOf("znatoki_game_events_total", "Events in the logs of games", { event })
)
export const roundPlayers = sizesOf("znatoki_round_players", "People at the table when a question is drawn")
/** `accepted`, `rejected`, `disputed`. */
export const verdicts = by((verdict) => counterOf("znatoki_verdicts_total", "Answers that were judged", { verdict }))
export const timerLateness = secondsOf("znatoki_timer_lateness_seconds", "How long after its moment a deadline fires")
export const untilSaid = secondsOf(
  "znatoki_say_seconds",
  "From the commit that decided on a message until the messenger took it"
)
/** What a chat that waits for its answer feels. */
export const untilAnswered = secondsOf(
  "znatoki_answer_seconds",
  "From when an event was taken in until the messenger took a message that follows from it"
)
export const saidTwice = counterOf("znatoki_said_twice_total", "Messages that the messenger took a second time")
export const orderBroken = counterOf(
  "znatoki_order_broken_total",
  "Messages that were said after one that follows them"
)
/** `Delivered`, `Refused`, `Gone`, `Later`. */
export const deliveries = by((result) =>
  counterOf("znatoki_deliveries_total", "What the messenger made of a message", { result: result.toLowerCase() })
)
export const parked = counterOf("znatoki_parked_total", "Events set aside, because they failed")
export const intakeLag = secondsOf(
  "znatoki_intake_lag_seconds",
  "From when the messenger says that something happened until it was taken in; a messenger may tell whole seconds"
)
