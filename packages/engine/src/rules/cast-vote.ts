/** Who may vote, and when the vote is over. */
import type { EventOf } from "../game-event.ts"
import type { Appeal, Vote } from "../game-state.ts"
import { after, go, refuse, type Step } from "../step.ts"
import { counted } from "../transitions/vote.ts"
import { ballotsWith, countOf, voteRefusalOf } from "./ballot.ts"

export const castVote = (state: Vote | Appeal, { atMs, by, yes }: EventOf<"VoteCast">): Step => {
  const refusal = voteRefusalOf(state, by)
  if (refusal !== null) return refuse(state, by, refusal)
  const voted = { ...state, ballots: ballotsWith(state, { by, yes }) }
  return after([{ _tag: "VoteTaken", by, ...countOf(voted) }], counted(voted, atMs) ?? go(voted))
}
