/** What counting some games adds to the tables, and counting them anew takes back: the sums, row by row, in the order of their keys. */
import { dayNumberOf } from "@znatoki/chat/calendar-day"
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { GameCount, PersonCount, QuestionCount } from "@znatoki/ports/count-game"
import { storable } from "../database/storable.ts"

/** Everywhere, and for ever. */
export const everywhere = "*"
export const allTime = 0

/** One game as it was counted before, and as it is now. */
export interface Recount {
  readonly conversation: ConversationId
  readonly game: number
  readonly before: GameCount | null
  readonly after: GameCount
}

export interface PlayerRow extends Omit<PersonCount, "right"> {
  readonly scope: string
  readonly season: number
  readonly rightAnswers: number
  readonly namedAtMs: number
}

export interface MateRow {
  readonly conversation: string
  readonly player: string
  readonly mate: string
  readonly games: number
  readonly wins: number
}

export interface ConversationRow {
  readonly conversation: string
  readonly season: number
  readonly games: number
  readonly wins: number
}

export interface DayRow {
  readonly day: number
  readonly games: number
  readonly wins: number
  readonly rounds: number
  readonly rightAnswers: number
}

export type QuestionRow = Omit<QuestionCount, "right"> & { readonly rightAnswers: number }

type Sign = 1 | -1

/** Each count of a game, to be taken back or to be added. */
const signed = ({ after, before }: Recount): ReadonlyArray<readonly [GameCount, Sign]> =>
  before === null
    ? [[after, 1]]
    : [
        [before, -1],
        [after, 1]
      ]

const isEnded = ({ outcome }: GameCount): number => (outcome === "broken off" ? 0 : 1)
const isWon = ({ outcome }: GameCount): number => (outcome === "won" ? 1 : 0)

const playersIn = (conversation: string, count: GameCount, sign: Sign): ReadonlyArray<PlayerRow> =>
  [conversation, everywhere].flatMap((scope) =>
    [count.season, allTime].flatMap((season) =>
      count.people.map(({ answered, best, games, name, player, right, rightMs, wins }) => ({
        scope,
        season,
        player,
        name: storable(name),
        namedAtMs: count.finishedAtMs,
        games: sign * games,
        wins: sign * wins,
        answered: sign * answered,
        rightAnswers: sign * right,
        rightMs: sign * rightMs,
        best: sign * best
      }))
    )
  )

const matesIn = (conversation: string, count: GameCount, sign: Sign): ReadonlyArray<MateRow> =>
  isEnded(count) === 0
    ? []
    : count.people.flatMap(({ player }) =>
        count.people
          .filter((mate) => mate.player !== player)
          .map((mate) => ({ conversation, player, mate: mate.player, games: sign, wins: sign * isWon(count) }))
      )

const conversationIn = (conversation: string, count: GameCount, sign: Sign): ReadonlyArray<ConversationRow> =>
  [count.season, allTime].map((season) => ({
    conversation,
    season,
    games: sign * isEnded(count),
    wins: sign * isWon(count)
  }))

const questionsIn = (count: GameCount, sign: Sign): ReadonlyArray<QuestionRow> =>
  count.questions.map(({ appeals, asked, disputed, overturned, question, right }) => ({
    question,
    asked: sign * asked,
    rightAnswers: sign * right,
    disputed: sign * disputed,
    appeals: sign * appeals,
    overturned: sign * overturned
  }))

const dayIn = (count: GameCount, sign: Sign): DayRow => ({
  day: dayNumberOf(count.finishedAtMs),
  games: sign,
  wins: sign * isWon(count),
  rounds: sign * (count.score.team + count.score.bot),
  rightAnswers: sign * count.score.team
})

/** A statement may touch a row once only, and whoever counts beside another touches rows in the same order. */
const summed = <Row>(
  rows: ReadonlyArray<Row>,
  keyOf: (row: Row) => ReadonlyArray<string | number>,
  plus: (one: Row, other: Row) => Row
): ReadonlyArray<Row> => {
  const sums = new Map<string, Row>()
  for (const row of rows) {
    const key = JSON.stringify(keyOf(row))
    const before = sums.get(key)
    sums.set(key, before === undefined ? row : plus(before, row))
  }
  return [...sums].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row)
}

export const changesOf = (recounts: ReadonlyArray<Recount>) => {
  const all = recounts.flatMap((recount) =>
    signed(recount).map(([count, sign]) => ({ conversation: recount.conversation, count, sign }))
  )
  return {
    players: summed(
      all.flatMap(({ conversation, count, sign }) => playersIn(conversation, count, sign)),
      ({ player, scope, season }) => [scope, season, player],
      (one, other) => ({
        ...(other.namedAtMs >= one.namedAtMs ? other : one),
        games: one.games + other.games,
        wins: one.wins + other.wins,
        answered: one.answered + other.answered,
        rightAnswers: one.rightAnswers + other.rightAnswers,
        rightMs: one.rightMs + other.rightMs,
        best: one.best + other.best
      })
    ),
    mates: summed(
      all.flatMap(({ conversation, count, sign }) => matesIn(conversation, count, sign)),
      ({ conversation, mate, player }) => [conversation, player, mate],
      (one, other) => ({ ...one, games: one.games + other.games, wins: one.wins + other.wins })
    ),
    conversations: summed(
      all.flatMap(({ conversation, count, sign }) => conversationIn(conversation, count, sign)),
      ({ conversation, season }) => [conversation, season],
      (one, other) => ({ ...one, games: one.games + other.games, wins: one.wins + other.wins })
    ),
    days: summed(
      all.map(({ count, sign }) => dayIn(count, sign)),
      ({ day }) => [day],
      (one, other) => ({
        day: one.day,
        games: one.games + other.games,
        wins: one.wins + other.wins,
        rounds: one.rounds + other.rounds,
        rightAnswers: one.rightAnswers + other.rightAnswers
      })
    ),
    questions: summed(
      all.flatMap(({ count, sign }) => questionsIn(count, sign)),
      ({ question }) => [question],
      (one, other) => ({
        question: one.question,
        asked: one.asked + other.asked,
        rightAnswers: one.rightAnswers + other.rightAnswers,
        disputed: one.disputed + other.disputed,
        appeals: one.appeals + other.appeals,
        overturned: one.overturned + other.overturned
      })
    )
  }
}
