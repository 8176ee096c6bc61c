/** The question of the day: asked, answered, told; beside the game, in a commit of the conversation. */
import { type Lexicon, nextSettingsOf, type QuestionId, type Seed } from "@znatoki/engine"
import { dailyMessages } from "@znatoki/host/daily/daily-question-messages"
import { hearDailyAnswer } from "@znatoki/host/daily/hear-daily-answer"
import { choiceIn } from "@znatoki/host/questions/choose-questions"
import { isGameOver } from "@znatoki/host/proposal/hear-proposal"
import { type DailyEvent, noDailyQuestion, reduceDailyQuestion } from "@znatoki/host/daily/reduce-daily-question"
import type { StoredGame } from "@znatoki/ports/game-store"
import type { Draw, Drawn } from "@znatoki/ports/question-bank"
import type { PrivatelyFolded } from "./fold-private.ts"
import { isTooLate } from "./fold-reminders.ts"
import { inLine } from "./in-line.ts"
import { isMuted } from "./muted.ts"
import { orderOf, type Task } from "./task.ts"

type Asking<A> = Generator<{ readonly _tag: "Question"; readonly draw: Draw }, A, { readonly drawn: Drawn | null }>

interface Circumstances {
  readonly nowMs: number
  readonly roll: () => Seed
  readonly lexicon?: Lexicon | undefined
  readonly textMax: number
}

/** As the next game would be asked. */
const drawOf = ({ conversation, state }: StoredGame, { roll }: Circumstances): Draw => {
  const choice = choiceIn(nextSettingsOf(state))
  return { conversation, seed: roll(), ...(choice === null ? {} : { choice }) }
}

/** Talk is looked at only while there is something to answer. */
const saidIn = (
  task: Task,
  { daily, state }: StoredGame,
  { lexicon, nowMs: atMs }: Circumstances
): DailyEvent | null => {
  const open = daily?.open ?? null
  if (task._tag !== "Chat" || open === null) return null
  const answer = hearDailyAnswer(task.incoming.input, open.question, state, lexicon)
  return answer === null ? null : { _tag: "Said", atMs, wroteAtMs: task.incoming.atMs, ...answer }
}

/** Null: it is about something else. */
function* eventOf(task: Task, stored: StoredGame, circumstances: Circumstances): Asking<DailyEvent | null> {
  const { nowMs: atMs } = circumstances
  const busy = !isGameOver(stored.state) || isMuted(stored)
  if (task._tag !== "Order") return busy ? null : saidIn(task, stored, circumstances)
  if (task.order._tag === "AskDaily") {
    if (isTooLate(task, atMs)) return null
    const drawn = busy ? null : (yield { _tag: "Question", draw: drawOf(stored, circumstances) }).drawn
    return { _tag: "Due", atMs, busy, question: drawn?.question ?? null }
  }
  return task.order._tag === "CloseDaily" ? { _tag: "Over", atMs, busy, number: task.order.number } : null
}

/** Null: it is about something else, or changes nothing. */
export function* foldDailyQuestion(
  task: Task,
  stored: StoredGame,
  circumstances: Circumstances
): Asking<PrivatelyFolded | null> {
  const event = yield* eventOf(task, stored, circumstances)
  if (event === null) return null
  const before = stored.daily ?? noDailyQuestion
  const { effects, state } = reduceDailyQuestion(before, event)
  if (state === before && effects.length === 0) return null
  const { nowMs, textMax } = circumstances
  const said = dailyMessages(effects, { hearsAll: stored.hearsAll, textMax, about: orderOf(task) })
  const asked = effects.flatMap((effect): ReadonlyArray<QuestionId> =>
    effect._tag === "Asked" ? [effect.question.id] : []
  )
  return {
    stored: {
      ...stored,
      ...(state === before ? {} : { daily: state }),
      lastSeq: stored.lastSeq + said.length,
      updatedAtMs: Math.max(stored.updatedAtMs, nowMs)
    },
    outgoing: inLine(stored, said, task, nowMs),
    sent: [],
    asked,
    notice: null
  }
}
