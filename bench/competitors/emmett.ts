/** Emmett: the events appended to the conversation's stream, its expected version checked. */
import { getPostgreSQLEventStore } from "@event-driven-io/emmett-postgresql"
import type { Competitor } from "../kernel/competitor.ts"
import { inLanes } from "./in-lanes.ts"

const lanes = 16

export const emmett: Competitor = {
  name: "Emmett",
  how: `only the events appended, with the expected version: no state, no messages, no timer; ${lanes} at once`,
  turn: 3_000,
  open: async ({ url }) => {
    const store = getPostgreSQLEventStore(url)
    await store.schema.migrate()
    const versions = new Map<string, bigint>()
    return {
      run: (steps) =>
        inLanes(steps, lanes, async ({ conversation, events, id }) => {
          const before = versions.get(conversation)
          const { nextExpectedStreamVersion } = await store.appendToStream(
            conversation,
            events.map((data) => ({ type: "GameEvent", data: { ...data }, metadata: { source: id } })),
            { expectedStreamVersion: before ?? "STREAM_DOES_NOT_EXIST" }
          )
          versions.set(conversation, nextExpectedStreamVersion)
        }),
      close: () => store.close()
    }
  }
}
