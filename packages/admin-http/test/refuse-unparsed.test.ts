/** What a client gets that never sends a whole request: over real sockets, as Node refuses them. */
import { Effect, Exit, Redacted, Scope } from "effect"
import { connect, type Socket } from "node:net"
import { Duplex } from "node:stream"
import { setTimeout as pause } from "node:timers/promises"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { plain } from "./plain-options.ts"
import { makeApp } from "../src/app.ts"
import { refuseUnparsed } from "../src/refuse-unparsed.ts"
import { listen } from "../src/server.ts"
import { makeRuntime, token } from "./admin-client.ts"

const scope = Effect.runSync(Scope.make())
let port = 0
beforeAll(async () => {
  const app = makeApp(makeRuntime().runtime, { token: Redacted.make(token), ...plain })
  const { url } = await Effect.runPromise(listen(app, { port: 0 }).pipe(Scope.provide(scope)))
  port = Number(new URL(url).port)
})
afterAll(() => Effect.runPromise(Scope.close(scope, Exit.void)))

/** Sends, reads nothing until all is sent, then reads to the end; a connection that is cut is a failure. */
const exchange = async (send: (socket: Socket) => Promise<void> | void): Promise<string> => {
  const socket = connect(port, "127.0.0.1")
  socket.pause()
  const broken = new Promise<never>((_, reject) => socket.once("error", reject))
  const sent = (async () => {
    await send(socket)
    socket.setEncoding("utf8")
    let text = ""
    for await (const part of socket) {
      text += String(part)
      if (/^Connection: keep-alive/im.test(text) && text.endsWith("}")) break
    }
    return text
  })()
  try {
    return await Promise.race([sent, broken])
  } finally {
    socket.destroy()
  }
}

const expectProblem = (text: string, status: number, kind: string): void => {
  expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(text).toMatch(/^content-type: application\/problem\+json\r$/im)
  expect(text).toMatch(/^content-security-policy: default-src 'none'/im)
  expect(text).toMatch(/^x-content-type-options: nosniff\r$/im)
  expect(text).toMatch(/^cache-control: no-store\r$/im)
  expect(JSON.parse(text.split("\r\n\r\n")[1] ?? "")).toMatchObject({ type: `urn:znatoki:problem:${kind}`, status })
}

const sendManyHeaders = async (socket: Socket) => {
  socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n")
  for (let n = 0; n < 20; n++) {
    socket.write(`X-${n}: ${"x".repeat(4_000)}\r\n`)
    await pause(5)
  }
}

describe("what Node refuses", () => {
  it.each([
    ["no HTTP at all", "hello\r\n\r\n"],
    ["a header that is none", "GET / HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n"],
    ["two lengths", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"],
    ["no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"],
    ["a host that is none", "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n"]
  ])("%s is 400 in the form of every refusal", async (_, text) => {
    expectProblem(await exchange((socket) => void socket.write(text)), 400, "malformed-request")
  })

  it("headers that are too large are 431, for whoever goes on sending them too", async () => {
    expectProblem(await exchange(sendManyHeaders), 431, "headers-too-large")
  })

  it("a wish that nobody knows is no refusal", async () => {
    const text = "GET /health/live HTTP/1.1\r\nHost: localhost\r\nExpect: miracles\r\nConnection: close\r\n\r\n"
    expect(await exchange((socket) => void socket.write(text))).toMatch(/^HTTP\/1\.1 200 /)
  })

  it("a request that took too long is 408, once", async () => {
    let text = ""
    const socket = new Duplex({
      read: () => {},
      write: (chunk, _, done) => {
        text += String(chunk)
        done()
      }
    })
    const late = Object.assign(new Error("late"), { code: "ERR_HTTP_REQUEST_TIMEOUT" })
    await refuseUnparsed(late, socket)
    await refuseUnparsed(late, socket)
    socket.destroy()
    expectProblem(text, 408, "request-timeout")
    expect(text.split("HTTP/1.1")).toHaveLength(2)
  })

  it("a connection that is gone, or answers already, is only closed", async () => {
    const gone = Object.assign(new Error("gone"), { code: "ECONNRESET" })
    for (const [error, mark] of [
      [gone, null],
      [new Error("odd"), {}]
    ] as const) {
      const written: Array<unknown> = []
      const socket = new Duplex({ read: () => {}, write: (chunk) => void written.push(chunk) })
      await refuseUnparsed(error, Object.assign(socket, { _httpMessage: mark }))
      expect([socket.destroyed, written]).toEqual([true, []])
    }
  })
})

it("whoever waits with the body for the answer is not made to wait", async () => {
  const text = "POST /api/v1/questions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n"
  expectProblem(await exchange((socket) => void socket.write(text)), 401, "unauthorized")
})

describe("whoever is refused while they still send", () => {
  const piece = "x".repeat(64 * 1024)
  /** For longer than the server of Hono would wait by itself. */
  const pieces = 14

  const sendSlowly = (path: string, headers: ReadonlyArray<string>) => async (socket: Socket) => {
    const head = [`POST ${path} HTTP/1.1`, "Host: localhost", ...headers]
    socket.write(`${head.join("\r\n")}\r\n\r\n`)
    const isChunked = headers.some((header) => header.startsWith("Transfer-Encoding"))
    for (let n = 0; n < pieces; n++) {
      socket.write(isChunked ? `${piece.length.toString(16)}\r\n${piece}\r\n` : piece)
      await pause(60)
    }
    if (isChunked) socket.write("0\r\n\r\n")
  }

  const length = `Content-Length: ${piece.length * pieces}`
  const authorization = `Authorization: Bearer ${token}`
  const json = "Content-Type: application/json"

  it.each([
    ["without a token", 401, "unauthorized", "/api/v1/questions", [length]],
    ["with a wrong one", 401, "unauthorized", "/api/v1/questions", [length, "Authorization: Bearer wrong"]],
    ["with too much", 413, "body-too-large", "/api/v1/questions", [length, authorization, json]],
    [
      "with too much of no length",
      413,
      "body-too-large",
      "/api/v1/questions",
      ["Transfer-Encoding: chunked", authorization, json]
    ],
    ["to nowhere", 404, "not-found", "/nowhere", [length]],
    ["as the last request", 404, "not-found", "/nowhere", [length, "Connection: close"]],
    ["from elsewhere", 403, "foreign-site", "/", [length, "Origin: https://evil.example"]]
  ])("%s, reads why at the end", async (_, status, kind, path, headers) => {
    expectProblem(await exchange(sendSlowly(path, headers)), status, kind)
  })
})
