/** Port: where dice come from. The rules only ever see the seed that was rolled. */
import type { Seed } from "@znatoki/engine"
import { Context, Layer } from "effect"
import { randomInt } from "node:crypto"

const half = 2 ** 31

export class Dice extends Context.Service<Dice, { readonly roll: () => Seed }>()("@znatoki/ports/Dice") {
  /** Nobody can guess the next captain. */
  static readonly layer = Layer.succeed(Dice, { roll: () => randomInt(-half, half) })
}
