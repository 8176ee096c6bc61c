/** Sends what is recorded to a collector, as JSON of OTLP over HTTP. One that is not there costs what was recorded, and nothing else. */
import { Tracing } from "@znatoki/ports/tracing"
import { Clock, ConfigProvider, Effect, Layer, Redacted } from "effect"
import { FetchHttpClient } from "effect/http"
import { OtlpExporter, OtlpSerialization, OtlpTracer } from "effect/observability"
import type { Environment } from "../config/environment.ts"
import { makeRecorder } from "./recorder.ts"

const sendEvery = "2 seconds"

/** `name=value,name=value`, as OpenTelemetry has it. */
const headersIn = (headers: Redacted.Redacted | null): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (headers === null ? "" : Redacted.value(headers)).split(",").flatMap((each) => {
      const [name = "", ...value] = each.split("=")
      return name.trim() === "" ? [] : [[name.trim(), decodeURIComponent(value.join("=").trim())]]
    })
  )

export const sendTraces = ({ otlpEndpoint, otlpHeaders, tracesShare }: Environment, role: string) =>
  Layer.effect(
    Tracing,
    Effect.gen(function* () {
      const tracer = yield* OtlpTracer.make({
        url: `${otlpEndpoint}v1/traces`,
        resource: { serviceName: `znatoki-${role}` },
        headers: headersIn(otlpHeaders),
        exportInterval: sendEvery
      })
      return makeRecorder({ tracer, clock: yield* Clock.Clock, share: tracesShare, chance: Math.random })
    })
  ).pipe(
    Layer.provide([OtlpExporter.layerFlusher, OtlpSerialization.layerJson, FetchHttpClient.layer]),
    // What it is called is said here, and nowhere else.
    Layer.provide(ConfigProvider.layer(ConfigProvider.fromEnv({ env: {} })))
  )
