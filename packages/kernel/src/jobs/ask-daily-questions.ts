/** Each minute: conversations that want a question of the day are asked it, and those whose time for it is over are told the answer. */
import { DailyQuestions } from "@znatoki/ports/daily-questions"
import type { Job } from "@znatoki/ports/jobs"
import { Reminders } from "@znatoki/ports/reminders"
import { Clock, Effect } from "effect"

/** One statement. */
const atOnce = 500

export const askDailyQuestions: Job<DailyQuestions | Reminders> = {
  name: "ask-daily-questions",
  cron: "* * * * *",
  catchUp: false,
  withinSeconds: 3,
  rememberedDays: 1,
  work: Effect.gen(function* () {
    const [reminders, questions] = [yield* Reminders, yield* DailyQuestions]
    const nowMs = yield* Clock.currentTimeMillis
    let [asked, closed] = [0, 0]
    // The answer to one goes before the next.
    for (let over = atOnce; over === atOnce;) {
      over = yield* questions.close(nowMs, atOnce)
      closed += over
    }
    for (let due = atOnce; due === atOnce;) {
      const fired = yield* reminders.fireQuestions(nowMs, atOnce)
      due = fired.due
      asked += fired.said
    }
    return { asked, closed }
  })
}
