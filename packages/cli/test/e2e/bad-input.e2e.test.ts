/** What a person gets wrong is told in one plain line that says what to do, and never what was secret. */
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { startSandbox } from "@znatoki/vk-sandbox/sandbox"
import { execFile } from "node:child_process"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { promisify, stripVTControlCharacters } from "node:util"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { variables } from "../../src/config/variables.ts"
import { runHere, type Told } from "./run-here.ts"
import { startProgram, type Variables } from "./run-program.ts"

const run = promisify(execFile)

const commands = [
  "demo",
  "bot",
  "all",
  "connector",
  "callback",
  "worker",
  "doctor",
  "play",
  "simulate",
  "load",
  "replay",
  "judge",
  "sandbox",
  "admin",
  "audit",
  "cache",
  "migrate"
]

/** A port that is taken as long as the tests run, and one that nobody listens on. */
const server = createServer()
let taken = 0
let free = 0
beforeAll(async () => {
  const listen = async (one: typeof server): Promise<number> => {
    await new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve))
    return (one.address() as AddressInfo).port
  }
  taken = await listen(server)
  const short = createServer()
  free = await listen(short)
  await new Promise((resolve) => short.close(resolve))
})
afterAll(() => void server.close())

const secret = "canary-p4ss"

/** The log is JSON; what is left is said to a person. */
const plainLines = (text: string): ReadonlyArray<string> =>
  text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("{"))

const expectOneLine = ({ code, stderr, stdout }: Told, advice: RegExp): void => {
  const lines = plainLines(stderr)
  expect(lines, stderr).toHaveLength(1)
  expect(lines[0]).toMatch(advice)
  expect(code).toBe(1)
  expect(stdout).toBe("")
  expect(stderr).not.toMatch(/^\s+at /m)
  expect(stderr).not.toContain(secret)
}

/** In a process of its own: whatever it opens may fail in ways of its own. */
const expectAdvice = async (command: string, variables: Variables, advice: RegExp): Promise<void> => {
  const program = startProgram([command], variables)
  const { code, signal } = await program.end
  expect(signal).toBeNull()
  expectOneLine({ code: code === 0 ? 0 : 1, stdout: program.stdout(), stderr: program.stderr() }, advice)
}

/** What the help of a command has to tell of its flags. */
const defaults: Readonly<Record<string, string>> = {
  play: "auto off, json off, preset quick, skill 0.5, mates 4, name Знаток",
  simulate: "games 1000, skill 0.5, players 4, preset classic, seed 1, json off",
  load: "users low, duration 60, preset lightning, sandbox one of its own, report load.html, seed 1, json off",
  replay: "preset classic",
  judge: "json off",
  sandbox: "empty off",
  migrate: "now off",
  doctor: "json off"
}

describe("help", () => {
  it.for(["", ...commands])(
    "«znatoki %s --help» needs nothing from the environment, and tells defaults",
    async (command) => {
      const { code, stderr, stdout } = await runHere([...(command === "" ? [] : [command]), "--help"])
      expect(code).toBe(0)
      expect(stdout).toContain(`znatoki ${command}`.trim())
      expect(stdout).toContain("USAGE")
      expect(stderr).toBe("")
      const flags = stdout.matchAll(/^  --(\w+) .*\(default: (.*?)\)/gm)
      expect([...flags].map(([, name, value]) => `${name} ${value}`).join(", ")).toBe(defaults[command] ?? "")
    }
  )

  it("a flag that is nearly right is told with the one that was meant", async () => {
    const program = startProgram(["play", "--presett", "quick"])
    expect((await program.end).code).toBe(1)
    expect(program.stderr().split("\n")[0]).toBe(
      "Unrecognized flag: --presett in command znatoki play. Did you mean this? --preset"
    )
  })

  it.for(commands)("«znatoki %s» tells a wrong flag in one line, with the usage", async (command) => {
    const { code, stderr, stdout } = await runHere([command, "--no-such-flag"])
    expect(code).toBe(1)
    expect(stdout).toBe("")
    const lines = stderr.trimEnd().split("\n")
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain("--no-such-flag")
    expect(lines[1]).toContain(`Usage: znatoki ${command}`)
  })

  it.for(["demo", "bot", "connector", "callback", "worker", "doctor", "admin", "migrate", "sandbox", "replay", "load"])(
    "«znatoki %s» tells its variables",
    async (command) => {
      const { stdout } = await runHere([command, "--help"])
      const told = [...stdout.matchAll(/^  ([A-Z_]{4,})$/gm)].map(([, name]) => name)
      expect(told).toEqual(variables.filter(({ commands: own }) => own.includes(command)).map(({ name }) => name))
      expect(told).not.toEqual([])
    }
  )

  it("a process says no more than that, and no colours where nobody looks at it in a terminal", async () => {
    const program = startProgram(["play", "--help"])
    expect(await program.end).toEqual({ code: 0, signal: null })
    expect(program.stderr()).toBe("")
    expect(program.stdout()).toBe(stripVTControlCharacters((await runHere(["play", "--help"])).stdout))
  })

  it("is there as `npx znatoki`, by the Node that came with it", async () => {
    const { stdout } = await run("npx", ["--no-install", "znatoki", "--version"], { cwd: import.meta.dirname })
    expect(stdout).toMatch(/^znatoki v\d+\.\d+\.\d+\n$/)
  })

  it("a command that does not exist fails and shows those that do", async () => {
    const { code, stderr, stdout } = await runHere(["gmae"])
    expect(code).toBe(1)
    const all = stdout + stderr
    for (const command of commands) expect(all).toContain(command)
    expect(all).not.toMatch(/^\s+at /m)
  })
})

describe("a setting that cannot be right", () => {
  const cases: ReadonlyArray<readonly [what: string, command: string, variables: Variables, advice: RegExp]> = [
    ["no VK_TOKEN", "bot", {}, /^VK_TOKEN is not set: .*set VK_TOKEN/],
    ["roles apart without a number", "worker", {}, /^VK_GROUP_ID is not set: roles that are apart/],
    ["no database to share", "worker", { VK_GROUP_ID: "1" }, /^DATABASE_URL is not set: roles that are apart/],
    ["too many buckets", "worker", { ZNATOKI_BUCKETS: "65" }, /^ZNATOKI_BUCKETS is "65", .* from 1 to 64/],
    [
      "a callback that nobody calls",
      "callback",
      { VK_GROUP_ID: "1", VK_TOKEN: secret },
      /^No community is brought events: set VK_INTAKE/
    ],
    ["an empty VK_TOKEN", "bot", { VK_TOKEN: " " }, /^VK_TOKEN is not set/],
    ["a VK_TOKEN with a space inside", "bot", { VK_TOKEN: `${secret} ${secret}` }, /^VK_TOKEN has a character/],
    ["an ADMIN_TOKEN that is short", "admin", { ADMIN_TOKEN: secret }, /^ADMIN_TOKEN is 11 characters.*16 at least/],
    [
      "a host with its port",
      "admin",
      { ZNATOKI_ALLOWED_HOSTS: "a.example:80" },
      /^ZNATOKI_ALLOWED_HOSTS is .*without ports/
    ],
    ["an ADMIN_TOKEN in Russian", "demo", { ADMIN_TOKEN: `пароль-${secret}` }, /^ADMIN_TOKEN has a character/],
    [
      "a token in the place of a number",
      "bot",
      { VK_TOKEN: "x", VK_GROUP_ID: `vk1.a.${secret}-${secret}` },
      /^VK_GROUP_ID is "vk1\.a\.…"/
    ],
    [
      "a preset nobody knows",
      "bot",
      { ZNATOKI_PRESET: "fast" },
      /^ZNATOKI_PRESET is "fast".*lightning, quick, classic/
    ],
    ["a SANDBOX_PORT that is no number", "sandbox", { SANDBOX_PORT: "web" }, /^SANDBOX_PORT is "web".*port number/],
    ["a SANDBOX_PORT beyond all ports", "demo", { SANDBOX_PORT: "70000" }, /^SANDBOX_PORT is "70000".*65535/],
    ["an ADMIN_PORT that is no number", "admin", { ADMIN_PORT: "-1" }, /^ADMIN_PORT is "-1".*port number/],
    [
      "a VK_GROUP_ID with its prefix",
      "bot",
      { VK_TOKEN: secret, VK_GROUP_ID: "club1" },
      /^VK_GROUP_ID is "club1".*club123/
    ],
    ["a VK_API_URL that is no address", "bot", { VK_TOKEN: secret, VK_API_URL: "vk" }, /^VK_API_URL is "vk".*https:/],
    ["a LOG_LEVEL nobody knows", "migrate", { LOG_LEVEL: "loud" }, /^LOG_LEVEL is "loud".*error, warn, info, debug/],
    ["a LOG_FORMAT nobody reads", "migrate", { LOG_FORMAT: "xml" }, /^LOG_FORMAT is "xml".*json, text/],
    [
      "a length of time with its unit",
      "admin",
      { LOG_SLOW_STATEMENT_MS: "1s" },
      /^LOG_SLOW_STATEMENT_MS is "1s".*whole number, 0 for no limit/
    ],
    [
      "a collector that is no address",
      "worker",
      { OTEL_EXPORTER_OTLP_ENDPOINT: `${secret}@collector` },
      /^OTEL_EXPORTER_OTLP_ENDPOINT has to be an address/
    ],
    [
      "more than all of the traces",
      "bot",
      { OTEL_TRACES_SAMPLER_ARG: "5" },
      /^OTEL_TRACES_SAMPLER_ARG is "5".*from 0 \(none\) to 1 \(all\)/
    ],
    [
      "a DATABASE_URL that is no address",
      "migrate",
      { DATABASE_URL: `postgres://u:${secret}@[` },
      /^DATABASE_URL is not/
    ],
    ["a DATABASE_URL of another database", "admin", { DATABASE_URL: `mysql://u:${secret}@h/d` }, /^DATABASE_URL is not/]
  ]
  it.for(cases)("%s is told in one line", async ([, command, variables, advice]) =>
    expectOneLine(await runHere([command], variables), advice)
  )

  const loads: ReadonlyArray<readonly [flag: string, value: string, advice: RegExp]> = [
    ["--users", "many", /^--users has to be low, medium, high, peak, or a number from 2 to/],
    ["--users", "1", /^--users has to be/],
    ["--duration", "0", /^--duration has to be a number from 5 to 3600/],
    ["--sandbox", "https://api.vk.ru/method/", /^--sandbox has to be the address of a sandbox of this machine/],
    ["--sandbox", "here", /^--sandbox has to be the address/]
  ]
  it.for(loads)("a load with %s %s is told in one line", async ([flag, value, advice]) =>
    expectOneLine(await runHere(["load", flag, value]), advice)
  )

  it("and so it is by a process", () => expectAdvice("bot", {}, /^VK_TOKEN is not set/))

  it.for([
    ["bot", "/dev/null"],
    ["demo", "/dev/null/data"],
    ["migrate", "/dev/null/data"],
    ["bot", "/proc/data"],
    ["admin", "/proc/data"]
  ] as const)("%s with ZNATOKI_DATA=%s, which cannot be written", async ([command, folder]) =>
    expectOneLine(
      await runHere([command], { VK_TOKEN: "x", ZNATOKI_DATA: folder }),
      /^The data folder \S+ cannot be written to \(E[A-Z]+\)\. Set ZNATOKI_DATA/
    )
  )

  it("a database where nobody listens is told with its variable", () =>
    expectAdvice(
      "bot",
      { VK_TOKEN: secret, DATABASE_URL: `postgres://u:${secret}@127.0.0.1:${free}/d` },
      /DATABASE_URL/
    ))

  it("a server that is no PostgreSQL is told with its variable", () =>
    expectAdvice("migrate", { DATABASE_URL: `postgres://u:${secret}@127.0.0.1:${taken}/d` }, /DATABASE_URL/))

  it("a host that does not exist is told with its variable", () =>
    expectAdvice("migrate", { DATABASE_URL: `postgres://u:${secret}@no-such-host.invalid/d` }, /DATABASE_URL/))

  it("a SANDBOX_PORT that is taken is told with its variable", () =>
    expectAdvice("sandbox", { SANDBOX_PORT: String(taken) }, /^Port \d+ is taken.*set SANDBOX_PORT/))

  it("a ZNATOKI_HOST that is not of this machine is told with its variable", () =>
    expectAdvice("sandbox", { SANDBOX_PORT: "0", ZNATOKI_HOST: "192.0.2.1" }, /ZNATOKI_HOST/))
})

describePostgres("what a database or VK refuses", (database) => {
  const changed = (change: (url: URL) => void): Variables => {
    const url = new URL(database.url())
    change(url)
    return { DATABASE_URL: url.href }
  }

  it.concurrent("a database that does not exist is named, with what to do", () =>
    expectAdvice(
      "migrate",
      changed((url) => (url.pathname = "/no_such_database")),
      /no_such_database.*DATABASE_URL/
    ))

  const brokers: ReadonlyArray<readonly [what: string, url: () => string, advice: RegExp]> = [
    [
      "no broker",
      () => `amqp://guest:${secret}@127.0.0.1:${free}`,
      /^No broker answers at 127.*ECONNREFUSED.*AMQP_URL/
    ],
    ["no address", () => `http://${secret}@127.0.0.1`, /^AMQP_URL is not the address of a RabbitMQ broker/],
    ["nothing at all", () => "", /^AMQP_URL is not set: /]
  ]
  it.for(brokers)("%s of roles that are apart is told with the variable", ([, url, advice]) =>
    expectAdvice("worker", { VK_GROUP_ID: "1", DATABASE_URL: database.url(), AMQP_URL: url() }, advice)
  )

  it.concurrent("a user who may not come in is told with the variable", () =>
    expectAdvice(
      "migrate",
      changed((url) => {
        url.username = "no_such_user"
        url.password = secret
      }),
      /no_such_user.*DATABASE_URL/
    ))

  it.concurrent("an ADMIN_PORT that is taken is told with its variable", () =>
    expectAdvice(
      "admin",
      { DATABASE_URL: database.url(), ADMIN_PORT: String(taken) },
      /^Port \d+ is taken.*set ADMIN_PORT/
    ))

  it.concurrent("ports that are taken are told by the demo too", async () => {
    const common = { DATABASE_URL: database.url() }
    await expectAdvice("demo", { ...common, SANDBOX_PORT: String(taken), ADMIN_PORT: "0" }, /set SANDBOX_PORT/)
    await expectAdvice("demo", { ...common, SANDBOX_PORT: "0", ADMIN_PORT: String(taken) }, /set ADMIN_PORT/)
  })

  it.concurrent("a token that VK does not know, and one of another community, are told with their variables", async () => {
    const sandbox = await startSandbox({ port: 0, strict: true, groupId: 5, token: `${secret}-right` })
    const common = { DATABASE_URL: database.url(), VK_API_URL: sandbox.apiUrl }
    try {
      await expectAdvice(
        "bot",
        { ...common, VK_TOKEN: `${secret}-wrong` },
        /^VK refuses the bot: .*error 5.*set VK_TOKEN/
      )
      await expectAdvice(
        "bot",
        { ...common, VK_TOKEN: `${secret}-right`, VK_GROUP_ID: "6" },
        /VK_GROUP_ID .* is 6, .*community 5/
      )
    } finally {
      await sandbox.close()
    }
  })
})
