/** Server-sent events: what happens, as it happens, until the client goes or the sandbox closes. */

const HEARTBEAT_MS = 15_000
/** A reader this many events behind is let go: it will connect again and read what it missed. */
const MAX_BEHIND = 2000

const nothing = (): void => {}

export interface EventStream {
  readonly send: (type: string, data: unknown) => void
  readonly end: () => void
}

export interface EventStreams {
  readonly open: (start: (stream: EventStream) => () => void) => Response
  readonly closeAll: () => void
}

export const makeEventStreams = (): EventStreams => {
  const opened = new Set<EventStream>()

  const open: EventStreams["open"] = (start) => {
    const encoder = new TextEncoder()
    let stop = nothing
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        let ended = false
        const push = (text: string): void => {
          if (ended) return
          controller.enqueue(encoder.encode(text))
          if ((controller.desiredSize ?? 0) < -MAX_BEHIND) stream.end()
        }
        const heartbeat = setInterval(() => push(": живы\n\n"), HEARTBEAT_MS)
        let unlisten = nothing
        stop = () => {
          ended = true
          clearInterval(heartbeat)
          unlisten()
          opened.delete(stream)
        }
        const stream: EventStream = {
          send: (type, data) => push(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`),
          end: () => {
            if (ended) return
            stop()
            controller.close()
          }
        }
        opened.add(stream)
        push("retry: 1000\n\n")
        unlisten = start(stream)
      },
      cancel: () => stop()
    })
    const headers = { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" }
    return new Response(body, { headers })
  }

  return {
    open,
    closeAll: () => {
      for (const stream of opened) stream.end()
    }
  }
}
