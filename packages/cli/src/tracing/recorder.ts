/** Which ways are recorded, and how one goes on from process to process: by W3C's `traceparent`. */
import type { OpenSpan, Recorder, Step, Trace } from "@znatoki/ports/tracing"
import { type Clock, Context, Exit, Option, Tracer } from "effect"

const nanosInMs = 1_000_000

/** Of version 00, and recorded: what is not recorded is not told of. */
const pattern = /^00-([\da-f]{32})-([\da-f]{16})-01$/

export const traceOf = ({ spanId, traceId }: Pick<Tracer.AnySpan, "spanId" | "traceId">): Trace =>
  `00-${traceId}-${spanId}-01`

export const spanIn = (trace: Trace): Tracer.ExternalSpan | null => {
  const [, traceId = "", spanId = ""] = pattern.exec(trace) ?? []
  return traceId === "" ? null : Tracer.externalSpan({ traceId, spanId, sampled: true })
}

export interface RecorderOptions {
  readonly tracer: Tracer.Tracer
  readonly clock: Clock.Clock
  /** From 0 to 1: which share of the ways that begin in this process. */
  readonly share: number
  /** From 0 to below 1. */
  readonly chance: () => number
}

export const makeRecorder = ({ chance, clock, share, tracer }: RecorderOptions): Recorder => {
  const open = (parent: Tracer.ExternalSpan | null, { about, agoMs = 0, kind, links = [], name }: Step): OpenSpan => {
    const startTime = clock.currentTimeNanosUnsafe() - BigInt(Math.round(agoMs * nanosInMs))
    const span = tracer.span({
      name,
      kind,
      parent: Option.fromNullOr(parent),
      root: parent === null,
      sampled: true,
      annotations: Context.empty(),
      links: links.flatMap((link) => {
        const linked = spanIn(link)
        return linked === null ? [] : [{ span: linked, attributes: {} }]
      }),
      startTime
    })
    for (const [key, value] of Object.entries(about)) span.attribute(key, value)
    return {
      trace: traceOf(span),
      end: (more = {}) => {
        for (const [key, value] of Object.entries(more)) span.attribute(key, value)
        span.end(clock.currentTimeNanosUnsafe(), Exit.void)
      }
    }
  }
  return {
    begin: (step) => (chance() < share ? open(null, step) : null),
    follow: (from, step) => {
      const parent = spanIn(from)
      return parent === null ? null : open(parent, step)
    }
  }
}
