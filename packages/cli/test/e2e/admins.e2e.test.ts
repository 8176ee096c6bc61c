/** Whoever keeps the program makes those who may sign in, and checks what they did, from a terminal. */
import { poolOf } from "@znatoki/adapter-postgres/database/pool"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { Redacted } from "effect"
import { expect, it } from "vitest"
import { startProgram } from "./run-program.ts"

describePostgres("admins at a terminal", (postgres) => {
  const run = async (args: ReadonlyArray<string>, input = "") => {
    const program = startProgram(args, { DATABASE_URL: postgres.url() }, { input })
    const { code } = await program.end
    return { code, said: program.stdout() + program.stderr() }
  }

  it("are made with a password that is good and shown nowhere, and a log that was changed is told", async () => {
    const password = "несколько слов подряд"
    expect(await run(["admin", "create", "Анна"], `${password}\n`)).toEqual({
      code: 0,
      said: "анна may sign in as owner.\n"
    })
    const short = await run(["admin", "create", "борис", "--role", "editor"], "канарейка\n")
    expect(short).toEqual({
      code: 1,
      said: expect.stringMatching(/^This password will not do \(Expected 12 .*\): choose another\.\n$/)
    })
    expect(await run(["audit", "verify"])).toEqual({
      code: 0,
      said: "The audit log is whole: 1 entries, each follows from the one before.\n"
    })
    const sql = poolOf(Redacted.make(postgres.url()), 1)
    const [admin] = await sql`select name, role, password_hash from admins`
    expect(admin).toMatchObject({ name: "анна", role: "owner", password_hash: expect.stringMatching(/^\$argon2id\$/) })
    await sql`truncate audit_log`
    const cut = await run(["audit", "verify"])
    expect(cut).toEqual({ code: 1, said: expect.stringContaining("it ends at entry 0, and went as far as 1") })
    await sql.end()
  })
})
