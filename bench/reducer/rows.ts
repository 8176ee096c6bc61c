/** The reducer against what others embed. */
import { bring } from "../bring.ts"
import { type Measured, more, whole } from "../report/row.ts"
import { measure } from "./measure.ts"
import type { Contestant } from "./script.ts"
import { znatoki } from "./znatoki.ts"

export const reducerRows = async (): Promise<ReadonlyArray<Measured>> => {
  const rivals = await Promise.all([
    bring<Contestant>("boardgame-io.ts", "boardgameIo"),
    bring<Contestant>("xstate.ts", "xstateTransition"),
    bring<Contestant>("xstate.ts", "xstateActor")
  ])
  const [own, ...others] = measure([znatoki, ...rivals])
  if (own === undefined) return []
  return [
    {
      what: "events reduced a second",
      value: own.eventsPerSecond,
      unit: "/s",
      toReach: null,
      note: `${whole(own.bytesPerEvent)} bytes an event`
    },
    ...others.map(({ bytesPerEvent, eventsPerSecond, name }) => ({
      what: `against ${name}`,
      value: own.eventsPerSecond / eventsPerSecond,
      unit: "×",
      toReach: more(1),
      note: `${whole(eventsPerSecond)}/s, ${whole(bytesPerEvent)} bytes an event`
    }))
  ]
}
