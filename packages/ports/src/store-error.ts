/** How a store can fail, split by what the caller can do about it. */
import { Schema } from "effect"

/** Not reachable now, too busy, full, or not as it should be. The same call may succeed later; that it fails is told by `StoreTrouble`, not by who asks. */
export class StoreUnavailable extends Schema.TaggedError<StoreUnavailable>()("StoreUnavailable", {
  operation: Schema.String,
  cause: Schema.Defect()
}) {}

/** It answered, but what it holds or what it was given makes no sense: someone has to look. */
export class StoreBroken extends Schema.TaggedError<StoreBroken>()("StoreBroken", {
  operation: Schema.String,
  problem: Schema.String
}) {
  override get message() {
    return `${this.operation}: ${this.problem}`
  }
}

export type StoreError = StoreUnavailable | StoreBroken
