/** Who may vote, and when the vote is over. */
import type { EventOf } from "../game-event.ts"
import type { Appeal, Vote } from "../game-state.ts"
import { after, go, refuse, type Step } from "../step.ts"
import { counted } from "../transitions/vote.ts"
import { countOf } from "./ballot.ts"
import { isSeated } from "./seats.ts"

/** Everybody at the table has one vote, who answered too; a table of one is decided by that one's honest word. */
export const castVote = (state: Vote | Appeal, { atMs, by, yes }: EventOf<"VoteCast">): Step => {
  if (!isSeated(state, by)) return refuse(state, by, "not seated")
  if (state.ballots.some((ballot) => ballot.by === by)) return refuse(state, by, "already voted")
  const voted = { ...state, ballots: [...state.ballots, { by, yes }] }
  return after([{ _tag: "VoteTaken", by, ...countOf(voted) }], counted(voted, atMs) ?? go(voted))
}
