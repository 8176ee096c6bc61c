import { PassThrough } from "node:stream"
import { createInterface } from "node:readline"
import { afterEach, expect, it, vi } from "vitest"
import { gameNow } from "../src/play/game-now.ts"
import { typedLines } from "../src/play/typed-lines.ts"

afterEach(() => {
  vi.restoreAllMocks()
})

it.each([-3_600_000, 3_600_000])(
  "a clock turned by %i ms changes nothing in how long a line is waited for",
  async (byMs) => {
    const input = new PassThrough()
    const lines = typedLines(createInterface({ input }))
    const untilMs = gameNow() + 50
    const turned = Date.now() + byMs
    vi.spyOn(Date, "now").mockReturnValue(turned)
    const next = lines.next(untilMs)
    expect(await next).toBeNull()
    expect(gameNow()).toBeGreaterThanOrEqual(untilMs)
    input.write("самовар\n")
    expect(await lines.next(gameNow() + 60_000)).toBe("самовар")
  }
)
