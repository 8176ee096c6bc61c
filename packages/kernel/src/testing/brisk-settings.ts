/** «Молния» of five seconds a phase: clocks strike within a test, and people of a test are quicker than they. */
import { presets, type Settings } from "@znatoki/engine"

const phases = (phaseMs: number): Settings => ({
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
})

export const brisk = phases(5_000)

/** For so many conversations at once that what five seconds a phase bring about is more than a small machine does. */
export const unhurried = phases(30_000)
