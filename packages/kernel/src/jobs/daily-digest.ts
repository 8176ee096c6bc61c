/**
 * Each morning: what was played the day before, and what waits for an admin. Figures alone: the desk shows them, the log has
 * them, and conversations of admins that are named are told them.
 */
import { beginningOf, dayNumberOf } from "@znatoki/chat/calendar-day"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { type Figures, nameIn, ofCommunity } from "@znatoki/chat/digest"
import { AdminOrders } from "@znatoki/ports/admin-orders"
import { DeadLetters } from "@znatoki/ports/dead-letters"
import { dailyDigestName, type Job, Jobs } from "@znatoki/ports/jobs"
import { Parking } from "@znatoki/ports/parking"
import { Proposals } from "@znatoki/ports/proposals"
import { QuestionVotes } from "@znatoki/ports/question-votes"
import { type DayOfCommunity, Statistics } from "@znatoki/ports/statistics"
import { Clock, Context, Effect, Option } from "effect"

/** Whom to tell. */
export class DigestReaders extends Context.Reference<ReadonlyArray<ConversationId>>("@znatoki/kernel/DigestReaders", {
  defaultValue: () => []
}) {}

/** More than so many is as bad as so many. */
const countedMax = 1_000

/** Runs that failed for good on that day; a process that cannot ask for them tells of none. */
const failedJobs = Effect.fnUntraced(function* (from: number, to: number) {
  const jobs = Option.getOrNull(yield* Effect.serviceOption(Jobs))
  if (jobs === null) return 0
  const runs = yield* jobs.runs({ job: null, state: "failed" }, null, countedMax)
  return runs.filter(({ endedAtMs }) => endedAtMs !== null && endedAtMs >= from && endedAtMs < to).length
})

const nothing: Omit<DayOfCommunity, "community"> = {
  games: 0,
  wins: 0,
  rounds: 0,
  right: 0,
  players: 0,
  appeals: 0,
  overturned: 0,
  openAppeals: 0
}

const ofEach = (communities: ReadonlyArray<DayOfCommunity>): Figures =>
  Object.fromEntries(
    communities.flatMap((each) => ofCommunity.map((name) => [nameIn(each.community ?? "", name), each[name]] as const))
  )

const writeDigest = Effect.gen(function* () {
  const [statistics, letters, parking] = [yield* Statistics, yield* DeadLetters, yield* Parking]
  const [proposals, votes] = [yield* Proposals, yield* QuestionVotes]
  const today = dayNumberOf(yield* Clock.currentTimeMillis)
  const day = today - 1
  const [all = nothing, ...communities] = yield* statistics.dayByCommunity(day)
  const [from, to] = [beginningOf(day), beginningOf(today)]
  const dead = yield* letters.list(null, countedMax)
  return {
    day,
    games: all.games,
    wins: all.wins,
    rounds: all.rounds,
    right: all.right,
    players: all.players,
    appeals: all.appeals,
    overturned: all.overturned,
    openAppeals: all.openAppeals,
    undelivered: dead.filter(({ deadAtMs }) => deadAtMs >= from && deadAtMs < to).length,
    parked: (yield* parking.list(null, countedMax)).length,
    proposals: (yield* proposals.list(null, countedMax)).filter(({ told }) => told === null).length,
    disliked: (yield* votes.disliked(null, countedMax)).length,
    failedJobs: yield* failedJobs(from, to),
    ...(communities.length > 1 ? ofEach(communities) : {})
  }
})

/** Told as an order, of which there is one a day and reader, however often it is given. */
const tellReaders = Effect.fnUntraced(function* (figures: Figures) {
  const readers = yield* DigestReaders
  if (readers.length === 0) return
  const orders = yield* AdminOrders
  const atMs = yield* Clock.currentTimeMillis
  for (const conversation of readers) yield* orders.give({ conversation, order: { _tag: "Digest", figures }, atMs })
})

export const dailyDigest: Job<AdminOrders | DeadLetters | Parking | Proposals | QuestionVotes | Statistics> = {
  name: dailyDigestName,
  cron: "0 9 * * *",
  catchUp: true,
  withinSeconds: 15,
  rememberedDays: 60,
  work: Effect.tap(writeDigest, tellReaders)
}
