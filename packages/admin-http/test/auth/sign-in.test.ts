/** People at the door: what lets them in, what they get, and what ends it. */
import { AdminAccounts, AdminId } from "@znatoki/ports/admin-accounts"
import { Effect } from "effect"
import { argon2Sync, scryptSync } from "node:crypto"
import { describe, expect, it } from "vitest"
import { OneTimeLinks } from "../../src/auth/one-time-links.ts"
import { hashPassword, isOutdated, isPassword } from "../../src/auth/password-hash.ts"
import { type Client, makeClient, type Reply, token } from "../admin-client.ts"

const password = "несколько слов подряд"
const own = { Origin: "http://localhost", "Content-Type": "application/json", "If-Match": "*" }

const cookieOf = ({ headers }: Reply): string => (headers.get("Set-Cookie") ?? "").split(";")[0] ?? ""

const enter = (client: Client, body: unknown, path = "/api/v1/sign-in", headers: Record<string, string> = {}) =>
  client.bare(path, { method: "POST", body: JSON.stringify(body), headers: { ...own, ...headers } })

const withAnna = async (role = "editor", options = {}) => {
  const client = makeClient({ options })
  await client.post("/api/v1/admins", { name: "Анна", role, password })
  return client
}

const signedIn = async (client: Client) => cookieOf(await enter(client, { name: "анна", password }))

const send = (client: Client, method: string, path: string, Cookie: string, body?: unknown) =>
  client.bare(path, {
    method,
    headers: { ...own, Cookie },
    body: body === undefined ? null : JSON.stringify(body)
  })

const idOf = async (client: Client): Promise<string> =>
  client.run(AdminAccounts.use((accounts) => Effect.map(accounts.find("анна"), (admin) => admin?.id ?? "")))

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64").replace(/=+$/, "")
const fits = (given: string, kept: string | null) => Effect.runPromise(isPassword(given, kept))

describe("a password's hash", () => {
  it("is a PHC text that its password alone fits, whatever its letters are composed of", async () => {
    const phc = await Effect.runPromise(hashPassword("пароль с ё"))
    expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(await fits("пароль с ё".normalize("NFD"), phc)).toBe(true)
    expect(await fits("пароль с е", phc)).toBe(false)
    expect(await fits("", null)).toBe(false)
    expect(await fits("x", "$none")).toBe(false)
    expect(isOutdated(phc)).toBe(false)
  })

  it("made with other numbers or by scrypt fits as well, and is made anew at the next sign-in", async () => {
    const client = await withAnna()
    const id = AdminId.make(await idOf(client))
    const salt = Buffer.alloc(16, 7)
    const argon2 = argon2Sync("argon2id", {
      message: password,
      nonce: salt,
      parallelism: 1,
      tagLength: 32,
      memory: 64,
      passes: 1
    })
    const scrypt = scryptSync(password, salt, 32, { N: 2 ** 4, r: 8, p: 1 })
    for (const old of [
      `$argon2id$v=19$m=64,t=1,p=1$${base64(salt)}$${base64(argon2)}`,
      `$scrypt$ln=4,r=8,p=1$${base64(salt)}$${base64(scrypt)}`
    ]) {
      expect(isOutdated(old)).toBe(true)
      await client.run(AdminAccounts.use((accounts) => accounts.change(id, { passwordHash: old }, null, 1)))
      const cookie = await signedIn(client)
      expect((await send(client, "GET", "/api/v1/me", cookie)).status).toBe(200)
      const now = await client.run(AdminAccounts.use((accounts) => accounts.find("анна")))
      expect(isOutdated(now?.passwordHash ?? "")).toBe(false)
    }
  })
})

describe("signing in", () => {
  it("gives a cookie for this host alone, which no script reads and no other site sends, and keeps a hash of it", async () => {
    const client = await withAnna()
    const reply = await enter(client, { name: " АННА ", password })
    expect(reply.json).toMatchObject({ name: "анна", role: "editor", hasPassword: true })
    const cookie = reply.headers.get("Set-Cookie") ?? ""
    expect(cookie).toMatch(/^__Host-znatoki=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    expect((await send(client, "GET", "/api/v1/me", cookieOf(reply))).json).toEqual({
      name: "анна",
      role: "editor",
      signedIn: true
    })
    expect((await send(client, "GET", "/games", cookieOf(reply))).status).toBe(200)
  })

  it("does not tell whether the name or the password was wrong, nor that somebody is shut out", async () => {
    const client = await withAnna()
    const wrong = await enter(client, { name: "анна", password: "другие слова подряд" })
    expect(wrong.status).toBe(401)
    expect((await enter(client, { name: "никто", password })).text).toBe(wrong.text)
    await client.patch(`/api/v1/admins/${await idOf(client)}`, { disabled: true })
    expect((await enter(client, { name: "анна", password })).text).toBe(wrong.text)
  })

  it("is not done often: by address, and by name from wherever", async () => {
    const few = { everyMs: 1_000_000, burst: 2 }
    const always = { everyMs: 0, burst: 1 }
    for (const limit of ["signInAddress", "signInName"]) {
      const limits = { address: always, who: always, signInAddress: always, signInName: always, [limit]: few }
      const client = await withAnna("editor", { limits })
      const statuses: Array<number> = []
      for (const name of ["анна", "Анна", "АННА"]) statuses.push((await enter(client, { name, password: "x" })).status)
      expect(statuses).toEqual([401, 401, 429])
      expect((await enter(client, { name: "борис", password: "x" })).status).toBe(limit === "signInName" ? 401 : 429)
    }
  })

  it("from no page of ours, or of another's, is refused", async () => {
    const client = await withAnna()
    const body = JSON.stringify({ name: "анна", password })
    const asJson = { "Content-Type": "application/json" }
    expect((await client.bare("/api/v1/sign-in", { method: "POST", body, headers: asJson })).status).toBe(403)
    expect(
      (await enter(client, { name: "анна", password }, "/api/v1/sign-in", { Origin: "https://e.example" })).status
    ).toBe(403)
  })
})

describe("a session", () => {
  it("changes with every sign-in of a browser, and the one before is over", async () => {
    const client = await withAnna()
    const first = await signedIn(client)
    const second = cookieOf(await enter(client, { name: "анна", password }, "/api/v1/sign-in", { Cookie: first }))
    expect(second).not.toBe(first)
    expect((await send(client, "GET", "/api/v1/me", second)).status).toBe(200)
    expect((await send(client, "GET", "/api/v1/me", first)).status).toBe(401)
  })

  it("ends when one goes out, everywhere when one says so, and when one's role or password changes", async () => {
    const client = await withAnna()
    const alive = async (cookie: string) => (await send(client, "GET", "/api/v1/me", cookie)).status === 200
    const [a, b] = [await signedIn(client), await signedIn(client)]
    expect((await send(client, "GET", "/api/v1/me/sessions", a)).json).toMatchObject({ items: [{}, {}] })
    await send(client, "POST", "/api/v1/sign-out", a)
    expect([await alive(a), await alive(b)]).toEqual([false, true])
    const c = await signedIn(client)
    expect((await send(client, "POST", "/api/v1/sign-out-everywhere", c)).json).toEqual({ sessions: 2 })
    expect([await alive(b), await alive(c)]).toEqual([false, false])
    const d = await signedIn(client)
    const next = { current: password, password: "совсем другие слова" }
    const changed = await send(client, "PUT", "/api/v1/me/password", d, next)
    expect([await alive(d), await alive(cookieOf(changed))]).toEqual([false, true])
    await client.patch(`/api/v1/admins/${await idOf(client)}`, { role: "viewer" })
    expect(await alive(cookieOf(changed))).toBe(false)
    expect((await enter(client, { name: "анна", password })).status).toBe(401)
    expect((await enter(client, { name: "анна", password: next.password })).status).toBe(200)
  })

  it("sets no password without the one of now, and no bad one", async () => {
    const client = await withAnna()
    const cookie = await signedIn(client)
    const tries = [
      [{ current: "чужие слова подряд", password: "совсем другие слова" }, "current"],
      [{ password: "совсем другие слова" }, "current"],
      [{ current: password, password: "анна анна анна" }, "password"],
      [{ current: password, password: "123" }, "password"]
    ] as const
    for (const [body, path] of tries) {
      const { json, status } = await send(client, "PUT", "/api/v1/me/password", cookie, body)
      expect(status).toBe(400)
      expect(json).toMatchObject({ errors: [{ path }] })
    }
  })
})

describe("a link", () => {
  it("lets in once, within an hour, and makes the first owner", async () => {
    const links = new OneTimeLinks()
    const client = makeClient({ options: { links } })
    const secret = links.make(null, Date.now())
    const reply = await enter(client, { secret }, "/api/v1/sign-in/link")
    expect(reply.json).toMatchObject({ name: "owner", role: "owner", hasPassword: false })
    expect((await enter(client, { secret }, "/api/v1/sign-in/link")).status).toBe(401)
    const old = links.make(null, Date.now() - 3_600_000)
    expect((await enter(client, { secret: old }, "/api/v1/sign-in/link")).status).toBe(401)
    const set = await send(client, "PUT", "/api/v1/me/password", cookieOf(reply), { password })
    expect(set.status).toBe(200)
    expect((await enter(client, { name: "owner", password })).status).toBe(200)
  })
})

describe("a token of a program", () => {
  it("has its role until it is revoked or over, and is told once", async () => {
    const client = makeClient()
    const made = await client.post("/api/v1/tokens", { name: "выгрузка", role: "viewer", days: 1 })
    const { id, token: text } = made.json as { readonly id: string; readonly token: string }
    const as = (given: string) => client.bare("/api/v1/me", { headers: { Authorization: `Bearer ${given}` } })
    expect((await as(text)).json).toEqual({ name: `token ${id} выгрузка`, role: "viewer", signedIn: false })
    expect((await as(`${text.slice(0, -1)}${text.endsWith("A") ? "B" : "A"}`)).status).toBe(401)
    const listed = await client.get("/api/v1/tokens")
    expect(listed.text).not.toContain(text)
    expect(listed.json).toMatchObject({ items: [{ id, madeBy: "ADMIN_TOKEN", usedAt: expect.any(String) }] })
    await client.delete(`/api/v1/tokens/${id}`)
    expect((await as(text)).status).toBe(401)
  })
})

describe("the audit log", () => {
  it("tells who did what to whom and what came of it, and no word of what was written or of a secret", async () => {
    const client = await withAnna()
    const cookie = await signedIn(client)
    await enter(client, { name: "анна", password: "canary-4711 слова" })
    await enter(client, { name: "canary-4711", password })
    await send(client, "POST", "/api/v1/questions", cookie, { text: "Кто такой canary-4711?", answer: "canary-4711" })
    await send(client, "DELETE", "/api/v1/questions/77", cookie)
    await send(client, "POST", "/api/v1/tokens", cookie, { name: "canary-4711", role: "owner", days: null })
    const { json, text } = await client.get("/api/v1/audit?limit=8")
    const items = (json as { readonly items: ReadonlyArray<Record<string, unknown>> }).items
    expect(items.map(({ did, outcome, to, who }) => [who, did, to, outcome])).toEqual([
      ["анна", "createToken", null, "forbidden"],
      ["анна", "removeQuestion", "77", "not-found"],
      ["анна", "removeQuestion", "77", "ordered"],
      ["анна", "createQuestion", null, "ordered"],
      ["nobody", "signIn", null, "wrong-password"],
      ["анна", "signIn", null, "wrong-password"],
      ["анна", "signIn", null, "ordered"],
      ["ADMIN_TOKEN", "createAdmin", "Анна", "ordered"]
    ])
    expect(items[3]).toMatchObject({ fields: ["text", "answer"] })
    const log = client.lines.join("\n")
    for (const secret of ["canary-4711", password, cookie.slice(15), token]) {
      expect(text).not.toContain(secret)
      expect(log).not.toContain(secret)
    }
    expect((await client.get(`/api/v1/audit?who=${encodeURIComponent("анна")}&limit=1`)).json).toMatchObject({
      items: [{ did: "createToken" }]
    })
  })
})
