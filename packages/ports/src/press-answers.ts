/**
 * Port, of one community: the way of an answer to a press from who decided it to who holds the messenger. An answer may be lost,
 * late, or come twice: the messenger ends the waiting by itself. It never comes to another community.
 */
import type { PressRef } from "@znatoki/chat/chat-input"
import { Context, type Effect, type Scope } from "effect"
import type { Trace } from "./tracing.ts"

export interface PressAnswer {
  readonly press: PressRef
  readonly notice: string | null
  /** Where the way of the press is recorded; absent: nowhere. */
  readonly trace?: Trace
}

export class PressAnswers extends Context.Service<
  PressAnswers,
  {
    /** Never waits for the messenger. */
    readonly answer: (answer: PressAnswer) => Effect.Effect<void>
    /** While the scope is open answers come here. */
    readonly serve: (tell: (answer: PressAnswer) => Effect.Effect<void>) => Effect.Effect<void, never, Scope.Scope>
  }
>()("@znatoki/ports/PressAnswers") {}
