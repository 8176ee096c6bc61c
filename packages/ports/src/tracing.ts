/**
 * Port: where the way of an event through the processes is recorded, if anywhere. What records costs as much as what is recorded:
 * where nobody wants it nothing is made, and where somebody does, of the events that were chosen when they came in.
 */
import { Context } from "effect"

/** W3C's `traceparent` of a span: what follows from it, in whichever process, names it. Only of what is recorded. */
export type Trace = string

export type About = Readonly<Record<string, string | number | boolean>>

export interface Step {
  readonly name: "receive" | "hear" | "decide" | "commit" | "say" | "answer" | "request" | "statement"
  readonly kind: "internal" | "client" | "consumer" | "server"
  /** It began so long ago; absent: now. */
  readonly agoMs?: number
  /** Never what people wrote, or who they are. */
  readonly about: About
  /** What else it was done for. */
  readonly links?: ReadonlyArray<Trace>
}

export interface OpenSpan {
  readonly trace: Trace
  readonly end: (about?: About) => void
}

export interface Recorder {
  /** Null: this way is not one of those that are recorded. */
  readonly begin: (step: Step) => OpenSpan | null
  /** Null: what is followed is no `traceparent`. */
  readonly follow: (from: Trace, step: Step) => OpenSpan | null
}

/** Null: nobody wants to know. */
export const Tracing = Context.Reference<Recorder | null>("@znatoki/ports/Tracing", { defaultValue: () => null })
