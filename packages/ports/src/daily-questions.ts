/** Port: questions of the day that are open. They are kept with the games; one whose time is over becomes an order to tell the answer. */
import type { EpochMs } from "@znatoki/engine"
import { Context, type Effect } from "effect"
import type { StoreError } from "./store-error.ts"

export class DailyQuestions extends Context.Service<
  DailyQuestions,
  {
    /**
     * Those whose time is over, at most `limit`, become orders, each once: again only where whoever owns the conversation has
     * made the time longer. Tells how many.
     */
    close(nowMs: EpochMs, limit: number): Effect.Effect<number, StoreError>
  }
>()("@znatoki/ports/DailyQuestions") {}
