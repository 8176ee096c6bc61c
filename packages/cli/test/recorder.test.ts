/** Which ways are recorded, and how they go on. */
import type { Step } from "@znatoki/ports/tracing"
import { Clock, Effect, Tracer } from "effect"
import { expect, it } from "vitest"
import { makeRecorder, spanIn } from "../src/tracing/recorder.ts"

const hear: Step = { name: "hear", kind: "consumer", about: { "znatoki.event": "vk:1" } }
const clock = await Effect.runPromise(Clock.Clock)

/** Keeps what is made. */
const keeping = () => {
  const made: Array<Tracer.Span> = []
  const tracer = Tracer.make({
    span: (options) => {
      const span = new Tracer.NativeSpan(options)
      made.push(span)
      return span
    }
  })
  return {
    made,
    recorder: (share: number, chance = 0.5) => makeRecorder({ tracer, clock, share, chance: () => chance })
  }
}

it("of what begins only a share is recorded; of the rest nothing is made", () => {
  const { made, recorder } = keeping()
  expect(recorder(0, 0).begin(hear)).toBeNull()
  expect(recorder(0.01).begin(hear)).toBeNull()
  expect(made).toEqual([])
  expect(recorder(0.51).begin(hear)).not.toBeNull()
  expect(recorder(1, 0.999).begin(hear)).not.toBeNull()
  expect(made).toHaveLength(2)
})

it("what follows is always recorded, under what it follows", () => {
  const { made, recorder } = keeping()
  const trace = recorder(1).begin(hear)?.trace ?? ""
  expect(trace).toMatch(/^00-[\da-f]{32}-[\da-f]{16}-01$/)
  const next = recorder(0).follow(trace, { ...hear, name: "decide", links: [trace, "nonsense"], agoMs: 50 })
  next?.end({ "znatoki.result": "success" })
  const [hearing, decided] = made
  if (hearing === undefined || decided === undefined) throw new Error("nothing was made")
  expect(decided.traceId).toBe(hearing.traceId)
  expect(decided.parent).toMatchObject({ value: { spanId: hearing.spanId } })
  expect(decided.links.map(({ span }) => span.spanId)).toEqual([hearing.spanId])
  expect(Object.fromEntries(decided.attributes)).toEqual({
    "znatoki.event": "vk:1",
    "znatoki.result": "success"
  })
  const { status } = decided
  expect(status._tag === "Ended" && status.endTime - status.startTime >= 50_000_000n).toBe(true)
  expect(recorder(1).follow("nonsense", hear)).toBeNull()
})

it.each([
  ["of another version", "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"],
  ["not recorded where it began", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00"],
  ["cut off", "00-0af7651916cd43dd8448eb211c80319c"],
  ["in capitals", "00-0AF7651916CD43DD8448EB211C80319C-B7AD6B7169203331-01"]
])("a traceparent that is %s is followed by nobody", (_, trace) => expect(spanIn(trace)).toBeNull())
