/**
 * The image without Docker: what the Dockerfile says is done in a clean folder, then every service runs on it as compose files tell, as a
 * user who is not root and may become nobody else, where nothing at all can be written, until its own health check is content.
 */
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { describeBroker, forgetQueues, testBrokerUrl } from "@znatoki/adapter-rabbitmq/testing/broker-fixture"
import { freePort } from "@znatoki/embedded-postgres-server/free-port"
import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, afterEach, beforeAll, expect, it } from "vitest"
import { until } from "../e2e/until.ts"
import { type Service, servicesOf } from "./compose-services.ts"
import { type Image, makeImage } from "./dockerfile.ts"

const repository = fileURLToPath(new URL("../../../..", import.meta.url))

/** Beneath it everything is as it was, and cannot be written; then somebody who has no rights beyond his own. */
const contained = `
mount -o remount,bind,ro / && cd "$1" && shift &&
exec setpriv --reuid=1000 --regid=1000 --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all "$@"`
const canContain = spawnSync("unshare", ["--mount", "sh", "-c", contained, "sh", "/", "true"]).status === 0

/** Connections that go out take ports above these, at any moment before ours are listened on. */
const beyondOutgoing = (): number => 20_000 + Math.floor(Math.random() * 10_000)

/** Nobody else's: the queues on the broker are named after it. */
const community = String(20_000_000 + process.pid)
const given = {
  POSTGRES_PASSWORD: "letters",
  POSTGRES_OWNER_PASSWORD: "letters",
  POSTGRES_BOT_PASSWORD: "letters",
  POSTGRES_ADMIN_PASSWORD: "letters",
  REDIS_PASSWORD: "letters",
  ADMIN_TOKEN: "a-token-of-the-tests",
  VK_TOKEN: "vk1.a.token-of-the-tests",
  VK_GROUP_ID: community,
  ZNATOKI_IMAGE: "znatoki",
  REDIS_IMAGE: "redis",
  RABBITMQ_IMAGE: "rabbitmq",
  AMQP_URL_FILE: "amqp_url"
}

describeBroker("the image", () => {
  describePostgres(
    `of every service ${canContain ? "" : "(skipped: only root makes a container)"}`,
    (database) => {
      const services = servicesOf(repository, given)
      let folder = ""
      let image: Image
      const running: Array<ChildProcess> = []

      beforeAll(() => {
        if (!canContain) return
        folder = mkdtempSync(join(tmpdir(), "znatoki-image-"))
        spawnSync("chmod", ["755", folder])
        image = makeImage(repository, folder)
        copyFileSync(process.execPath, join(folder, "node"))
        writeFileSync(join(folder, "amqp_url"), testBrokerUrl)
      })
      afterEach(async () => {
        for (const child of running.splice(0)) {
          child.kill("SIGKILL")
          if (child.exitCode === null && child.signalCode === null)
            await new Promise((done) => child.once("close", done))
        }
      })
      afterAll(async () => {
        await forgetQueues([{ prefix: "znatoki", community: `vk:${community}`, buckets: 16 }], { exchanges: false })
        rmSync(folder, { recursive: true, force: true })
      })

      const inside = (args: ReadonlyArray<string>, variables: Service["variables"] = {}) => {
        const env = { PATH: `${folder}:${process.env["PATH"]}`, ...image.variables, ...variables }
        const all = ["--mount", "sh", "-c", contained, "sh", join(image.root, image.workdir), ...args]
        const child = spawn("unshare", all, { env, stdio: ["ignore", "pipe", "pipe"] })
        running.push(child)
        let said = ""
        for (const stream of [child.stdout, child.stderr])
          stream.on("data", (text: Buffer) => void (said += text.toString()))
        const code = new Promise<number | null>((done) => child.once("close", done))
        return { code, said: () => said }
      }

      /** A container has ports and names of its own; here all share those of the machine, and Redis is gone, which nobody may mind. */
      const here = (text: string, ports: Readonly<Record<string, number>>): string =>
        text
          // Only whole numbers: a port that was put in may have one of these in it, and so may an id.
          .replaceAll(/\b\d{4}\b/g, (port) => String(ports[port] ?? port))
          .replaceAll(/postgres:\/\/.*@postgres:5432\/znatoki/g, database.url())
          .replaceAll("@redis:6379", "@127.0.0.1:1")
          .replaceAll("/run/secrets/amqp_url", join(folder, "amqp_url"))
          .replaceAll("//sandbox:", "//127.0.0.1:")

      const start = async (name: string, more: Service["variables"] = {}) => {
        const service = services[name]
        if (service === undefined) throw new Error(`there is no service ${name}`)
        const own: Array<readonly [string, number]> = []
        for (const port of ["8480", "8481", "8490", "8400"]) own.push([port, await freePort(beyondOutgoing())])
        const ports = { ...Object.fromEntries(own), ...sandboxPort }
        const told = Object.entries({ ...service.variables, ADMIN_PORT: "8480", SANDBOX_PORT: "8400" })
        const variables = Object.fromEntries(told.map(([key, value]) => [key, here(value, ports)]))
        const role = inside([...image.entrypoint, ...service.command], { ...variables, ...more })
        const isHealthy = async () => (await inside(service.healthcheck.map((word) => here(word, ports))).code) === 0
        return { ...role, isHealthy, ports }
      }

      let sandboxPort: Readonly<Record<string, number>> = {}
      const startSandbox = async () => {
        sandboxPort = {}
        const sandbox = await start("sandbox")
        sandboxPort = { "8400": sandbox.ports["8400"] ?? 0 }
        await until("the sandbox answers", () => fetch(`http://127.0.0.1:${sandboxPort["8400"]}/`).catch(() => null), {
          because: sandbox.said
        })
        return { VK_API_URL: `http://127.0.0.1:${sandboxPort["8400"]}/method/` }
      }

      const becomesHealthy = (name: string, { isHealthy, said }: Awaited<ReturnType<typeof start>>) =>
        until(`${name} is healthy`, isHealthy, { everyMs: 500, because: said })

      it.skipIf(!canContain)(
        "runs where nothing can be written, as nobody, with what production needs and no more",
        async () => {
          expect(image.user).toBe("node")
          const write = inside([
            "node",
            "--eval",
            'console.log(process.getuid()); require("node:fs").writeFileSync("x", "")'
          ])
          expect(await write.code).toBe(1)
          expect(write.said()).toMatch(/^1000\n[^]*EROFS/)
          const find = inside([
            "node",
            "--eval",
            'for (const each of ["effect", "vitest"]) try { require.resolve(each); console.log(each) } catch {}'
          ])
          await find.code
          expect(find.said()).toBe("effect\n")
          const game = inside([...image.entrypoint, "play", "--auto", "--seed", "1", "--preset", "lightning"])
          expect({ code: await game.code, said: game.said().slice(-500) }).toMatchObject({ code: 0 })
        }
      )

      it.skipIf(!canContain)("migrates, then plays and administers in one process each", async () => {
        const migrate = inside([...image.entrypoint, "migrate"], { DATABASE_URL: database.url() })
        expect({ code: await migrate.code, said: migrate.said() }).toMatchObject({ code: 0 })
        const variables = await startSandbox()
        const bot = await start("bot", variables)
        await becomesHealthy("bot", bot)
        // Where no compose file asks, the image does.
        const ports = [bot.ports["8481"], await freePort(null), ""]
        const asked = ports.map((port) => inside(image.healthcheck, { HEALTH_PORT: String(port) }).code)
        expect(await Promise.all(asked)).toEqual([0, 1, 0])
        await becomesHealthy("admin", await start("admin"))
      })

      it.skipIf(!canContain)("plays as roles that are apart, each healthy by its own check", async () => {
        const variables = await startSandbox()
        const callback = { VK_INTAKE: "callback", VK_CALLBACK_CONFIRMATION: "letters", VK_CALLBACK_SECRET: "letters" }
        for (const [name, more] of Object.entries({ connector: variables, worker: {}, callback })) {
          await becomesHealthy(name, await start(name, more))
        }
      })
    },
    { bare: true }
  )
})
