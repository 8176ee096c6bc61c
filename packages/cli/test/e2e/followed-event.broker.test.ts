/** Roles apart, a broker between them: one event is followed by its name through their logs, and by its trace through their spans. */
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { describeBroker, forgetQueues, testBrokerUrl } from "@znatoki/adapter-rabbitmq/testing/broker-fixture"
import { type Sandbox, startSandbox } from "@znatoki/vk-sandbox/sandbox"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type Collector, openCollector, type Span } from "./collector.ts"
import { begin, openTable } from "./game-moves.ts"
import { Room } from "./room.ts"
import { type Program, startProgram, type Variables } from "./run-program.ts"
import { until } from "./until.ts"
import { briskBot } from "./world.ts"

const groupId = 2_000_000 + (process.pid % 1_000_000)
const buckets = 4

const secrets = {
  vkToken: "vk1.a.canary-token-of-the-followed",
  adminToken: "canary-admin-token-of-the-followed",
  password: "canary-password-of-the-followed",
  header: "canary-header-of-the-followed",
  callback: "canary-callback-secret-of-the-followed"
}
/** Nobody else in the whole world is called so, or says such things. */
const person = "Канарея"
const words = "канареечныеслова"

interface Line {
  readonly level: string
  readonly said: string
  readonly about: Readonly<Record<string, unknown>>
}

const linesOf = (program: Program): ReadonlyArray<Line> =>
  program
    .stderr()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => {
      const { level, message } = JSON.parse(line) as { readonly level: string; readonly message: unknown }
      const [said, about = {}] = Array.isArray(message) ? message : [message]
      return { level, said: String(said), about: about as Line["about"] }
    })

describeBroker("roles apart", () => {
  describePostgres("tell in one language", (database) => {
    let sandbox: Sandbox
    let collector: Collector
    let connector: Program
    let worker: Program
    let admin: Program
    let callback: Program
    const running: Array<Program> = []
    const start = (role: string, more: Variables = {}): Program => {
      const url = new URL(database.url())
      // Where any will do, one that is known again.
      if (url.password === "") url.password = secrets.password
      const variables = {
        DATABASE_URL: url.href,
        AMQP_URL: testBrokerUrl,
        VK_GROUP_ID: String(groupId),
        ZNATOKI_BUCKETS: String(buckets),
        ZNATOKI_PRESET: "lightning",
        LOG_LEVEL: "debug",
        LOG_SLOW_STATEMENT_MS: "1",
        LOG_SLOW_REQUEST_MS: "1",
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        OTEL_EXPORTER_OTLP_HEADERS: `authorization=Bearer%20${secrets.header}`,
        OTEL_TRACES_SAMPLER_ARG: "1",
        ...more
      }
      const program = startProgram([role], variables, { file: briskBot })
      running.push(program)
      return program
    }
    const logs = (): string => running.map((each, i) => `--- ${i}\n${each.stderr().slice(-3_000)}`).join("\n")
    const because = { because: logs }
    const openRoom = (title: string): Promise<Room> =>
      Room.open({ url: sandbox.url, groupId, log: logs }, title, [person, "Борис"])

    beforeAll(async () => {
      sandbox = await startSandbox({ port: 0, strict: true, groupId, token: secrets.vkToken })
      collector = await openCollector()
      worker = start("worker")
      connector = start("connector", { VK_API_URL: sandbox.apiUrl, VK_TOKEN: secrets.vkToken })
      admin = start("admin", { ADMIN_PORT: "0", ADMIN_TOKEN: secrets.adminToken })
      callback = start("callback", {
        VK_TOKEN: secrets.vkToken,
        VK_INTAKE: "callback",
        VK_CALLBACK_CONFIRMATION: "0123abcd",
        VK_CALLBACK_SECRET: secrets.callback,
        VK_CALLBACK_PORT: "0"
      })
      await until("the connector listens", () => connector.stderr().includes("listening to community"), because)
    })
    afterAll(async () => {
      for (const program of running) if (program.ended() === null) await program.endBy("SIGKILL")
      await sandbox.close()
      await collector.close()
      await forgetQueues([{ prefix: "znatoki", community: `vk:${groupId}`, buckets }], { exchanges: false })
    })

    it("an event has one name in the connector's log, in the worker's, and in that of the message that follows from it", async () => {
      const room = await openRoom("Одна беседа")
      await room.say(person, words)
      await openTable(room, room.names)
      await begin(room, room.names)
      const said = await until(
        "something is said in answer to somebody",
        () =>
          linesOf(connector).find(
            ({ about, said }) => said === "a message is said" && String(about["event"]).startsWith("vk:")
          ),
        because
      )
      const { conversation, event, seq } = said.about
      expect(conversation).toBe(room.conversation)
      const told = (program: Program): ReadonlyArray<Line> =>
        linesOf(program).filter(({ about }) => about["event"] === event)
      expect(told(connector)[0]?.said).toBe("an event is taken in")
      const [committed, ...more] = await until(
        "the worker tells of it",
        () => (told(worker).length > 0 ? told(worker) : undefined),
        because
      )
      expect(more).toEqual([])
      expect(committed).toMatchObject({
        level: "DEBUG",
        said: "an event is committed",
        about: { conversation }
      })
      expect(committed?.about["says"]).toContain(seq)
      // What means nothing to the game ends in the worker.
      expect(linesOf(worker).some(({ said }) => said === "an event changes nothing")).toBe(true)
    })

    const spanNamed = (name: string, event: unknown): Span | undefined =>
      collector.spans().find((span) => span.name === name && span.attributes["znatoki.event"] === event)

    it("its trace goes on from process to process", async () => {
      const say = await until(
        "the collector has what was said",
        () => {
          const found = collector.spans().find((span) => span.name === "say" && span.parentSpanId !== undefined)
          const event = found?.attributes["znatoki.event"]
          return spanNamed("hear", event) !== undefined && spanNamed("decide", event) !== undefined ? found : undefined
        },
        because
      )
      const event = say.attributes["znatoki.event"]
      const [hear, decide] = [spanNamed("hear", event), spanNamed("decide", event)]
      expect([hear?.service, decide?.service, say.service]).toEqual([
        "znatoki-connector",
        "znatoki-worker",
        "znatoki-connector"
      ])
      expect(hear?.parentSpanId).toBeUndefined()
      expect(decide?.parentSpanId).toBe(hear?.spanId)
      expect(say.parentSpanId).toBe(decide?.spanId)
      expect(new Set([hear?.traceId, decide?.traceId, say.traceId]).size).toBe(1)
      expect(say.attributes["znatoki.result"]).toBe("delivered")
      expect(collector.authorizations()).toEqual(new Set([`Bearer ${secrets.header}`]))
    })

    it("a commit of several events links to each of them", async () => {
      const rooms = await Promise.all(Array.from({ length: 8 }, (_, i) => openRoom(`Беседа ${i}`)))
      const commit = await until(
        "several events are committed together",
        async () => {
          await Promise.all(rooms.map((room) => room.say(person, "Начать игру")))
          await Promise.all(rooms.map((room) => room.say(person, "стоп")))
          return collector
            .spans()
            .find(({ attributes, name }) => name === "commit" && Number(attributes["db.operation.batch.size"]) > 1)
        },
        { ...because, everyMs: 1_000 }
      )
      expect(new Set(commit.links.map(({ traceId }) => traceId)).size).toBeGreaterThan(1)
      const decided = await until(
        "what it links to is there",
        () => {
          const spans = collector.spans().filter(({ name }) => name === "decide")
          const linked = commit.links.map(({ spanId }) => spans.find((span) => span.spanId === spanId))
          return linked.every((span) => span !== undefined) ? linked : undefined
        },
        because
      )
      expect(decided.map((span) => span?.traceId)).toEqual(commit.links.map(({ traceId }) => traceId))
      // It stands in the way of one of them.
      expect(commit.traceId).toBe(commit.links[0]?.traceId)
      expect(commit.parentSpanId).toBe(commit.links[0]?.spanId)
      const conversations = new Set(decided.map((span) => span?.attributes["messaging.message.conversation_id"]))
      expect(conversations.size).toBe(Number(commit.attributes["db.operation.batch.size"]))
    })

    it("a press is answered on its way, and its answer is the last of it", async () => {
      const answer = await until(
        "the collector has an answer",
        () => collector.spans().find(({ name }) => name === "answer"),
        because
      )
      const way = collector.spans().filter(({ traceId }) => traceId === answer.traceId)
      const above = way.find(({ spanId }) => spanId === answer.parentSpanId)
      expect([above?.name, above?.service, answer.service]).toEqual(["decide", "znatoki-worker", "znatoki-connector"])
    })

    it("a request to the admin API is a way of its own, with what it asked of the database", async () => {
      const url = await until("the admin API is there", () => /Admin API:\s+(\S+)/.exec(admin.stdout())?.[1], because)
      const request = await until(
        "the collector has a request",
        async () => {
          const asked = `${url}/games?limit=1&status=running&conversation=${encodeURIComponent(person)}`
          const headers = { authorization: `Bearer ${secrets.adminToken}` }
          await (await fetch(asked, { headers })).text()
          const spans = collector.spans()
          return spans.find(
            ({ name, spanId }) => name === "request" && spans.some(({ parentSpanId }) => parentSpanId === spanId)
          )
        },
        { ...because, everyMs: 500 }
      )
      expect(request.service).toBe("znatoki-admin")
      expect(request.parentSpanId).toBeUndefined()
      expect(request.attributes["http.route"]).toBe("/api/v1/games")
      expect(request.attributes["http.request.method"]).toBe("GET")
      const statements = collector.spans().filter(({ parentSpanId }) => parentSpanId === request.spanId)
      expect(statements.map(({ name }) => name)).toContain("statement")
      for (const { attributes } of statements) expect(String(attributes["db.operation.name"])).not.toBe("")
    })

    it("what is slow is told with its text and without its values", async () => {
      const url = await until("the admin API is there", () => /Admin API:\s+(\S+)/.exec(admin.stdout())?.[1], because)
      const asked = `${url}/games?limit=1&status=running`
      await until(
        "a request was slow",
        async () => {
          await fetch(asked, { headers: { authorization: `Bearer ${secrets.adminToken}` } })
          return linesOf(admin).find(({ about, said }) => said === "a request was slow" && about["statements"] !== 0)
        },
        because
      )
      const statement = await until(
        "a statement was slow",
        () =>
          linesOf(worker).find(({ about, said }) => said === "a statement was slow" && about["operation"] === "commit"),
        because
      )
      expect(statement.level).toBe("WARN")
      expect(statement.about["statement"]).toContain("$1")
      expect(statement.about["rows"]).toBe(0)
    })

    it("no secret is told, and nothing that people said or are called", async () => {
      const door = await until(
        "VK is answered",
        () => /callback: VK is answered at ([^"\s]+)/.exec(callback.stderr())?.[1],
        because
      )
      const post = async (secret: string): Promise<number> => {
        const object = { message: { text: words, from_id: 1, peer_id: 2_000_000_001, id: 1, date: 1 } }
        const body = { type: "message_new", group_id: groupId, event_id: "canary", v: "5.199", secret, object }
        return (await fetch(door, { method: "POST", body: JSON.stringify(body) })).status
      }
      expect([await post(secrets.callback), await post(`${secrets.callback}-wrong`)]).toEqual([200, 403])
      await until(
        "the way of what VK brings begins where VK is answered",
        () => collector.spans().find(({ name, service }) => name === "receive" && service === "znatoki-callback"),
        because
      )
      for (const program of running) expect(await program.endBy("SIGTERM")).toEqual({ code: 0, signal: null })
      for (const hidden of [...Object.values(secrets), person, words]) {
        for (const program of running) expect(program.stderr(), hidden).not.toContain(hidden)
        expect(collector.bodies(), hidden).not.toContain(hidden)
      }
    })
  })
})
