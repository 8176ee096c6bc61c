/** Each minute: what conversations asked to be reminded of is said to them. */
import type { Job } from "@znatoki/ports/jobs"
import { Reminders } from "@znatoki/ports/reminders"
import { Clock, Effect } from "effect"

/** One statement. */
const atOnce = 500

export const sayReminders: Job<Reminders> = {
  name: "say-reminders",
  cron: "* * * * *",
  catchUp: false,
  withinSeconds: 3,
  rememberedDays: 1,
  work: Effect.gen(function* () {
    const reminders = yield* Reminders
    const nowMs = yield* Clock.currentTimeMillis
    let said = 0
    for (let due = atOnce; due === atOnce;) {
      const fired = yield* reminders.fire(nowMs, atOnce)
      due = fired.due
      said += fired.said
    }
    return { said }
  })
}
