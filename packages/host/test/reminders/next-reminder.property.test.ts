/** When a reminder is next, where clocks are moved twice a year and where they are not. */
import { nextReminder } from "@znatoki/chat/reminder"
import fc from "fast-check"
import { expect, it } from "vitest"

const zones = [
  "Europe/Moscow",
  "Europe/Berlin",
  "America/New_York",
  "Asia/Vladivostok",
  "Asia/Jerusalem",
  "Europe/London"
]
const shown = (atMs: number, timeZone: string): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "short", hour: "2-digit", minute: "2-digit" }).format(atMs)
const names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
const iso = (atMs: number | null): string => new Date(atMs ?? 0).toISOString()
const two = (count: number): string => String(count).padStart(2, "0")

it("the time has come when the clocks there show the time that was asked for, once a day that was asked for, through years of summer time", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      // From four o'clock: what clocks leap over is looked at below.
      fc.integer({ min: 240, max: 1_439 }),
      fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2034, 0, 1) }),
      (zone, days, minute, afterMs) => {
        const kept = { zone, reminders: [{ days: days as unknown as [number], minute }] }
        let last = afterMs
        for (let i = 0; i < 3; i += 1) {
          const next = nextReminder(kept, last) ?? 0
          expect(next).toBeGreaterThan(last)
          const [weekday, time] = [shown(next, zone).slice(0, 3), shown(next, zone).slice(-5)]
          expect(time).toBe(`${two(Math.floor(minute / 60))}:${two(minute % 60)}`)
          expect(days).toContain(names.indexOf(weekday) + 1)
          if (i > 0 && days.length === 7) expect(Math.abs(next - last - 86_400_000)).toBeLessThanOrEqual(3_600_000)
          last = next
        }
      }
    )
  )
})

it("what clocks leap over is told after the leap, and what they show twice is told once", () => {
  const every = [1, 2, 3, 4, 5, 6, 7] as const
  const at = (minute: number) => ({ zone: "Europe/Berlin", reminders: [{ days: every, minute }] })
  // On 29 March 2026 clocks go from 2:00 to 3:00, on 25 October from 3:00 to 2:00.
  expect(iso(nextReminder(at(150), Date.UTC(2026, 2, 28, 12)))).toBe("2026-03-29T01:30:00.000Z")
  expect(iso(nextReminder(at(150), Date.UTC(2026, 2, 29, 1, 30)))).toBe("2026-03-30T00:30:00.000Z")
  expect(iso(nextReminder(at(150), Date.UTC(2026, 9, 24, 12)))).toBe("2026-10-25T00:30:00.000Z")
  expect(iso(nextReminder(at(150), Date.UTC(2026, 9, 25, 0, 30)))).toBe("2026-10-26T01:30:00.000Z")
})

it("of several it is the first, and of none there is none", () => {
  const reminders = [{ days: [4], minute: 1_140 } as const, { days: [3], minute: 60 } as const]
  // A Monday.
  expect(nextReminder({ zone: "Europe/Moscow", reminders }, Date.UTC(2026, 5, 1))).toBe(Date.UTC(2026, 5, 2, 22))
  expect(nextReminder({ zone: "Europe/Moscow", reminders: [] }, 0)).toBeNull()
})
