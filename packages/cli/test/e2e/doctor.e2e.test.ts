/** `znatoki doctor` on installations that are well, and on some that are not. */
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { poolOf } from "@znatoki/adapter-postgres/database/pool"
import { type Sandbox, type SandboxOptions, startSandbox } from "@znatoki/vk-sandbox/sandbox"
import { Redacted } from "effect"
import { expect, it, onTestFinished } from "vitest"
import { startProgram, type Variables } from "./run-program.ts"

const canaryToken = "vk1.a.canary-of-the-doctor"

const vk = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const sandbox = await startSandbox({ port: 0, strict: true, groupId: 77, token: canaryToken, ...options })
  onTestFinished(() => sandbox.close())
  return sandbox
}

const team = (admin: boolean) => ({ title: "Команда", members: [{ first_name: "Аня", last_name: "" }], admin })

describePostgres("the doctor", (database) => {
  const examine = async (sandbox: Sandbox, variables: Variables = {}, ...args: ReadonlyArray<string>) => {
    const program = startProgram(["doctor", ...args], {
      DATABASE_URL: database.url(),
      VK_API_URL: sandbox.apiUrl,
      VK_TOKEN: canaryToken,
      ...variables
    })
    const { code } = await program.end
    expect(program.stdout() + program.stderr()).not.toContain(canaryToken)
    return { code, said: program.stdout(), complained: program.stderr() }
  }

  it("finds nothing wrong where nothing is, and changes nothing", async () => {
    const sandbox = await vk()
    sandbox.control.createConversation(team(true))
    const calls = () => Object.keys(sandbox.control.stats().calls)
    const { code, said } = await examine(sandbox)
    expect(code).toBe(0)
    for (const line of [
      "✓ database       PostgreSQL",
      "✓ migrations     up to date",
      "✓ token          of community 77",
      "✓ rights         messages, manage, photos",
      "✓ long poll      on, version 5.199",
      "✓ conversations  1 looked at, administrator of 1",
      "✓ clock"
    ]) {
      expect(said).toContain(line)
    }
    expect(said).not.toContain("→")
    expect(calls().filter((method) => !/\.get|isMember/.test(method))).toEqual([])
  })

  it("says where to switch on what is off, and ends so that a script can tell", async () => {
    const sandbox = await vk()
    sandbox.control.createConversation(team(false))
    const call = (method: string, params: Record<string, string>) =>
      fetch(sandbox.apiUrl + method, {
        method: "POST",
        body: new URLSearchParams({ access_token: canaryToken, v: "5.199", group_id: "77", ...params })
      })
    await call("groups.setLongPollSettings", { message_event: "0" })
    const callback = { VK_GROUP_ID: "77", VK_INTAKE: "both", VK_CALLBACK_PORT: "0", VK_CALLBACK_CONFIRMATION: "x" }
    const { code, said } = await examine(sandbox, callback)
    expect(code).toBe(1)
    expect(said).toContain("✗ long poll      does not send «Действие с сообщением»")
    expect(said).toContain("→ Управление → Работа с API → Long Poll API → Типы событий")
    expect(said).toContain("✗ callback       VK knows no address of ours")
    expect(said).toContain("! conversations  1 looked at, administrator of 0; not of 1")
    expect(said).toContain("«Доступ ко всей переписке»")
    await call("groups.setLongPollSettings", { enabled: "0" })
    expect((await examine(sandbox)).said).toContain("✗ long poll      is off")
  })

  it("tells a token that is wrong, one of another community, and one without rights", async () => {
    const sandbox = await vk()
    const wrong = await examine(sandbox, { VK_TOKEN: "vk1.a.of-nobody" })
    expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining("✗ token") })
    expect(wrong.said).not.toContain("of-nobody")
    const other = await examine(sandbox, { VK_GROUP_ID: "78" })
    expect(other.said).toMatch(/VK_GROUP_ID .* is 78, but the token belongs to community 77/)
    sandbox.control.setFaults({ errors: [{ method: "groups.getTokenPermissions", code: 27 }] })
    expect((await examine(sandbox)).said).toContain("! rights         could not be read")
  })

  it("tells a clock that is not VK's", async () => {
    const ahead = { now: () => Date.now() + 60_000 }
    const { code, said } = await examine(await vk({ clock: ahead }))
    expect(code).toBe(1)
    expect(said).toMatch(/✗ clock {10}\d+\.\d s behind VK's/)
  })

  it("tells a database that is not there, and one that is behind", async () => {
    const sandbox = await vk()
    const nowhere = await examine(sandbox, { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" })
    expect(nowhere).toMatchObject({ code: 1, said: expect.stringContaining("✗ database       cannot be used") })
    const sql = poolOf(Redacted.make(database.url()), 1)
    onTestFinished(() => sql.end({ timeout: 1 }))
    await sql`delete from migrations where name = '0008_outages'`
    const behind = await examine(sandbox)
    expect(behind).toMatchObject({ code: 0, said: expect.stringContaining("! migrations     1 wait: 0008_outages") })
  })

  it("tells programs the same as JSON", async () => {
    const { said } = await examine(await vk(), {}, "--json")
    expect(JSON.parse(said)).toMatchObject([
      { of: "Database", examined: [{ what: "database", state: "ok", advice: null }, {}] },
      {
        of: "The community of VK_TOKEN",
        examined: expect.arrayContaining([expect.objectContaining({ what: "token" })])
      }
    ])
  })

  it("says in a line what the environment lacks", async () => {
    const { code, complained } = await examine(await vk(), { VK_TOKEN: "" })
    expect(code).toBe(1)
    expect(complained).toMatch(/^VK_TOKEN is not set: .*\n$/)
  })
})
