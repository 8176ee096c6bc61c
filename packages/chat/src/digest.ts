/** The figures of a digest by their names, all in one record: of all that was played, and, behind an @, of one community. */
export type Figures = Readonly<Record<string, number>>

/** What is told of each community alone too, where games of several ended. */
export const ofCommunity = ["games", "wins", "rounds", "right", "players", "appeals"] as const
export type OfCommunity = (typeof ofCommunity)[number]

export const nameIn = (community: string, name: OfCommunity): string => `${name}@${community}`

const mark = "games@"

/** In the order in which they were written. */
export const communitiesIn = (figures: Figures): ReadonlyArray<string> =>
  Object.keys(figures).flatMap((name) => (name.startsWith(mark) ? [name.slice(mark.length)] : []))

/** What stands there of that community alone. */
export const figuresIn = (figures: Figures, community: string): { readonly [Name in OfCommunity]: number } => {
  const of = (name: OfCommunity): number => figures[nameIn(community, name)] ?? 0
  return {
    games: of("games"),
    wins: of("wins"),
    rounds: of("rounds"),
    right: of("right"),
    players: of("players"),
    appeals: of("appeals")
  }
}
