/** Server-sent events: what happens, as it happens, until the client goes or the sandbox closes. */

const heartbeatMs = 15_000
/** A reader that lets this much wait is let go: it will connect again and read what it missed. */
const maxBehind = 256 * 1024
/** What all readers together may let wait; whoever is furthest behind is let go first. */
const maxBehindTogether = 16 * 1024 * 1024
/** Each costs a connection and what the system buffers for it. */
const maxReaders = 500

const nothing = (): void => {}

export interface EventStream {
  readonly send: (type: string, data: unknown) => void
  readonly end: () => void
}

export interface EventStreams {
  /** `cut`: ends the connection whether the client reads or not. */
  readonly open: (cut: () => void, start: (stream: EventStream) => () => void) => Response
  readonly closeAll: () => void
}

/** What waits for one reader. Nothing is handed on before it is asked for, so that all of it is counted here. */
class Reader {
  readonly #waiting: Array<Uint8Array> = []
  #behind = 0
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined
  #isAsked = false
  readonly #count: (bytes: number) => void
  readonly body: ReadableStream<Uint8Array>

  constructor(count: (bytes: number) => void, onGone: () => void) {
    this.#count = count
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => void (this.#controller = controller),
        pull: () => this.#handOn(),
        cancel: () => {
          this.#forget()
          onGone()
        }
      },
      { highWaterMark: 0 }
    )
  }

  get behind(): number {
    return this.#behind
  }

  push(bytes: Uint8Array): void {
    this.#waiting.push(bytes)
    this.#grow(bytes.length)
    if (this.#isAsked) this.#handOn()
  }

  /** What waits is thrown away. */
  close(): void {
    this.#controller?.close()
    this.#forget()
  }

  #handOn(): void {
    const bytes = this.#waiting.shift()
    this.#isAsked = bytes === undefined
    if (bytes === undefined) return
    this.#grow(-bytes.length)
    this.#controller?.enqueue(bytes)
  }

  #grow(bytes: number): void {
    this.#behind += bytes
    this.#count(bytes)
  }

  #forget(): void {
    this.#waiting.length = 0
    this.#grow(-this.#behind)
    this.#controller = undefined
  }
}

interface Opened {
  readonly stream: EventStream
  readonly reader: Reader
  readonly cut: () => void
}

const encoder = new TextEncoder()

/** What is told to many readers in a row is written down once. */
const makeEncoder = () => {
  let last: unknown
  let bytes = new Uint8Array()
  return (type: string, data: unknown): Uint8Array => {
    if (data !== last) bytes = encoder.encode(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`)
    last = data
    return bytes
  }
}

export const makeEventStreams = (): EventStreams => {
  const opened = new Set<Opened>()
  const encodeEvent = makeEncoder()
  let behind = 0

  /** Sees to it that what waits stays within its bounds. */
  const bound = (last: Opened): void => {
    if (last.reader.behind > maxBehind) last.cut()
    if (behind <= maxBehindTogether) return
    for (const one of [...opened].toSorted((a, b) => b.reader.behind - a.reader.behind)) {
      if (behind > maxBehindTogether) one.cut()
    }
  }

  const openOne = (cut: () => void, start: (stream: EventStream) => () => void): Opened => {
    let unlisten = nothing
    let ended = false
    const stop = (): void => {
      ended = true
      clearInterval(heartbeat)
      unlisten()
      opened.delete(one)
    }
    const reader = new Reader((bytes) => (behind += bytes), stop)
    const push = (bytes: Uint8Array): void => {
      if (ended) return
      reader.push(bytes)
      bound(one)
    }
    const end = (): void => {
      if (ended) return
      stop()
      reader.close()
    }
    const stream: EventStream = {
      send: (type, data) => push(encodeEvent(type, data)),
      end
    }
    const one: Opened = {
      stream,
      reader,
      cut: () => {
        end()
        cut()
      }
    }
    const heartbeat = setInterval(() => push(encoder.encode(": живы\n\n")), heartbeatMs)
    opened.add(one)
    push(encoder.encode("retry: 1000\n\n"))
    unlisten = start(stream)
    return one
  }

  return {
    open: (cut, start) => {
      if (opened.size >= maxReaders) return Response.json({ error: "too many read along" }, { status: 503 })
      const headers = { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" }
      return new Response(openOne(cut, start).reader.body, { headers })
    },
    closeAll: () => {
      for (const { stream } of opened) stream.end()
    }
  }
}
