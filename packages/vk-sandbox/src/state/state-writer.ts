/** When the state goes to its file: whole, at the end of the turn that changed it, and a burst at once. */
import { renameSync, writeFileSync } from "node:fs"
import { StateFileUnusable } from "./load-state.ts"

/** After a write the next one waits this many times as long as it took, so that a burst costs little; never longer. */
const restFactor = 9
const maxRestMs = 50

export interface StateWriter {
  /** Something is different: it will be written at the end of this turn, or after the rest. */
  readonly changed: () => void
  /** Resolves when all that was changed until now is in the file. */
  readonly saved: () => Promise<void>
  /** Writes now, and throws when that is not possible. */
  readonly begin: () => void
  /** Writes what is left; nothing is written afterwards. */
  readonly close: () => void
}

export interface WriterParts {
  readonly file: string
  readonly text: () => string
  readonly warn: (text: string) => void
}

const writeWhole = (file: string, text: string): void => {
  const temporary = `${file}.tmp`
  // It holds the secrets of Callback servers.
  writeFileSync(temporary, text, { mode: 0o600 })
  renameSync(temporary, file)
}

export const makeStateWriter = ({ file, text, warn }: WriterParts): StateWriter => {
  let cancel: (() => void) | undefined
  let waiting: Array<() => void> = []
  let restUntil = 0
  let failing = false
  let closed = false

  const attempt = (): void => {
    try {
      writeWhole(file, text())
      failing = false
    } catch (cause) {
      const { code } = new StateFileUnusable(file, cause)
      // Said once: the sandbox goes on in memory, and tries again with every change.
      if (!failing) warn(`The sandbox cannot write ${file} (${code}): what happens now is lost when it stops.`)
      failing = true
    }
  }

  const write = (): void => {
    cancel = undefined
    const began = performance.now()
    attempt()
    const ended = performance.now()
    restUntil = ended + Math.min(maxRestMs, (ended - began) * restFactor)
    const told = waiting
    waiting = []
    for (const tell of told) tell()
  }

  const plan = (): (() => void) => {
    const rest = restUntil - performance.now()
    if (rest > 0) {
      const timer = setTimeout(write, rest)
      return () => clearTimeout(timer)
    }
    const immediate = setImmediate(write)
    return () => clearImmediate(immediate)
  }

  return {
    changed: () => {
      if (!closed) cancel ??= plan()
    },
    saved: () => (cancel === undefined ? Promise.resolve() : new Promise((resolve) => void waiting.push(resolve))),
    begin: () => {
      try {
        writeWhole(file, text())
      } catch (cause) {
        throw new StateFileUnusable(file, cause)
      }
    },
    close: () => {
      closed = true
      if (cancel === undefined) return
      cancel()
      write()
    }
  }
}
