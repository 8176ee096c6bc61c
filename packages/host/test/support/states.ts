/** One state of every phase, made by hand: the same game as it goes on. */
import {
  type Answer,
  type Appeal,
  type Choice,
  type ClubHelp,
  type Discussion,
  type Finished,
  type GameState,
  type Idle,
  type Lobby,
  type Paused,
  presets,
  type RoundResult,
  type SoloChoice,
  type Verdict,
  type Vote,
  type Wheel
} from "@znatoki/engine"
import { anya, boris, vera } from "./people.ts"
import { bareQuestion, fullQuestion } from "./questions.ts"

const settings = presets.classic
const session = { game: 3, settings }
const startedAtMs = 1_000_000
const askedAtMs = 1_100_000
const endsAtMs = 1_160_000

const resultOf = (
  { id }: { readonly id: RoundResult["question"] },
  answerer: RoundResult["answerer"],
  right: boolean,
  tookMs: number
): RoundResult => ({
  question: id,
  passed: [],
  answerer,
  given: "часики",
  right,
  decidedBy: "judge",
  appeal: "none",
  tookMs
})

const table = {
  ...session,
  startedAtMs,
  players: [anya, boris, vera] as const,
  captain: anya.id,
  round: 2,
  score: { team: 1, bot: 0 },
  results: [resultOf(bareQuestion, boris.id, true, 41_000)],
  reserves: { extraMinutes: 0, clubHelps: 0, appeals: 1 },
  board: null,
  silentRounds: 0,
  stopAskedAtMs: null
}
const asked = { ...table, series: null, question: fullQuestion, askedAtMs }
const answering = { ...asked, early: false, earnsMinute: false }

export const idle: Idle = { _tag: "Idle", game: 0, settings }

export const lobby: Lobby = {
  _tag: "Lobby",
  ...session,
  players: [anya, boris],
  stopAskedAtMs: null,
  deadline: { timer: "0/lobby", atMs: 1_060_000 }
}

export const soloChoice: SoloChoice = {
  _tag: "SoloChoice",
  ...table,
  deadline: { timer: "2/soloist", atMs: 1_130_000 }
}

export const wheel: Wheel = { _tag: "Wheel", ...table, series: null, deadline: { timer: "2/wheel", atMs: 1_105_000 } }

export const discussion: Discussion = {
  _tag: "Discussion",
  ...asked,
  endsAtMs,
  minutesSpent: 0,
  helped: false,
  deadline: { timer: "2/warning", atMs: 1_150_000 }
}

/** With everything in hand that a captain can ask for. */
export const richDiscussion: Discussion = {
  ...discussion,
  settings: presets.tv,
  reserves: { extraMinutes: 2, clubHelps: 1, appeals: 1 }
}

export const blitzDiscussion: Discussion = {
  ...richDiscussion,
  series: { _tag: "Blitz", passed: [bareQuestion.id], passedMs: 30_000 },
  deadline: { timer: "2.2/warning", atMs: 1_110_000 }
}

export const soloDiscussion: Discussion = {
  ...richDiscussion,
  series: { _tag: "SuperBlitz", passed: [bareQuestion.id], passedMs: 30_000, soloist: boris.id },
  deadline: { timer: "2.2/warning", atMs: 1_110_000 }
}

export const clubHelp: ClubHelp = {
  _tag: "ClubHelp",
  ...asked,
  settings: presets.tv,
  minutesSpent: 0,
  leftMs: 25_000,
  deadline: { timer: "2/club", atMs: 1_150_000 }
}

export const choice: Choice = {
  _tag: "Choice",
  ...answering,
  deadline: { timer: "2/choice", atMs: 1_190_000 }
}

export const answer: Answer = {
  _tag: "Answer",
  ...answering,
  answerer: boris.id,
  deadline: { timer: "2/answer", atMs: 1_220_000 }
}

export const vote: Vote = {
  _tag: "Vote",
  ...table,
  series: null,
  question: fullQuestion,
  earnsMinute: false,
  answerer: boris,
  given: "старые часы",
  judgement: { verdict: "disputed", reason: "extra words", matched: null },
  tookMs: 95_000,
  ballots: [{ by: anya.id, yes: true }],
  deadline: { timer: "2/vote", atMs: 1_240_000 }
}

export const verdict: Verdict = {
  _tag: "Verdict",
  ...table,
  score: { team: 2, bot: 0 },
  results: [...table.results, resultOf(fullQuestion, boris.id, true, 95_000)],
  deadline: { timer: "2/verdict", atMs: 1_235_000 }
}

/** The round was lost, and the captain may still appeal. */
export const lostVerdict: Verdict = {
  ...verdict,
  score: { team: 1, bot: 1 },
  results: [...table.results, resultOf(fullQuestion, boris.id, false, 95_000)]
}

export const appeal: Appeal = {
  ...lostVerdict,
  _tag: "Appeal",
  reserves: { ...table.reserves, appeals: 0 },
  ballots: [],
  deadline: { timer: "2/appeal", atMs: 1_250_000 }
}

export const paused: Paused = {
  _tag: "Paused",
  ...session,
  held: discussion,
  why: "asked",
  heldBefore: null,
  pausedAtMs: 1_120_000,
  deadline: { timer: "2/pause", atMs: 90_000_000 }
}

export const lastVerdict: Verdict = { ...verdict, round: 7, score: { team: 4, bot: 3 } }

export const finished: Finished = {
  _tag: "Finished",
  ...session,
  nextSettings: null,
  startedAtMs,
  finishedAtMs: 2_000_000,
  players: [anya, boris, vera],
  captain: anya.id,
  score: { team: 2, bot: 1 },
  results: [...verdict.results, resultOf(bareQuestion, vera.id, false, 100_000)],
  reason: "everything played"
}

export const states: { readonly [Tag in GameState["_tag"]]: Extract<GameState, { readonly _tag: Tag }> } = {
  Idle: idle,
  Lobby: lobby,
  SoloChoice: soloChoice,
  Wheel: wheel,
  Discussion: discussion,
  ClubHelp: clubHelp,
  Choice: choice,
  Answer: answer,
  Vote: vote,
  Verdict: verdict,
  Appeal: appeal,
  Paused: paused,
  Finished: finished
}
export const everyState: ReadonlyArray<GameState> = Object.values(states)
