/**
 * When VK should bring an event again that could not be kept. It tries five times after the first (its own waits are 10 s, 3, 10 and 30 min,
 * and an hour) and then gives the event up; being asked to hurry costs it a try. So it is asked to come soon twice, for a
 * restart, and then ever later: an outage of an hour must not use its tries up.
 */

const waits = [5, 15, 60, 600, 3_600]

/** Of `X-Retry-Counter`, in seconds. */
export const comeAgainIn = (failedBefore: string | null): number => {
  const failed = Number(failedBefore ?? 0)
  return waits[Math.min(Number.isInteger(failed) && failed > 0 ? failed : 0, waits.length - 1)] ?? 0
}
