/** The program, whose «молния» warns as it does and before that gives but a moment to think. No part of the product. */
import { presets } from "@znatoki/engine"

const { lightning } = presets
Object.assign(lightning, { discussionMs: lightning.warningMs + 3_000 })
await import("../../src/main.ts")
