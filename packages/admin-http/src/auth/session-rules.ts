/** How long a session lives: until nothing was done for a while, and not for ever in any case. Pure. */
import type { AdminSession } from "@znatoki/ports/admin-sessions"

const hourMs = 3_600_000
export const idleMs = 12 * hourMs
export const absoluteMs = 7 * 24 * hourMs
/** That it is used is written down this seldom. */
const seenEveryMs = 60_000

type Times = Pick<AdminSession, "createdAtMs" | "seenAtMs" | "idleUntilMs" | "absoluteUntilMs">

export const timesOfNew = (nowMs: number): Times => ({
  createdAtMs: nowMs,
  seenAtMs: nowMs,
  idleUntilMs: nowMs + idleMs,
  absoluteUntilMs: nowMs + absoluteMs
})

export const lives = ({ absoluteUntilMs, idleUntilMs }: Times, nowMs: number): boolean =>
  nowMs < idleUntilMs && nowMs < absoluteUntilMs

/** Null: it was written down lately. */
export const seenNow = ({ seenAtMs }: Times, nowMs: number): Pick<Times, "seenAtMs" | "idleUntilMs"> | null =>
  nowMs - seenAtMs < seenEveryMs ? null : { seenAtMs: nowMs, idleUntilMs: nowMs + idleMs }
