/** The reducer against what others embed. */
import { type Measured, more, whole } from "../report/row.ts"
import { boardgameIo } from "./boardgame-io.ts"
import { measure } from "./measure.ts"
import { xstateActor, xstateTransition } from "./xstate.ts"
import { znatoki } from "./znatoki.ts"

export const reducerRows = (): ReadonlyArray<Measured> => {
  const [own, ...others] = measure([znatoki, boardgameIo, xstateTransition, xstateActor])
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
