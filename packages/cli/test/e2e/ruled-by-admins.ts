/** The program, whose «молния» waits for people and leaves appeals to admins. No part of the product. */
import { presets } from "@znatoki/engine"
import { brisk } from "@znatoki/kernel/testing/brisk-settings"

const patient = 60_000

Object.assign(presets.lightning, {
  ...brisk,
  discussionMs: patient,
  choiceMs: patient,
  answerMs: patient,
  verdictMs: patient,
  appealBy: "admin"
})
await import("../../src/main.ts")
