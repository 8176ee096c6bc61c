import { expect, it } from "vitest"
import { retryDelay } from "../../src/callback/retry-delay.ts"

const failed = { attempts: 1, status: 500, retryAfter: null, now: Date.UTC(2026, 0, 1) }

it("waits 10 seconds, 3, 10 and 30 minutes, an hour, and then gives up", () => {
  const delays = [1, 2, 3, 4, 5, 6].map((attempts) => retryDelay({ ...failed, attempts }))
  expect(delays).toEqual([10_000, 180_000, 600_000, 1_800_000, 3_600_000, undefined])
})

it.each([
  ["seconds with 429", 429, "42", 42_000],
  ["seconds with 503", 503, "7", 7000],
  ["a date with 410", 410, "Thu, 01 Jan 2026 00:01:00 GMT", 60_000],
  ["seconds with 500, which may not ask", 500, "42", 10_000],
  ["three hours, which is too long", 503, "10800", 10_000],
  ["nonsense", 503, "скоро", 10_000]
])("takes Retry-After of %s", (_case, status, retryAfter, ms) => {
  expect(retryDelay({ ...failed, status, retryAfter })).toBe(ms)
})
