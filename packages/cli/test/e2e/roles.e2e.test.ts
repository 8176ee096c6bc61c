/** The bot and the admin API as roles of their own, that own nothing they do not need. */
import { poolOf, type Sql } from "@znatoki/adapter-postgres/database/pool"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { Redacted } from "effect"
import { execFileSync, spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import { readFileSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { isEnd } from "../../src/people/seen.ts"
import { startGame } from "./game-moves.ts"
import { startProgram } from "./run-program.ts"
import { until } from "./until.ts"
import { openWorld } from "./world.ts"

const suffix = randomBytes(4).toString("hex")
const [owner, bot, admin] = ["owner", "bot", "admin"].map((role) => `znatoki_${role}_${suffix}`)
const roles = [owner ?? "", bot ?? "", admin ?? ""]
const password = "letters"
const adminToken = "a-token-of-the-tests"

/** As the container of PostgreSQL does it, but by names that are this test's own. */
const makeRoles = (url: string): void => {
  const { hostname, password: rootPassword, pathname, port, username } = new URL(url)
  const script = readFileSync(new URL("../../../../docker/roles.sh", import.meta.url), "utf8")
  execFileSync("sh", ["-c", script.replaceAll(/\bznatoki_(owner|bot|admin)\b/g, `$&_${suffix}`)], {
    env: {
      PATH: process.env["PATH"],
      PGHOST: hostname,
      PGPORT: port || "5432",
      PGPASSWORD: decodeURIComponent(rootPassword),
      POSTGRES_USER: decodeURIComponent(username),
      POSTGRES_DB: pathname.slice(1),
      POSTGRES_OWNER_PASSWORD: password,
      POSTGRES_BOT_PASSWORD: password,
      POSTGRES_ADMIN_PASSWORD: password
    }
  })
}

const hasPsql = spawnSync("psql", ["--version"]).status === 0
const isRequired = process.env["ZNATOKI_REQUIRE"]?.includes("postgres") === true

describe.skipIf(!hasPsql && !isRequired)(`roles ${hasPsql ? "" : "(skipped: there is no psql)"}`, () => {
  describePostgres(
    "that own nothing",
    (database) => {
      const urlFor = (role = ""): string => {
        const url = new URL(database.url())
        url.username = role
        url.password = password
        return url.href
      }
      const asRole = async (role: string | undefined, work: (sql: Sql) => Promise<unknown>): Promise<unknown> => {
        const sql = poolOf(Redacted.make(urlFor(role)), 1)
        return work(sql)
          .catch((cause: unknown) => cause)
          .finally(() => sql.end({ timeout: 5 }))
      }

      let root: Sql
      beforeAll(async () => {
        root = poolOf(Redacted.make(database.url()), 1)
        makeRoles(database.url())
        const args = ["migrate", "--bot", bot ?? "", "--admin", admin ?? ""]
        for (const _ of ["the first time", "and once more"]) {
          const migrated = startProgram(args, { DATABASE_URL: urlFor(owner) })
          if ((await migrated.end).code !== 0) throw new Error(migrated.stderr())
        }
      })
      afterAll(async () => {
        await root.unsafe(`alter database "${new URL(database.url()).pathname.slice(1)}" owner to current_user`)
        for (const role of roles) await root.unsafe(`drop owned by ${role} cascade`)
        for (const role of roles) await root.unsafe(`drop role ${role}`)
        await root.end({ timeout: 5 })
      })

      it("suffice for a game, its spans, and everything an admin may do", { timeout: 180_000 }, async () => {
        // The bot has to make one anew.
        const [span] = await root<ReadonlyArray<{ readonly name: string }>>`
        select max(relname) as name from pg_class where relname ~ '^applied_sources_\\d{8}$'`
        await root`drop table ${root(span?.name ?? "")}`
        const { close, world } = await openWorld(urlFor(bot))
        const api = startProgram(["admin"], { DATABASE_URL: urlFor(admin), ADMIN_PORT: "0", ADMIN_TOKEN: adminToken })
        try {
          const room = await world.room("Команда", ["Аня", "Борис"])
          await startGame(room, ["Аня", "Борис"])
          const url = await until("the admin API is there", () => /Admin API:\s+(\S+)/.exec(api.stdout())?.[1], {
            because: api.stderr
          })
          // What it prints is kept by whoever keeps it running, and lets nobody in.
          await until("it says who signs in", () => api.stdout().includes("Games inside:"))
          expect(api.stdout()).toContain("Sign in:       whom `znatoki admin create NAME` has made")
          expect(api.stdout()).not.toMatch(/sign-in#|a-token-of-the-tests/)
          const ask = async (method: string, path: string, body?: unknown): Promise<Response> =>
            fetch(`${url}${path}`, {
              method,
              headers: { authorization: `Bearer ${adminToken}`, "content-type": "application/json", "if-match": "*" },
              ...(body === undefined ? {} : { body: JSON.stringify(body) })
            })
          const created = await ask("POST", "/questions", { text: "Кто там?", answer: "Это я" })
          expect(created.status).toBe(201)
          const { id } = (await created.json()) as { readonly id: string }
          expect((await ask("PATCH", `/questions/${id}`, { published: false })).status).toBe(200)
          expect((await ask("DELETE", `/questions/${id}`)).status).toBe(204)
          const running = (await (await ask("GET", "/games?status=running")).json()) as {
            readonly items: ReadonlyArray<{ readonly id: string }>
          }
          expect(running.items).toHaveLength(1)
          for (const path of ["/parked", "/dead-letters"]) expect((await ask("GET", path)).status).toBe(200)
          expect((await ask("POST", "/parked/1/release", { with: "retry" })).status).toBe(404)
          expect((await fetch(new URL("/health/ready", url))).status).toBe(200)
          // The desk only writes it down; the bot, in a process of its own, does it and tells the chat.
          expect((await ask("POST", `/games/${running.items[0]?.id}/stop`)).status).toBe(202)
          await room.hears(isEnd)
          expect(world.bot.logged("ERROR", "WARN")).toEqual([])
          expect(await root`select from pg_class where relname = ${span?.name ?? ""}`).toHaveLength(1)
        } finally {
          await api.endBy("SIGTERM")
          await close()
        }
      })

      it.each([
        ["the bot", bot, "drop table games"],
        ["the bot", bot, "delete from questions"],
        ["the bot", bot, "alter table games add column x int"],
        ["the admin API", admin, "update games set version = 0"],
        ["the admin API", admin, "delete from audit_log"],
        ["the bot", bot, "insert into admins (name, role, created_at_ms, changed_at_ms) values ('x', 'owner', 0, 0)"],
        ["the admin API", admin, "delete from game_events"],
        ["the admin API", admin, "create table x ()"],
        ["the admin API", admin, "drop table applied_sources"]
      ])("do not let %s do everything (%#)", async (_, role, statement) => {
        expect(await asRole(role, (sql) => sql.unsafe(statement))).toMatchObject({ code: "42501" })
      })
    },
    { bare: true }
  )
})
