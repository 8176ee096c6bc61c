/** What a conversation may ask about the games that were played in it, and what it is told. */
import type { EpochMs, PlayerId, Score } from "@znatoki/engine"
import type { Season } from "./season.ts"

/** `broken off`: it was stopped, or the table was left, so nobody won. */
export type Outcome = "won" | "lost" | "drawn" | "broken off"

/** What somebody did in some games, all of them together. */
export interface Deeds {
  /** Played to their end, with a seat at the table when it came, or with an answer before leaving. */
  readonly games: number
  readonly wins: number
  readonly answered: number
  readonly right: number
  /** How long the right answers took, all of them together. */
  readonly rightMs: number
  /** How often this was the best player of a game. */
  readonly best: number
}

export interface Leader extends Deeds {
  readonly player: PlayerId
  readonly name: string
}

/** What a whole conversation did. */
export interface TeamDeeds {
  readonly games: number
  readonly wins: number
}

/** `season`: the one that is on. */
export type Inquiry =
  | { readonly _tag: "Rating"; readonly season: Season }
  | { readonly _tag: "Player"; readonly player: PlayerId; readonly season: Season }
  | { readonly _tag: "History" }
  | { readonly _tag: "Seasons" }
  | { readonly _tag: "Licences" }

export interface Rating {
  readonly _tag: "Rating"
  readonly season: Season
  /** Best first. */
  readonly ofSeason: ReadonlyArray<Leader>
  readonly ofAllTime: ReadonlyArray<Leader>
  readonly team: TeamDeeds
  /** Games won in a row up to now, and at the most. */
  readonly streak: number
  readonly bestStreak: number
}

/** `place` among the `of` people who have answered here. */
export interface Standing extends Deeds {
  readonly place: number
  readonly of: number
}

/** Games played to their end with somebody, and those of them that were won. */
export interface Mate extends TeamDeeds {
  readonly name: string
}

export interface PlayerDeeds {
  readonly _tag: "Player"
  readonly season: Season
  readonly ofSeason: Standing | null
  readonly ofAllTime: Standing | null
  /** With whom most was won. */
  readonly mates: ReadonlyArray<Mate>
}

export interface PastGame {
  readonly finishedAtMs: EpochMs
  readonly score: Score
  readonly outcome: Outcome
  /** The name of the best player; null: nobody was. */
  readonly best: string | null
}

/** Newest first. */
export interface History {
  readonly _tag: "History"
  readonly games: ReadonlyArray<PastGame>
}

export interface PastSeason extends TeamDeeds {
  readonly season: Season
  /** Who has most right answers. */
  readonly best: { readonly name: string; readonly right: number } | null
}

/** Newest first. */
export interface Seasons {
  readonly _tag: "Seasons"
  readonly seasons: ReadonlyArray<PastSeason>
}

/** A pack of which questions were asked here. */
export interface PackAsked {
  readonly title: string
  readonly editors: string | null
  readonly licence: string | null
  readonly url: string | null
  /** Whether its questions may be played for money. */
  readonly commercial: "yes" | "no" | "unknown"
  /** How many of the last ones are of it. */
  readonly questions: number
}

/** Of the questions asked here last. */
export interface Licences {
  readonly _tag: "Licences"
  /** That of most questions first. */
  readonly packs: ReadonlyArray<PackAsked>
  /** How many are of no pack. */
  readonly others: number
}

export type Told = Rating | PlayerDeeds | History | Seasons | Licences
