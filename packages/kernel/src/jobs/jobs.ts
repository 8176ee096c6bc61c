/** All that is done by the clock. */
import type { AdminOrders } from "@znatoki/ports/admin-orders"
import type { DailyQuestions } from "@znatoki/ports/daily-questions"
import type { DeadLetters } from "@znatoki/ports/dead-letters"
import type { Housekeeping } from "@znatoki/ports/housekeeping"
import type { Job } from "@znatoki/ports/jobs"
import type { Parking } from "@znatoki/ports/parking"
import type { Proposals } from "@znatoki/ports/proposals"
import type { QuestionVotes } from "@znatoki/ports/question-votes"
import type { Reminders } from "@znatoki/ports/reminders"
import type { Statistics } from "@znatoki/ports/statistics"
import { askDailyQuestions } from "./ask-daily-questions.ts"
import { clearOut } from "./clear-out.ts"
import { closeAbandonedGames } from "./close-abandoned-games.ts"
import { countStatistics } from "./count-statistics.ts"
import { dailyDigest } from "./daily-digest.ts"
import { sayReminders } from "./say-reminders.ts"

export const allJobs: ReadonlyArray<
  Job<
    | AdminOrders
    | DailyQuestions
    | DeadLetters
    | Housekeeping
    | Parking
    | Proposals
    | QuestionVotes
    | Reminders
    | Statistics
  >
> = [askDailyQuestions, clearOut, closeAbandonedGames, countStatistics, dailyDigest, sayReminders]
