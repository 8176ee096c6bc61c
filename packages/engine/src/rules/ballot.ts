/** How a vote stands, who has one, and whether it is decided before everybody has voted. */
import type { Appeal, Ballot, Vote } from "../game-state.ts"
import type { Player, PlayerId } from "../ids.ts"
import type { Refusal } from "../refusal.ts"
import type { Settings } from "../settings.ts"

interface Voting {
  readonly ballots: ReadonlyArray<Ballot>
  readonly players: ReadonlyArray<Player>
  readonly settings: Settings
  /** Who gave the answer that is voted on. */
  readonly author: PlayerId | null
}

export interface Count {
  readonly yes: number
  readonly no: number
  /** Who may vote and have not; null: anybody in the conversation may, and nobody knows how many they are. */
  readonly left: number | null
}

/** A conversation can have thousands of people: so many decide for all. */
export const ballotsMax = 100

const authorOf = (state: Vote | Appeal): PlayerId | null =>
  state._tag === "Vote" ? state.answerer.id : (state.results.at(-1)?.answerer ?? null)

export const votingIn = (state: Vote | Appeal): Voting => {
  const { ballots, players, settings } = state
  return { ballots, players, settings, author: authorOf(state) }
}

/** Others are known by sitting at the table, or by having voted. */
const isOwnAnswer = ({ author, ballots, players, settings }: Voting, by: PlayerId): boolean =>
  !settings.authorVotes &&
  by === author &&
  (players.some(({ id }) => id !== author) || ballots.some((ballot) => ballot.by !== author))

const isSeated = ({ players }: Voting, by: PlayerId): boolean => players.some(({ id }) => id === by)
const hasVoted = ({ ballots }: Voting, id: PlayerId): boolean => ballots.some(({ by }) => by === id)

/** Why `by` has no vote in it now; null: `by` has one. */
export const voteRefusalOf = (state: Vote | Appeal, by: PlayerId): Refusal | null => {
  const voting = votingIn(state)
  if (voting.settings.voters === "table" && !isSeated(voting, by)) return "not seated"
  if (isOwnAnswer(voting, by)) return "own answer"
  return hasVoted(voting, by) ? "already voted" : null
}

/** The word of an author who seemed to be alone counts until somebody else has one. */
export const ballotsWith = (state: Vote | Appeal, ballot: Ballot): ReadonlyArray<Ballot> => {
  const { author, ballots, settings } = votingIn(state)
  const isOthers = !settings.authorVotes && ballot.by !== author
  return [...(isOthers ? ballots.filter(({ by }) => by !== author) : ballots), ballot]
}

const waitedFor = (voting: Voting): ReadonlyArray<Player> =>
  voting.players.filter(({ id }) => !isOwnAnswer(voting, id) && !hasVoted(voting, id))

const counted = (voting: Voting): Count => {
  const yes = voting.ballots.filter((ballot) => ballot.yes).length
  const left = voting.settings.voters === "table" ? waitedFor(voting).length : null
  return { yes, no: voting.ballots.length - yes, left }
}

/** How many are for the answer and against it, and how many have not voted: of a `Vote` or an `Appeal`. */
export const countOf = (state: Vote | Appeal): Count => counted(votingIn(state))

/** A tie, and a vote that nobody took part in, goes to whom the settings say. */
const isAccepted = (yes: number, no: number, { tieGoesTo }: Settings): boolean =>
  yes === no ? tieGoesTo === "team" : yes > no

/** What the votes so far make of it. */
export const outcomeOf = (voting: Voting): boolean => {
  const { no, yes } = counted(voting)
  return isAccepted(yes, no, voting.settings)
}

/** Those who have not voted could not change the outcome, whatever they say; of a conversation, enough have voted. */
export const isDecided = (voting: Voting): boolean => {
  const { left, no, yes } = counted(voting)
  if (left === null) return yes + no >= ballotsMax
  return isAccepted(yes + left, no, voting.settings) === isAccepted(yes, no + left, voting.settings)
}

/** Whoever at the table may vote has, so that only people are waited for who may not be there at all. */
export const hasTableVoted = (voting: Voting): boolean =>
  voting.players.some(({ id }) => hasVoted(voting, id)) && waitedFor(voting).length === 0

/** Where only those vote who sit at the table, who leaves it takes the vote along. */
export const withoutBallot = ({ ballots, settings }: Vote | Appeal, left: Player): ReadonlyArray<Ballot> =>
  settings.voters === "table" ? ballots.filter(({ by }) => by !== left.id) : ballots
