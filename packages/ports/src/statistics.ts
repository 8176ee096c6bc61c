/**
 * Port: what was played, counted. A game is counted when it is over, and once more, in place of the first time, when a
 * ruling changes it afterwards.
 */
import type { QuestionId } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { Season } from "@znatoki/chat/season"
import type { Deeds, Inquiry, Leader, TeamDeeds, Told } from "@znatoki/chat/statistics"
import { Context, type Effect } from "effect"
import type { QuestionCount } from "./count-game.ts"
import type { StoreError } from "./store-error.ts"

export interface Asked {
  readonly conversation: ConversationId
  readonly inquiry: Inquiry
}

/** How many people and games are told of at most. */
export const leadersMax = 10
export const gamesMax = 10
export const matesMax = 3
export const seasonsMax = 8
/** Of so many questions asked last it is told where they are from. */
export const licencedMax = 60
/** With fewer games together one cannot say how well it goes. */
export const togetherMin = 3

/** Whose deeds: in one conversation or in all, in one season or ever. */
export interface DeedsFilter {
  readonly conversation: ConversationId | null
  readonly season: Season | null
}

export interface ConversationDeeds extends TeamDeeds {
  readonly conversation: ConversationId
  readonly title: string | null
  readonly streak: number
  readonly bestStreak: number
}

/** A question of the bank with what was played and what people said of it. */
export interface QuestionStanding extends QuestionCount {
  readonly good: number
  readonly bad: number
  /** Those of the bad that no editor has looked at. */
  readonly unseenBad: number
}

/** How much speaks against a question: 0 or less is nothing. A right answer that was overturned weighs most: its answer is wrong or incomplete. */
export const blameOf = (standing: Omit<QuestionStanding, "question" | "unseenBad">): number => {
  const { appeals, bad, disputed, good, overturned } = standing
  return 2 * bad - good + 2 * appeals + 3 * overturned + disputed
}

/** Where a list of them goes on. */
export interface BlamedBefore {
  readonly blame: number
  readonly question: QuestionId
}

/** All games that ended on one day, `dayNumberOf` which. */
export interface DayDeeds extends TeamDeeds {
  readonly day: number
  readonly rounds: number
  readonly right: number
}

/** The same in more detail, of one community or of all together. */
export interface DayOfCommunity extends Omit<DayDeeds, "day"> {
  /** As the ids of its conversations begin; null: all together. */
  readonly community: string | null
  /** People who had a seat at a table. */
  readonly players: number
  readonly appeals: number
  readonly overturned: number
  /** Appeals that nobody has ruled on. */
  readonly openAppeals: number
}

/** The community of a conversation: its id without what follows the last colon. */
export const communityOf = (conversation: ConversationId): string =>
  conversation.slice(0, Math.max(0, conversation.lastIndexOf(":")))

/** Who comes before: more right answers, more often the best, less time. The id decides between equals. */
export type Ahead = Pick<Leader, "player"> & Pick<Deeds, "right" | "best" | "rightMs">

export const comesBefore = (one: Ahead, other: Ahead): boolean => {
  if (one.right !== other.right) return one.right > other.right
  if (one.best !== other.best) return one.best > other.best
  if (one.rightMs !== other.rightMs) return one.rightMs < other.rightMs
  return one.player < other.player
}

export class Statistics extends Context.Service<
  Statistics,
  {
    /**
     * Counts at most `limit` of the games that are over and are not counted yet as they are; tells how many, 0: all are, or
     * somebody else is just counting. However often and by how many it is asked, each game counts once.
     */
    count(limit: number): Effect.Effect<number, StoreError>
    /** One answer for each, in order. */
    tell(asked: ReadonlyArray<Asked>): Effect.Effect<ReadonlyArray<Told>, StoreError>
    /** Best first, after `after` (null: from the first), at most `limit`. */
    leaders(filter: DeedsFilter, after: Ahead | null, limit: number): Effect.Effect<ReadonlyArray<Leader>, StoreError>
    /** Those with most wins first, at most `limit`. */
    conversations(limit: number): Effect.Effect<ReadonlyArray<ConversationDeeds>, StoreError>
    /** From the first of these days to the last, in order; none of a day on which nothing ended. */
    days(from: number, to: number): Effect.Effect<ReadonlyArray<DayDeeds>, StoreError>
    /** What ended on that day: all together, then each community where any did, by its id. Nothing: nothing of a day without a game. */
    dayByCommunity(day: number): Effect.Effect<ReadonlyArray<DayOfCommunity>, StoreError>
    /** In order; zeros for one that was never asked. */
    questions(ids: ReadonlyArray<QuestionId>): Effect.Effect<ReadonlyArray<QuestionCount>, StoreError>
    /**
     * Questions of the bank that anything speaks against or that have a bad voice nobody has looked at, most to blame first, then
     * by id, after `after` (null: from the first), at most `limit`. `retired`: those that were taken out of play, or all others.
     */
    blamed(
      retired: boolean,
      after: BlamedBefore | null,
      limit: number
    ): Effect.Effect<ReadonlyArray<QuestionStanding>, StoreError>
  }
>()("@znatoki/ports/Statistics") {}
