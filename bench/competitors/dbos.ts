/** DBOS: a workflow of one step for each event; the step's output is everything the event changes. */
import { DBOS } from "@dbos-inc/dbos-sdk"
import type { Competitor, Step } from "../kernel/competitor.ts"
import { inLanes } from "./in-lanes.ts"

const lanes = 32

export const dbos: Competitor = {
  name: "DBOS",
  how: `a workflow with one step, its id the event's; input: the events, output: state and messages; ${lanes} at once`,
  turn: 600,
  open: async ({ url }) => {
    DBOS.setConfig({
      name: "znatoki-bench",
      systemDatabaseUrl: url,
      systemDatabasePoolSize: 20,
      logLevel: "error",
      runAdminServer: false
    })
    const apply = DBOS.registerWorkflow(
      async (_events: ReadonlyArray<object>, changed: Pick<Step, "state" | "outgoing">) =>
        DBOS.runStep(async () => changed, { name: "apply" }),
      { name: "apply" }
    )
    await DBOS.launch()
    return {
      run: (steps) =>
        inLanes(steps, lanes, async ({ events, id, outgoing, state }) => {
          const handle = await DBOS.startWorkflow(apply, { workflowID: id })(events, { state, outgoing })
          await handle.getResult()
        }),
      close: () => DBOS.shutdown()
    }
  }
}
