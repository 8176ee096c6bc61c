/** «Молния» of five seconds a phase: clocks strike within a test, and people of a test are quicker than they. */
import { presets, type Settings } from "@znatoki/engine"

const phaseMs = 5_000

export const brisk: Settings = {
  ...presets.lightning,
  discussionMs: phaseMs,
  warningMs: 0,
  choiceMs: phaseMs,
  answerMs: phaseMs,
  verdictMs: phaseMs,
  blitzMs: phaseMs,
  clubHelpMs: phaseMs,
  voteMs: phaseMs,
  lastVotesMs: 0,
  appealMs: phaseMs
}
