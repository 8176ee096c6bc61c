/** What a person types, line by line, waited for no longer than until a given time. */
import type { Interface } from "node:readline"
import { gameNow } from "./game-now.ts"

export interface TypedLines {
  /** The next line; null: time came first; undefined: there will be no more. */
  readonly next: (untilMs: number) => Promise<string | null | undefined>
}

const timeoutMax = 2 ** 31 - 1

export const typedLines = (terminal: Interface): TypedLines => {
  const lines: Array<string> = []
  let closed = false
  let wake: (() => void) | null = null
  terminal.on("line", (line) => {
    lines.push(line.trim())
    wake?.()
  })
  terminal.on("close", () => {
    closed = true
    wake?.()
  })
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, Math.min(ms, timeoutMax))
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  return {
    next: async (untilMs) => {
      for (;;) {
        const line = lines.shift()
        if (line !== undefined) return line
        if (closed) return undefined
        const leftMs = untilMs - gameNow()
        if (leftMs <= 0) return null
        await pause(leftMs)
      }
    }
  }
}
