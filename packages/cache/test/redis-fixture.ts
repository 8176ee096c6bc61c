/** A Redis of its own for a group of tests, which may be stopped and started again. */
import { Redacted } from "effect"
import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { once } from "node:events"
import { createServer, type AddressInfo } from "node:net"
import { afterAll, beforeAll, describe } from "vitest"

const isRequired = (process.env["ZNATOKI_REQUIRE"] ?? "").split(",").includes("redis")

const isThere = (): boolean => {
  try {
    return execFileSync("redis-server", ["--version"]).length > 0
  } catch {
    return false
  }
}

export interface OwnRedis {
  readonly url: () => Redacted.Redacted
  /** As a machine that loses its power. */
  readonly kill: () => Promise<void>
  readonly start: () => Promise<void>
  /** As a machine that stands still, connections and all, until it goes on. */
  readonly stop: () => void
  readonly goOn: () => void
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, "close")
  return port
}

/** Keeps nothing on a disk. */
const makeRedis = (): OwnRedis => {
  let port = 0
  let child: ChildProcess | undefined
  return {
    url: () => Redacted.make(`redis://127.0.0.1:${port}`),
    start: async () => {
      if (port === 0) port = await freePort()
      const started = spawn("redis-server", ["--port", String(port), "--save", "", "--appendonly", "no"])
      child = started
      for await (const chunk of started.stdout) if (String(chunk).includes("Ready to accept connections")) return
      throw new Error("redis-server ended before it was ready")
    },
    stop: () => void child?.kill("SIGSTOP"),
    goOn: () => void child?.kill("SIGCONT"),
    kill: async () => {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, "exit")
      child.kill("SIGKILL")
      await ended
    }
  }
}

/** A `describe` skipped by name where there is no Redis. */
export const describeRedis = (name: string, tests: (redis: OwnRedis) => void): void => {
  const isFound = isThere()
  const title = isFound ? name : `${name} (skipped: there is no redis-server)`
  describe.skipIf(!isFound && !isRequired)(`${title}`, () => {
    const redis = makeRedis()
    beforeAll(redis.start)
    afterAll(redis.kill)
    tests(redis)
  })
}
