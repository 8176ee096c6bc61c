/** One thing that wants to happen to one conversation, from whichever side it comes. */
import type { Player, Seed } from "@znatoki/engine"
import type { ConversationId, Incoming, SourceId } from "@znatoki/chat/chat-input"
import { hear, type Heard } from "@znatoki/host/hear"
import type { Via } from "@znatoki/host/speak"
import type { Effect } from "effect"
import type { Unnoticed } from "@znatoki/ports/conversation-settings"
import { isAboutPresence, isMuted, silencedOrNot } from "./muted.ts"
import type { GivenOrder } from "@znatoki/ports/admin-orders"
import type { LineEvent } from "@znatoki/ports/event-line"
import type { DueTimer, StoredGame } from "@znatoki/ports/game-store"
import type { Outage } from "@znatoki/ports/heartbeat"
import type { Trace } from "@znatoki/ports/tracing"

interface Safe {
  /** To be run when the task is safe: committed, or known to change nothing. */
  readonly done: Effect.Effect<void>
  /** Where its way is recorded; absent: nowhere. */
  readonly trace?: Trace
}

export type Task = Safe &
  (
    | LineEvent
    | { readonly _tag: "Timer"; readonly due: DueTimer }
    /** Nobody could play from `sinceMs` to `atMs`. */
    | ({ readonly _tag: "Outage"; readonly conversation: ConversationId } & Outage)
    | ({ readonly _tag: "Order" } & GivenOrder)
    /** An admin settled something for the conversation: it was read anew before this is played. */
    | ({ readonly _tag: "Settled" } & Unnoticed)
  )

export const conversationOf = (task: Task): ConversationId => {
  switch (task._tag) {
    case "Chat":
      return task.incoming.conversation
    case "Timer":
      return task.due.conversation
    case "Order":
    case "Outage":
    case "Presence":
    case "Settled":
      return task.conversation
  }
}

/** The same task has the same source for ever, whoever finds it and however often. */
export const sourceOf = (task: Task): SourceId => {
  switch (task._tag) {
    case "Chat":
      return task.incoming.source
    case "Timer":
      return `timer:${task.due.conversation}/${task.due.game}/${task.due.timer}` as SourceId
    case "Presence":
      // Of no use to anybody once it is over, so no other process has to know it again.
      return `${task.isHere ? "back" : "gone"}:${task.conversation}/${task.atMs}` as SourceId
    case "Order":
      return task.order._tag === "Digest"
        ? (`digest:${task.conversation}/${task.order.figures["day"] ?? 0}` as SourceId)
        : (`order:${task.id}` as SourceId)
    case "Settled":
      return `settled:${task.conversation}/${task.revision}` as SourceId
    case "Outage":
      return `outage:${task.conversation}/${task.atMs}` as SourceId
  }
}

/**
 * What the task means to the game as it stands. It happens to the game when it is played, at `nowMs`: were it dated back
 * to when it was written, one that was held up would begin a wait that is over already.
 */
export const meaningOf = (
  task: Task,
  stored: StoredGame,
  dice: { readonly nowMs: number; readonly seed: Seed }
): { readonly event: Heard["event"]; readonly via: Via } => {
  switch (task._tag) {
    case "Chat":
      return isMuted(stored) && !isAboutPresence(task)
        ? { event: null, via: "talk" }
        : heardIn(task.incoming, isLate(task, stored), stored, dice)
    case "Timer": {
      if (isPutOff(task.due, stored)) return { event: null, via: "clock" }
      const { game, timer } = task.due
      // It was due when it was taken; a clock that was set back since must not make it early.
      const atMs = Math.max(dice.nowMs, task.due.atMs)
      return { event: { _tag: "TimerFired", atMs, seed: dice.seed, game, timer }, via: "clock" }
    }
    case "Presence": {
      if (task.isHere && isMuted(stored)) return { event: null, via: "clock" }
      const _tag = task.isHere ? "HostReturned" : "HostGone"
      return { event: { _tag, atMs: dice.nowMs, seed: dice.seed }, via: "clock" }
    }
    case "Order":
      return { event: orderedOf(task, stored, { atMs: dice.nowMs, seed: dice.seed }), via: "clock" }
    case "Settled": {
      const event = silencedOrNot(stored)
      return { event: event === null ? null : { _tag: event, atMs: dice.nowMs, seed: dice.seed }, via: "clock" }
    }
    case "Outage": {
      const lostMs = lostMsTo(stored, task)
      if (lostMs <= 0) return { event: null, via: "clock" }
      return { event: { _tag: "OutageEnded", atMs: task.atMs, seed: dice.seed, lostMs }, via: "clock" }
    }
  }
}

/** Talk that comes too late means nothing any more. */
const heardIn = (
  incoming: Incoming,
  late: boolean,
  stored: StoredGame,
  dice: { readonly nowMs: number; readonly seed: Seed }
): Heard => {
  const heard = hear(incoming.input, { atMs: dice.nowMs, seed: dice.seed }, stored.state)
  return (late || isOverdue(incoming, stored)) && heard.via === "talk" ? { ...heard, event: null } : heard
}

/** One game may be over before the word on it comes: the next is not meant. */
const orderedOf = (
  { order }: GivenOrder,
  { state }: StoredGame,
  at: { readonly atMs: number; readonly seed: Seed }
): Heard["event"] => {
  if (!("game" in order) || order.game !== state.game) return null
  switch (order._tag) {
    case "Stop":
      return { _tag: "StopOrdered", ...at }
    case "Rule":
      return { _tag: "RulingMade", ...at, game: order.game, round: order.round, accepted: order.accepted }
  }
}

/**
 * Time was given back since it fired: it fires again at its new moment, when all that was written until then was heard.
 */
const isPutOff = ({ atMs, game, timer }: DueTimer, { state }: StoredGame): boolean =>
  "deadline" in state && state.game === game && state.deadline.timer === timer && state.deadline.atMs > atMs

/**
 * Talk is not recorded, so after a crash it comes again. What was written before something that was applied must not
 * be taken for an answer to what happened since.
 */
const isLate = (task: Task, stored: StoredGame): boolean => {
  const order = orderOf(task)
  return order !== null && order <= stored.lastOrder
}

/** In a private dialog nobody is there but the person and the bot; what was stored there tells it too. */
export const isAlone = (task: Task, { proposal }: StoredGame): boolean =>
  proposal !== undefined || (task._tag === "Chat" && task.incoming.alone === true)

/** Of the question of the day: most conversations have none open, and most orders are others. */
export const isAboutDaily = (task: Task, { daily }: StoredGame): boolean =>
  task._tag === "Order"
    ? task.order._tag === "AskDaily" || task.order._tag === "CloseDaily"
    : task._tag === "Chat" && (daily?.open ?? null) !== null

/** Whose words or press it was; null: nobody's. */
export const speakerOf = (task: Task): Player | null =>
  task._tag === "Chat" && "by" in task.incoming.input ? task.incoming.input.by : null

/** A game that moved since was alive until then. Where words were lost, even a moment is enough to be told of. */
// against: too much given back
const lostMsTo = ({ state, updatedAtMs }: StoredGame, { atMs, sinceMs, unheard }: Outage): number =>
  updatedAtMs < atMs
    ? Math.max(atMs - Math.max(sinceMs, updatedAtMs), unheard === true ? state.settings.outageNoticeMs : 0)
    : 0

/** A messenger may tell whole seconds, and its clock is not ours. */
const doubtMs = 1_000

/** A deadline that had to wait until everything was heard is no time won. Where time was given back, it moved already. */
const isOverdue = ({ atMs, input }: Incoming, { state }: StoredGame): boolean =>
  input._tag === "Wrote" && "deadline" in state && atMs > state.deadline.atMs + doubtMs

/** Whether we are known to hear all, after the task too. Whoever was put out is let in anew, and not as before perhaps. */
export const hearsAllAfter = (task: Task, before: boolean): boolean => {
  if (task._tag !== "Chat") return before
  return task.incoming.input._tag !== "Removed" && (before || task.incoming.hearsAll === true)
}

export const orderOf = (task: Task): number | null =>
  task._tag === "Chat" && task.incoming.input._tag === "Wrote" ? task.incoming.input.order : null
