import { PlayerId } from "@znatoki/engine"
import { plainText } from "@znatoki/chat/plain-text"
import { seasonOf } from "@znatoki/chat/season"
import type { Deeds, Leader, Told } from "@znatoki/chat/statistics"
import { statisticsText } from "@znatoki/host/statistics-messages"
import { describe, expect, it } from "vitest"
import { anya } from "./support/people.ts"
import { faultsOf } from "./support/typography.ts"

/** The 28th of November 2026. */
const atMs = 1_795_860_000_000
const season = seasonOf(atMs)

const deeds = (parts: Partial<Deeds> = {}): Deeds => ({
  games: 12,
  wins: 7,
  answered: 20,
  right: 14,
  rightMs: 14 * 21_000,
  best: 3,
  ...parts
})
const leader = (id: number, name: string, parts: Partial<Deeds> = {}): Leader => ({
  player: PlayerId.make(String(id)),
  name,
  ...deeds(parts)
})
const people = [
  leader(1, "Аня"),
  leader(2, "Борис", { right: 9, best: 1 }),
  leader(3, "Вера", { right: 2, answered: 3, best: 0 }),
  leader(4, "Гриша", { right: 0, answered: 1, best: 0 })
]
const team = { games: 12, wins: 7 }
const rating = { _tag: "Rating", season, ofSeason: people, ofAllTime: people, team, streak: 0, bestStreak: 1 } as const
const mine = {
  _tag: "Player",
  season,
  ofSeason: { ...deeds(), place: 1, of: 4 },
  ofAllTime: { ...deeds(), place: 1, of: 4 },
  mates: []
} as const
const game = { finishedAtMs: atMs, score: { team: 4, bot: 3 }, outcome: "won", best: "Аня" } as const

const cases: ReadonlyArray<readonly [string, Told | null]> = [
  ["рейтинг первого сезона", { ...rating, streak: 3, bestStreak: 3 }],
  [
    "рейтинг после многих сезонов",
    { ...rating, ofSeason: people.slice(1), streak: 2, bestStreak: 5, team: { games: 1, wins: 1 } }
  ],
  ["рейтинг в начале сезона", { ...rating, ofSeason: [], bestStreak: 4 }],
  ["рейтинг, пока не играли", { ...rating, ofSeason: [], ofAllTime: [], team: { games: 0, wins: 0 } }],
  ["рейтинг, пока ни одной игры не доиграли", { ...rating, team: { games: 0, wins: 0 }, bestStreak: 0 }],
  [
    "моя статистика, пока ни одной игры не доиграл",
    { ...mine, ofSeason: null, ofAllTime: { ...deeds({ games: 0, wins: 0, best: 0 }), place: 1, of: 4 } }
  ],
  [
    "сезон, в котором ни одной игры не доиграли",
    { _tag: "Seasons", seasons: [{ season, games: 0, wins: 0, best: null }] }
  ],
  [
    "моя статистика",
    {
      ...mine,
      ofSeason: { ...deeds({ answered: 9, right: 5 }), place: 2, of: 3 },
      mates: [
        { name: "Борис", games: 6, wins: 5 },
        { name: "Вера", games: 4, wins: 1 }
      ]
    }
  ],
  ["моя статистика в первом сезоне", mine],
  [
    "моя статистика без верных ответов",
    {
      ...mine,
      ofAllTime: { ...deeds({ games: 1, wins: 0, answered: 2, right: 0, rightMs: 0, best: 0 }), place: 1, of: 1 }
    }
  ],
  [
    "моя статистика без ответов",
    { ...mine, ofSeason: null, ofAllTime: { ...deeds({ answered: 0, best: 0 }), place: 3, of: 2 } }
  ],
  ["моя статистика, пока не играл", { ...mine, ofSeason: null, ofAllTime: null }],
  [
    "история",
    {
      _tag: "History",
      games: [
        game,
        { ...game, outcome: "lost", score: { team: 2, bot: 5 }, finishedAtMs: atMs - 86_400_000 * 30 },
        { ...game, outcome: "broken off", score: { team: 1, bot: 0 }, best: null },
        { ...game, outcome: "drawn", score: { team: 2, bot: 2 }, finishedAtMs: atMs - 86_400_000 * 365 }
      ]
    }
  ],
  ["история, пока не играли", { _tag: "History", games: [] }],
  [
    "сезоны",
    {
      _tag: "Seasons",
      seasons: [
        { season: season + 1, games: 1, wins: 0, best: null },
        { season, games: 21, wins: 11, best: { name: "Аня", right: 32 } },
        { season: season - 1, games: 5, wins: 2, best: { name: "Борис", right: 1 } }
      ]
    }
  ],
  ["сезоны, пока не играли", { _tag: "Seasons", seasons: [] }],
  [
    "лицензии",
    {
      _tag: "Licences",
      packs: [
        {
          title: "Осенний кубок — 2011",
          editors: "Иван Петров, Анна Сидорова",
          licence: "db.chgk.info: без изменений, не для продажи, с автором, источником и адресом",
          url: "https://db.chgk.info/tour/autumn11",
          commercial: "no",
          questions: 21
        },
        {
          title: "Вечер",
          editors: "Редактор — Анна Сидорова",
          licence: "CC BY 4.0",
          url: null,
          commercial: "yes",
          questions: 2
        },
        { title: "Из чата", editors: null, licence: null, url: null, commercial: "unknown", questions: 1 }
      ],
      others: 3
    }
  ],
  ["лицензии, когда пакетов нет", { _tag: "Licences", packs: [], others: 5 }],
  ["лицензии, пока не играли", { _tag: "Licences", packs: [], others: 0 }],
  ["никто не считает", null]
]

describe("the statistics", () => {
  it.each(cases)("%s", (_, told) => {
    const words = plainText(statisticsText(told, anya))
    expect(words).toMatchSnapshot()
    expect(faultsOf(words)).toEqual([])
  })
})
