/** What is measured of the broker, as this process sees it. */
import { by, counterOf, gaugeOf, secondsOf } from "@znatoki/ports/metrics"

/** `safe`: the broker has it for good; `away`: it does not, and it is said again. */
export const published = by((result) =>
  counterOf("znatoki_broker_messages_total", "Messages that were given to the broker", { result })
)
export const publishTime = secondsOf(
  "znatoki_broker_publish_seconds",
  "From a message to the broker's word that it has it"
)
/** By community: whoever hears for it tells; zero where another process does. */
export const eventsUndone = by((community) =>
  gaugeOf("znatoki_events_undone", "Events that were given to workers and are not done", { community })
)
