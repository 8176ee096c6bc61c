/** What lies between the roles of one world: who owns what, and every way from process to process. */
import type { Apart } from "./apart.ts"
import { Messages } from "./messages.ts"
import { SimulatedBell } from "./simulated-bell.ts"
import { SimulatedLine } from "./simulated-line.ts"
import { SimulatedOwnership } from "./simulated-ownership.ts"
import type { Surroundings } from "./surroundings.ts"

export class Between {
  readonly apart: Apart
  readonly bell: SimulatedBell
  readonly line: SimulatedLine
  readonly ownership: SimulatedOwnership

  constructor(around: Surroundings, apart: Apart) {
    const messages = new Messages(around, apart)
    this.apart = apart
    this.bell = new SimulatedBell(messages)
    this.line = new SimulatedLine(around, messages)
    this.ownership = new SimulatedOwnership(around, apart)
  }
}
