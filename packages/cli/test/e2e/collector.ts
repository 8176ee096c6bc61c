/** What takes traces, as a collector does: OTLP over HTTP, JSON. */
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"

export interface Span {
  /** `service.name` of the process it came from. */
  readonly service: string
  readonly name: string
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly startTimeUnixNano: string
  readonly endTimeUnixNano: string
  readonly attributes: Readonly<Record<string, unknown>>
  readonly links: ReadonlyArray<{ readonly traceId: string; readonly spanId: string }>
}

type Attributes = ReadonlyArray<{ readonly key: string; readonly value: Readonly<Record<string, unknown>> }>

interface Sent {
  readonly resourceSpans: ReadonlyArray<{
    readonly resource: { readonly attributes: Attributes }
    readonly scopeSpans: ReadonlyArray<{
      readonly spans: ReadonlyArray<Omit<Span, "attributes" | "service"> & { readonly attributes: Attributes }>
    }>
  }>
}

const valuesIn = (attributes: Attributes): Readonly<Record<string, unknown>> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]))

const spansIn = ({ resourceSpans }: Sent): ReadonlyArray<Span> =>
  resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map((span) => ({
        ...span,
        service: String(valuesIn(resource.attributes)["service.name"]),
        attributes: valuesIn(span.attributes)
      }))
    )
  )

export interface Collector {
  readonly url: string
  readonly spans: () => ReadonlyArray<Span>
  /** All that came, as it came. */
  readonly bodies: () => string
  /** What requests came with. */
  readonly authorizations: () => ReadonlySet<string>
  readonly close: () => Promise<void>
}

export const openCollector = async (): Promise<Collector> => {
  const bodies: Array<string> = []
  const authorizations = new Set<string>()
  const server = createServer((request, response) => {
    let body = ""
    request.setEncoding("utf8").on("data", (text: string) => void (body += text))
    request.on("end", () => {
      if (request.method === "POST" && request.url === "/v1/traces") bodies.push(body)
      authorizations.add(request.headers.authorization ?? "none")
      response.setHeader("content-type", "application/json").end("{}")
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans: () => bodies.flatMap((body) => spansIn(JSON.parse(body) as Sent)),
    bodies: () => bodies.join("\n"),
    authorizations: () => authorizations,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
