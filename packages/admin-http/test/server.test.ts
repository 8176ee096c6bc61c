import { Effect, Exit, Redacted, Scope } from "effect"
import { connect, createServer } from "node:net"
import { Agent, get } from "node:http"
import { afterEach, describe, expect, it } from "vitest"
import { plain } from "./plain-options.ts"
import { makeApp } from "../src/app.ts"
import { listen, type ListenOptions } from "../src/server.ts"
import { makeRuntime, token } from "./admin-client.ts"

const authorization = { Authorization: `Bearer ${token}` }
const asJson = { ...authorization, "Content-Type": "application/json" }

const scopes: Array<Scope.Closeable> = []
afterEach(async () => {
  for (const scope of scopes.splice(0)) await Effect.runPromise(Scope.close(scope, Exit.void))
})

const start = async (options: ListenOptions, app?: Parameters<typeof listen>[0]) => {
  const scope = Effect.runSync(Scope.make())
  scopes.push(scope)
  const served = app ?? makeApp(makeRuntime().runtime, { token: Redacted.make(token), ...plain })
  const { url } = await Effect.runPromise(listen(served, options).pipe(Scope.provide(scope)))
  return { url, close: () => Effect.runPromise(Scope.close(scope, Exit.void)) }
}

describe("listen", () => {
  it("serves the API on loopback and tells its address", async () => {
    const { url } = await start({ port: 0 })
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/)
    const created = await fetch(`${url}/api/v1/questions`, {
      method: "POST",
      headers: asJson,
      body: JSON.stringify({ text: "Кто там?", answer: "Это я" })
    })
    expect(created.status).toBe(201)
    const shown = await fetch(`${url}${created.headers.get("Location")}`, { headers: authorization })
    expect(await shown.json()).toEqual(await created.json())
    expect((await fetch(`${url}/api/v1/questions`)).status).toBe(401)
    expect((await fetch(`${url}/health/ready`)).status).toBe(200)
    const head = await fetch(`${url}/api/v1/questions`, { method: "HEAD", headers: authorization })
    expect([head.status, await head.text()]).toEqual([200, ""])
  })

  it("refuses a body that is too large, whether it tells its length or not, and goes on serving", async () => {
    const { url } = await start({ port: 0 })
    const large = new TextEncoder().encode(JSON.stringify({ text: "x".repeat(1_000_000) }))
    const withLength = await fetch(`${url}/api/v1/questions`, { method: "POST", headers: asJson, body: large })
    expect(withLength.status).toBe(413)
    const chunked = await fetch(`${url}/api/v1/questions`, {
      method: "POST",
      headers: asJson,
      body: new Blob([large]).stream(),
      duplex: "half"
    })
    expect(chunked.status).toBe(413)
    expect((await fetch(`${url}/health/live`)).status).toBe(200)
  })

  it("reads a body that comes in pieces", async () => {
    const { url } = await start({ port: 0 })
    const body = new Blob([JSON.stringify({ text: "а", answer: "б" })]).stream()
    const created = await fetch(`${url}/api/v1/questions`, { method: "POST", headers: asJson, body, duplex: "half" })
    expect(created.status).toBe(201)
  })

  it("a port that is taken is a typed refusal with its number", async () => {
    const other = createServer()
    const port = await new Promise<number>((resolve) =>
      other.listen(0, "127.0.0.1", () => {
        const address = other.address()
        resolve(typeof address === "object" && address !== null ? address.port : 0)
      })
    )
    const exit = await Effect.runPromise(Effect.flip(Effect.scoped(listen({ fetch: () => new Response() }, { port }))))
    other.close()
    expect(exit).toMatchObject({ _tag: "PortInUse", port })
    expect(exit.message).toBe(`Port ${port} is taken by another program`)
  })

  it("an address that is not of this machine is a typed refusal", async () => {
    const options = { port: 0, host: "203.0.113.1" }
    const error = await Effect.runPromise(Effect.flip(Effect.scoped(listen({ fetch: () => new Response() }, options))))
    expect(error).toMatchObject({ _tag: "CannotListen", host: "203.0.113.1", code: "EADDRNOTAVAIL" })
  })

  it("closing ends kept-alive connections and frees the port", async () => {
    const { url, close } = await start({ port: 0 })
    const agent = new Agent({ keepAlive: true })
    const closed = new Promise<void>((resolve) => {
      get(`${url}/health/live`, { agent }, (response) => {
        response.socket.once("close", () => resolve())
        response.resume()
      })
    })
    await fetch(`${url}/health/live`)
    await close()
    await closed
    await expect(fetch(`${url}/health/live`)).rejects.toThrow("fetch failed")
    const again = await start({ port: Number(new URL(url).port) })
    expect((await fetch(`${again.url}/health/live`)).status).toBe(200)
  })

  it("closing lets a request that is under way finish", async () => {
    const { promise: mayAnswer, resolve: answer } = Promise.withResolvers<void>()
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>()
    const { url, close } = await start(
      { port: 0 },
      {
        fetch: async () => {
          arrive()
          await mayAnswer
          return new Response("finished")
        }
      }
    )
    const response = fetch(url)
    await arrived
    const closing = close()
    answer()
    expect(await (await response).text()).toBe("finished")
    await closing
  })

  it("closing does not wait for ever for a request that never ends, nor for a client that says nothing", async () => {
    const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>()
    const { url, close } = await start(
      { port: 0, graceMs: 50 },
      {
        fetch: () => {
          arrive()
          return new Promise<Response>(() => {})
        }
      }
    )
    const silent = connect(Number(new URL(url).port), "127.0.0.1")
    const hung = fetch(url).then(
      () => "answered",
      () => "cut"
    )
    await arrived
    await close()
    expect(await hung).toBe("cut")
    silent.destroy()
  })
})
