/** What somebody wants of reminders, what an admin wants of the question of the day, a reminder that is due, a digest for admins: beside the game, in a commit of the conversation. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { KeptReminders, ReminderWish } from "@znatoki/chat/reminder"
import { digestMessage } from "@znatoki/host/digest-message"
import { questionOrdered, reminderAnswer, reminderSaid } from "@znatoki/host/reminders/reminder-messages"
import { reminderWishIn } from "@znatoki/host/reminders/reminder-wish"
import type { Outgoing } from "@znatoki/chat/message"
import type { EpochMs } from "@znatoki/engine"
import type { GivenOrder } from "@znatoki/ports/admin-orders"
import type { StoredGame } from "@znatoki/ports/game-store"
import { reminderLateMs } from "@znatoki/ports/reminders"
import type { PrivatelyFolded } from "./fold-private.ts"
import { inLine } from "./in-line.ts"
import { isMuted } from "./muted.ts"
import type { Task } from "./task.ts"

export interface Reminding {
  readonly conversation: ConversationId
  readonly wish: ReminderWish
  readonly nowMs: EpochMs
}

type Asking = Generator<
  { readonly _tag: "Reminders"; readonly reminding: Reminding },
  PrivatelyFolded | null,
  { readonly reminders: KeptReminders | null }
>

/** It was written down in time, and nobody was there to say it. */
export const isTooLate = ({ atMs }: GivenOrder, nowMs: EpochMs): boolean => nowMs - atMs >= reminderLateMs

/** The named player's words are the answer, whatever they are. */
const wishOf = (task: Task, { state }: StoredGame): ReminderWish | null => {
  if (task._tag !== "Chat" || task.incoming.input._tag !== "Wrote") return null
  const { action, by, text } = task.incoming.input
  const isAnswer = state._tag === "Answer" && state.answerer === by.id && !text.startsWith("/")
  return action !== null || isAnswer ? null : reminderWishIn(text)
}

/** Kept where the bot is silenced too: it is not said there. */
function* foldOrdered(wish: ReminderWish, task: Task, stored: StoredGame, nowMs: EpochMs): Asking {
  const { reminders } = yield { _tag: "Reminders", reminding: { conversation: stored.conversation, wish, nowMs } }
  return reminders === null || isMuted(stored) ? null : saying(task, stored, questionOrdered(reminders), nowMs)
}

/** Null: it is about something else. */
export function* foldReminders(task: Task, stored: StoredGame, nowMs: EpochMs): Asking {
  if (task._tag === "Order" && task.order._tag === "SetDailyQuestion")
    return yield* foldOrdered({ _tag: "Question", at: task.order.at }, task, stored, nowMs)
  if (isMuted(stored)) return null
  if (task._tag === "Order" && task.order._tag === "Remind") {
    const said = isTooLate(task, nowMs) ? null : reminderSaid(stored.state)
    return said === null ? null : saying(task, stored, said, nowMs)
  }
  if (task._tag === "Order" && task.order._tag === "Digest")
    return saying(task, stored, digestMessage(task.order.figures), nowMs)
  const wish = wishOf(task, stored)
  if (wish === null) return null
  const { reminders } = yield { _tag: "Reminders", reminding: { conversation: stored.conversation, wish, nowMs } }
  return saying(task, stored, reminderAnswer(wish, reminders), nowMs)
}

const saying = (task: Task, stored: StoredGame, said: Outgoing, nowMs: EpochMs): PrivatelyFolded => ({
  stored: { ...stored, lastSeq: stored.lastSeq + 1, updatedAtMs: Math.max(stored.updatedAtMs, nowMs) },
  outgoing: inLine(stored, [said], task, nowMs),
  sent: [],
  notice: null
})
