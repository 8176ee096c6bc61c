/**
 * The program, whose «молния» has the numbers of the tests, so that clocks strike in time, whose «медленная» waits for
 * nobody, and whose «ТВ» is for thousands at once. No part of the product.
 */
import { presets } from "@znatoki/engine"
import { brisk, unhurried } from "@znatoki/kernel/testing/brisk-settings"

/** For tables at which nobody does anything before the verdict. */
const hasty = { ...brisk, discussionMs: 1_000, choiceMs: 1_000, answerMs: 1_000 }

Object.assign(presets.lightning, brisk)
Object.assign(presets.slow, hasty)
Object.assign(presets.tv, unhurried)
await import("../../src/main.ts")
