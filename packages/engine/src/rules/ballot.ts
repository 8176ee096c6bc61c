/** How a vote of the table stands, and whether it is decided before everybody has voted. */
import type { Ballot } from "../game-state.ts"
import type { Player } from "../ids.ts"
import type { Settings } from "../settings.ts"

interface Voting {
  readonly players: ReadonlyArray<Player>
  readonly settings: Settings
  readonly ballots: ReadonlyArray<Ballot>
}

export interface Count {
  readonly yes: number
  readonly no: number
  /** Who sit at the table and have not voted. */
  readonly left: number
}

/** How many are for the answer and against it, and how many have not voted: of a `Vote` or an `Appeal`. */
export const countOf = ({ ballots, players }: Voting): Count => {
  const yes = ballots.filter((ballot) => ballot.yes).length
  return { yes, no: ballots.length - yes, left: players.length - ballots.length }
}

/** A tie, and a vote that nobody took part in, goes to whom the settings say. */
const isAccepted = (yes: number, no: number, { tieGoesTo }: Settings): boolean =>
  yes === no ? tieGoesTo === "team" : yes > no

/** What the votes so far make of it. */
export const outcomeOf = (voting: Voting): boolean => {
  const { no, yes } = countOf(voting)
  return isAccepted(yes, no, voting.settings)
}

/** Those who have not voted could not change the outcome, whatever they say. */
export const isDecided = (voting: Voting): boolean => {
  const { left, no, yes } = countOf(voting)
  return isAccepted(yes + left, no, voting.settings) === isAccepted(yes, no + left, voting.settings)
}

/** Only those who sit at the table have a vote. */
export const withoutBallot = (ballots: ReadonlyArray<Ballot>, left: Player): ReadonlyArray<Ballot> =>
  ballots.filter(({ by }) => by !== left.id)
