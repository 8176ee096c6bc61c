/** Statistics in memory: sums over all games that were counted, whenever somebody asks. */
import type { PlayerId, QuestionId } from "@znatoki/engine"
import { dayNumberOf } from "@znatoki/chat/calendar-day"
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { Deeds, Inquiry, Leader, Licences, Mate, PastSeason, Standing, Told } from "@znatoki/chat/statistics"
import { countOf, type GameCount, type QuestionCount } from "@znatoki/ports/count-game"
import {
  type Ahead,
  type Asked,
  type BlamedBefore,
  blameOf,
  comesBefore,
  communityOf,
  type DayDeeds,
  type DayOfCommunity,
  gamesMax,
  leadersMax,
  licencedMax,
  matesMax,
  type QuestionStanding,
  seasonsMax,
  Statistics,
  togetherMin
} from "@znatoki/ports/statistics"
import { Effect, Layer } from "effect"
import { MemoryDatabase, type RecordedGame } from "./memory-database.ts"

interface Counted {
  readonly conversation: ConversationId
  readonly game: number
  readonly count: GameCount
}

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((all, one) => all + one, 0)
const ended = (games: ReadonlyArray<Counted>) => games.filter(({ count }) => count.outcome !== "broken off")
const won = (games: ReadonlyArray<Counted>) => games.filter(({ count }) => count.outcome === "won")
const inOrder = (one: Ahead, other: Ahead): number => (comesBefore(one, other) ? -1 : 1)

const blamedBefore = (one: QuestionStanding): BlamedBefore => ({ blame: blameOf(one), question: one.question })
const inOrderOfBlame = (one: BlamedBefore, other: BlamedBefore): number =>
  other.blame - one.blame || Number(one.question) - Number(other.question)

const leadersOf = (games: ReadonlyArray<Counted>): ReadonlyArray<Leader> => {
  const people = games
    .toSorted((one, other) => one.count.finishedAtMs - other.count.finishedAtMs)
    .flatMap(({ count }) => count.people)
  const ids = new Set(people.map(({ player }) => player))
  return [...ids].map((player) => {
    const own = people.filter((person) => person.player === player)
    const total = (of: (person: Deeds) => number): number => sum(own.map(of))
    return {
      player,
      name: own.at(-1)?.name ?? "",
      games: total(({ games }) => games),
      wins: total(({ wins }) => wins),
      answered: total(({ answered }) => answered),
      right: total(({ right }) => right),
      rightMs: total(({ rightMs }) => rightMs),
      best: total(({ best }) => best)
    }
  })
}

const ranked = (games: ReadonlyArray<Counted>): ReadonlyArray<Leader> =>
  leadersOf(games)
    .filter(({ answered }) => answered > 0)
    .toSorted(inOrder)

const standingOf = (games: ReadonlyArray<Counted>, id: PlayerId): Standing | null => {
  const own = leadersOf(games).find(({ player }) => player === id)
  if (own === undefined) return null
  const { name: _name, player: _player, ...deeds } = own
  const others = ranked(games)
  return { ...deeds, place: others.filter((other) => !comesBefore(own, other)).length, of: others.length }
}

const matesOf = (games: ReadonlyArray<Counted>, id: PlayerId): ReadonlyArray<Mate> => {
  const together = ended(games).filter(({ count }) => count.people.some(({ player }) => player === id))
  return leadersOf(games)
    .filter(({ player }) => player !== id)
    .map(({ name, player }) => {
      const shared = together.filter(({ count }) => count.people.some((person) => person.player === player))
      return { player, name, games: shared.length, wins: won(shared).length }
    })
    .filter(({ games: shared }) => shared >= togetherMin)
    .toSorted(
      (one, other) =>
        other.wins / other.games - one.wins / one.games ||
        other.games - one.games ||
        (one.player < other.player ? -1 : 1)
    )
    .slice(0, matesMax)
    .map(({ games: shared, name, wins }) => ({ name, games: shared, wins }))
}

const streaksOf = (games: ReadonlyArray<Counted>) => {
  let streak = 0
  let bestStreak = 0
  for (const { count } of ended(games).toSorted((one, other) => one.game - other.game)) {
    streak = count.outcome === "won" ? streak + 1 : 0
    bestStreak = Math.max(bestStreak, streak)
  }
  return { streak, bestStreak }
}

const teamOf = (games: ReadonlyArray<Counted>) => ({ games: ended(games).length, wins: won(games).length })

const seasonsOf = (games: ReadonlyArray<Counted>): ReadonlyArray<PastSeason> =>
  [...new Set(games.map(({ count }) => count.season))]
    .toSorted((one, other) => other - one)
    .slice(0, seasonsMax)
    .map((season) => {
      const own = games.filter(({ count }) => count.season === season)
      const [first] = ranked(own)
      const best = first === undefined || first.right === 0 ? null : { name: first.name, right: first.right }
      return { season, ...teamOf(own), best }
    })

const dayOf = ({ count }: Counted): number => dayNumberOf(count.finishedAtMs)

const deedsOfDay = (games: ReadonlyArray<Counted>, day: number): DayDeeds => {
  const own = games.filter((game) => dayOf(game) === day)
  const right = sum(own.map(({ count }) => count.score.team))
  const rounds = right + sum(own.map(({ count }) => count.score.bot))
  return { day, games: own.length, wins: won(own).length, rounds, right }
}

const daysFrom = (from: number, to: number, games: ReadonlyArray<Counted>): ReadonlyArray<DayDeeds> =>
  [...new Set(games.map(dayOf))]
    .filter((day) => day >= from && day <= to)
    .toSorted((one, other) => one - other)
    .map((day) => deedsOfDay(games, day))

const openAppealsOf = ({ conversations }: MemoryDatabase["Service"], { conversation, game }: Counted): number => {
  const state = conversations.get(conversation)?.games.get(game)?.state
  return state?._tag === "Finished" ? state.results.filter(({ appeal }) => appeal === "open").length : 0
}

const dayTogether = (
  memory: MemoryDatabase["Service"],
  games: ReadonlyArray<Counted>,
  day: number,
  community: string | null
): DayOfCommunity => {
  const { day: _day, ...deeds } = deedsOfDay(games, day)
  const questions = games.flatMap(({ count }) => count.questions)
  return {
    community,
    ...deeds,
    players: new Set(games.flatMap(({ count }) => count.people.map(({ player }) => player))).size,
    appeals: sum(questions.map(({ appeals }) => appeals)),
    overturned: sum(questions.map(({ overturned }) => overturned)),
    openAppeals: sum(games.map((game) => openAppealsOf(memory, game)))
  }
}

const dayByCommunity = (
  memory: MemoryDatabase["Service"],
  all: ReadonlyArray<Counted>,
  day: number
): ReadonlyArray<DayOfCommunity> => {
  const games = all.filter((game) => dayOf(game) === day)
  if (games.length === 0) return []
  const communities = [...new Set(games.map(({ conversation }) => communityOf(conversation)))].toSorted()
  const ofEach = communities.map((community) => {
    const own = games.filter(({ conversation }) => communityOf(conversation) === community)
    return dayTogether(memory, own, day, community)
  })
  return [dayTogether(memory, games, day, null), ...ofEach]
}

const told = (games: ReadonlyArray<Counted>, inquiry: Exclude<Inquiry, { readonly _tag: "Licences" }>): Told => {
  const inSeason = (season: number) => games.filter(({ count }) => count.season === season)
  switch (inquiry._tag) {
    case "Rating": {
      const { season } = inquiry
      const ofSeason = ranked(inSeason(season)).slice(0, leadersMax)
      const ofAllTime = ranked(games).slice(0, leadersMax)
      return { _tag: "Rating", season, ofSeason, ofAllTime, team: teamOf(games), ...streaksOf(games) }
    }
    case "Player": {
      const { player, season } = inquiry
      const ofSeason = standingOf(inSeason(season), player)
      return { _tag: "Player", season, ofSeason, ofAllTime: standingOf(games, player), mates: matesOf(games, player) }
    }
    case "History": {
      const last = games.toSorted((one, other) => other.game - one.game).slice(0, gamesMax)
      return {
        _tag: "History",
        games: last.map(({ count: { finishedAtMs, outcome, people, score } }) => ({
          finishedAtMs,
          score,
          outcome,
          best: people.find(({ best }) => best > 0)?.name ?? null
        }))
      }
    }
    case "Seasons":
      return { _tag: "Seasons", seasons: seasonsOf(games) }
  }
}

/** Where the questions asked in a conversation last are from. */
const licencesIn = (
  conversation: ConversationId,
  { conversations, packs, questions }: MemoryDatabase["Service"]
): Licences => {
  const asked = [...(conversations.get(conversation)?.asked ?? [])]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, licencedMax)
  const keys = asked.map(([id]) => questions.get(id)?.seen.pack ?? null)
  return {
    _tag: "Licences",
    packs: [...packs.values()]
      .map(({ commercial, editors, key, licence, title, url }) => {
        return { title, editors, licence, url, commercial, questions: keys.filter((each) => each === key).length }
      })
      .filter((pack) => pack.questions > 0)
      .toSorted((one, other) => other.questions - one.questions || (one.title < other.title ? -1 : 1)),
    others: keys.filter((key) => key === null).length
  }
}

const toldOf = (
  { conversation, inquiry }: Asked,
  memory: MemoryDatabase["Service"],
  gamesOf: (conversation: ConversationId) => ReadonlyArray<Counted>
): Told => (inquiry._tag === "Licences" ? licencesIn(conversation, memory) : told(gamesOf(conversation), inquiry))

const countOfQuestion = (games: ReadonlyArray<Counted>, question: QuestionId): QuestionCount => {
  const own = games.flatMap(({ count }) => count.questions).filter((one) => one.question === question)
  return {
    question,
    asked: sum(own.map(({ asked }) => asked)),
    right: sum(own.map(({ right }) => right)),
    disputed: sum(own.map(({ disputed }) => disputed)),
    appeals: sum(own.map(({ appeals }) => appeals)),
    overturned: sum(own.map(({ overturned }) => overturned))
  }
}

export const layer: Layer.Layer<Statistics, never, MemoryDatabase> = Layer.effect(
  Statistics,
  Effect.gen(function* () {
    const memory = yield* MemoryDatabase
    const { conversations, counted, questions, titles, votes } = memory
    const all = (): ReadonlyArray<Counted> =>
      [...counted].flatMap(([conversation, games]) =>
        [...games].map(([game, { count }]) => ({ conversation, game, count }))
      )
    const ofConversation = (id: ConversationId | null) =>
      id === null ? all() : all().filter(({ conversation }) => conversation === id)
    const isWaiting = ({ conversation, game, state, version }: RecordedGame): boolean =>
      state._tag === "Finished" && (counted.get(conversation)?.get(game)?.version ?? 0) < version
    const countOne = ({ conversation, game, state, version }: RecordedGame): void => {
      const count = state._tag === "Finished" ? countOf(state) : null
      if (count === null) return
      const games = counted.get(conversation) ?? new Map<number, { version: number; count: GameCount }>()
      counted.set(conversation, games.set(game, { version, count }))
    }
    return {
      count: (limit) =>
        Effect.sync(() => {
          const waiting = [...conversations.values()]
            .flatMap(({ games }) => [...games.values()])
            .filter((game) => isWaiting(game) && game.state._tag === "Finished" && countOf(game.state) !== null)
            .slice(0, limit)
          for (const game of waiting) countOne(game)
          return waiting.length
        }),
      tell: (asked) => Effect.sync(() => asked.map((one) => toldOf(one, memory, ofConversation))),
      leaders: ({ conversation, season }, after, limit) =>
        Effect.sync(() =>
          ranked(ofConversation(conversation).filter(({ count }) => season === null || count.season === season))
            .filter((leader) => after === null || comesBefore(after, leader))
            .slice(0, limit)
        ),
      conversations: (limit) =>
        Effect.sync(() =>
          [...counted.keys()]
            .map((conversation) => {
              const games = ofConversation(conversation)
              return { conversation, title: titles.get(conversation) ?? null, ...teamOf(games), ...streaksOf(games) }
            })
            .toSorted((one, other) => other.wins - one.wins || (one.conversation < other.conversation ? -1 : 1))
            .slice(0, limit)
        ),
      days: (from, to) => Effect.sync(() => daysFrom(from, to, all())),
      dayByCommunity: (day) => Effect.sync(() => dayByCommunity(memory, all(), day)),
      questions: (ids) => Effect.sync(() => ids.map((question) => countOfQuestion(all(), question))),
      blamed: (retired, after, limit) =>
        Effect.sync(() =>
          [...questions.values()]
            .filter(({ seen }) => (seen.state === "retired") === retired)
            .map(({ seen: { id } }) => {
              const voices = [...(votes.get(id)?.values() ?? [])]
              const bad = voices.filter(({ good }) => !good)
              const unseenBad = bad.filter(({ seen }) => !seen).length
              const voiced = { good: voices.length - bad.length, bad: bad.length, unseenBad }
              return { ...countOfQuestion(all(), id), ...voiced }
            })
            .filter((one) => blameOf(one) > 0 || one.unseenBad > 0)
            .toSorted((one, other) => inOrderOfBlame(blamedBefore(one), blamedBefore(other)))
            .filter((one) => after === null || inOrderOfBlame(after, blamedBefore(one)) < 0)
            .slice(0, limit)
        )
    }
  })
)
