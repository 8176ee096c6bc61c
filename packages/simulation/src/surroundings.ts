/** What everything in one simulated run has around it: its lots, its clock, its trouble, and what is counted. */
import type { SeededDice } from "@znatoki/kernel/testing/seeded-dice"
import type { Tally, Trace } from "./tally.ts"
import type { Trouble } from "./trouble.ts"
import type { VirtualTime } from "./virtual-time.ts"

export interface Surroundings {
  readonly seed: number
  readonly dice: SeededDice
  readonly time: VirtualTime
  readonly tally: Tally
  readonly trace: Trace
  /** What this seed has in store, also after it was taken away. */
  readonly planned: Trouble
  /** At this moment. */
  readonly trouble: Trouble
  /** The last trouble is over. */
  readonly isCalm: boolean
  /** Nothing that people do reaches a bot now; it comes later. */
  readonly isDeaf: boolean
}
