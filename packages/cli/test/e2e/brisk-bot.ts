/** The program, whose «молния» has the numbers of the tests, so that clocks strike in time. No part of the product. */
import { presets } from "@znatoki/engine"
import { brisk } from "@znatoki/kernel/testing/brisk-settings"

Object.assign(presets.lightning, brisk)
await import("../../src/main.ts")
