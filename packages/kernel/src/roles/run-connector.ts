/** The role of one who has the messenger of a community: hears and says, and decides nothing. */
import { Effect } from "effect"
import { Deliverer } from "../deliver/deliver.ts"
import { connect } from "./connect.ts"

/** Runs until interrupted, or until the inbox is refused for good. What was taken and is not done then comes again. */
export const runConnector = Effect.fn("runConnector")(function* () {
  const deliverer = yield* Deliverer
  yield* Effect.addFinalizer(() => Effect.timeoutOption(deliverer.drained, "3 seconds"))
  // A worker that dies between its commit and its ring leaves people waiting for the next look.
  return yield* connect({ sweepEvery: "5 seconds" })
}, Effect.scoped)
