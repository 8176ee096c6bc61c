/** How many kills of each kind happened in one file of this suite; `report-kills.ts` adds them up. */
import type { TestContext } from "vitest"

/** Told to the reporter with the test. */
export interface KillCounts {
  readonly [kind: string]: number
}

declare module "vitest" {
  interface TaskMeta {
    kills?: KillCounts
  }
}

/** Kinds with this word in their name are deaths of the bot's process. */
export const SIGKILL = "SIGKILL"

export class KillCount {
  readonly #counts = new Map<string, number>()

  add(kind: string): void {
    this.#counts.set(kind, this.of(kind) + 1)
  }

  of(kind: string): number {
    return this.#counts.get(kind) ?? 0
  }

  tell({ task }: TestContext): void {
    task.meta.kills = Object.fromEntries(this.#counts)
  }
}
