/** Coming in by a passkey: what is taken for a proof, and what is not. */
import { describe, expect, it } from "vitest"
import { OneTimeLinks } from "../../src/auth/one-time-links.ts"
import { type Client, makeClient, type Reply } from "../admin-client.ts"
import { makeSoftwareKey, type SoftwareKey } from "../software-key.ts"

const password = "несколько слов подряд"
const own = { Origin: "http://localhost", "Content-Type": "application/json" }

const cookieOf = ({ headers }: Reply): string => (headers.get("Set-Cookie") ?? "").split(";")[0] ?? ""
const challengeOf = ({ json }: Reply): string => (json as { readonly challenge: string }).challenge

const send = (client: Client, method: string, path: string, body: unknown, Cookie = "") =>
  client.bare(path, {
    method,
    headers: { ...own, Cookie },
    body: body === undefined ? null : JSON.stringify(body)
  })

const signedIn = async (setup = {}) => {
  const links = new OneTimeLinks()
  const client = makeClient({ ...setup, options: { links } })
  const body = { secret: links.make(null, Date.now()) }
  return { client, cookie: cookieOf(await send(client, "POST", "/api/v1/sign-in/link", body)) }
}

const asked = async (client: Client, cookie: string, body: unknown = {}) =>
  challengeOf(await send(client, "POST", "/api/v1/me/passkeys/options", body, cookie))

const toAdd = (client: Client, cookie: string, made: object) =>
  send(client, "POST", "/api/v1/me/passkeys", { name: "телефон", ...made }, cookie)

const atTheDoor = async (client: Client) =>
  challengeOf(await send(client, "POST", "/api/v1/sign-in/passkey/options", undefined))

const enter = (client: Client, signed: object) => send(client, "POST", "/api/v1/sign-in/passkey", signed)

const withKey = async (): Promise<{ client: Client; cookie: string; key: SoftwareKey }> => {
  const { client, cookie } = await signedIn()
  const key = makeSoftwareKey()
  const added = await toAdd(client, cookie, key.made({ challenge: await asked(client, cookie) }))
  expect(added, added.text).toMatchObject({ status: 201, json: { id: key.id, name: "телефон", usedAt: null } })
  return { client, cookie, key }
}

describe("a passkey", () => {
  it("lets its admin in without a name or a password, until it is removed", async () => {
    const { client, cookie, key } = await withKey()
    const reply = await enter(client, key.signed({ challenge: await atTheDoor(client) }))
    expect(reply, reply.text).toMatchObject({ status: 200, json: { name: "owner", role: "owner" } })
    expect((await send(client, "GET", "/api/v1/me", undefined, cookieOf(reply))).json).toMatchObject({ name: "owner" })
    const listed = await send(client, "GET", "/api/v1/me/passkeys", undefined, cookie)
    expect(listed.json).toMatchObject({ items: [{ id: key.id, usedAt: expect.any(String) }] })
    expect((await send(client, "DELETE", `/api/v1/me/passkeys/${key.id}`, undefined, cookie)).status).toBe(204)
    expect((await enter(client, key.signed({ challenge: await atTheDoor(client) }))).status).toBe(401)
    const { text } = await client.get("/api/v1/audit?limit=20")
    for (const did of ["addMyPasskey", "signInByPasskey", "removeMyPasskey"]) expect(text).toContain(did)
  })

  it("answers one challenge once, of this server, for this page, by its own key, with its owner asked", async () => {
    const { client, key } = await withKey()
    const challenge = await atTheDoor(client)
    const signed = key.signed({ challenge })
    expect((await enter(client, signed)).status).toBe(200)
    const stranger = makeSoftwareKey()
    const others = [
      signed,
      key.signed({ challenge }),
      key.signed({ challenge: "bm9uZSBvZiBvdXJz" }),
      key.signed({ challenge: await atTheDoor(client), origin: "https://evil.example" }),
      key.signed({ challenge: await atTheDoor(client), rpId: "evil.example" }),
      key.signed({ challenge: await atTheDoor(client), verified: false }),
      stranger.signed({ challenge: await atTheDoor(client) }),
      { ...stranger.signed({ challenge: await atTheDoor(client) }), id: key.id },
      { ...key.signed({ challenge: await atTheDoor(client) }), signature: "e30" },
      { ...key.signed({ challenge: await atTheDoor(client) }), authenticatorData: "e30" },
      { ...key.signed({ challenge: await atTheDoor(client) }), clientDataJSON: "bnVsbA" }
    ]
    for (const other of others) {
      const { headers, json, status } = await enter(client, other)
      expect([status, headers.get("Set-Cookie")]).toEqual([401, null])
      expect(json).toMatchObject({ type: "urn:znatoki:problem:wrong-password" })
    }
    expect((await enter(client, key.signed({ challenge: await atTheDoor(client) }))).status).toBe(200)
  })

  it("that has counted less than before is a copy", async () => {
    const { client, key } = await withKey()
    key.forget(40)
    expect((await enter(client, key.signed({ challenge: await atTheDoor(client) }))).status).toBe(200)
    key.forget(30)
    expect((await enter(client, key.signed({ challenge: await atTheDoor(client) }))).status).toBe(401)
  })

  it("of who is shut out lets nobody in", async () => {
    const { client, cookie, key } = await withKey()
    await client.post("/api/v1/admins", { name: "вторая", role: "owner" })
    await client.patch("/api/v1/admins/1", { disabled: true })
    expect((await send(client, "GET", "/api/v1/me", undefined, cookie)).status).toBe(401)
    expect((await enter(client, key.signed({ challenge: await atTheDoor(client) }))).status).toBe(401)
  })
})

describe("a new passkey", () => {
  it("is nobody's who found a browser open: where there is a password, it is asked for", async () => {
    const { client, cookie } = await signedIn()
    const changed = await send(client, "PUT", "/api/v1/me/password", { password }, cookie)
    const now = cookieOf(changed)
    for (const body of [{}, { current: "другие слова подряд" }]) {
      const refused = await send(client, "POST", "/api/v1/me/passkeys/options", body, now)
      expect(refused).toMatchObject({ status: 400, json: { errors: [{ pointer: "#/current" }] } })
    }
    const challenge = await asked(client, now, { current: password })
    expect((await toAdd(client, now, makeSoftwareKey().made({ challenge }))).status).toBe(201)
  })

  it("answers what its own admin was asked, once, and is added once", async () => {
    const { client, cookie, key } = await withKey()
    const again = key.made({ challenge: await asked(client, cookie) })
    expect((await toAdd(client, cookie, again)).status).toBe(409)
    const fresh = makeSoftwareKey()
    const none = [
      again,
      fresh.made({ challenge: await atTheDoor(client) }),
      fresh.made({ challenge: await asked(client, cookie), origin: "https://evil.example" }),
      fresh.made({ challenge: await asked(client, cookie), verified: false }),
      { ...fresh.made({ challenge: await asked(client, cookie) }), attestationObject: "e30" }
    ]
    for (const made of none) expect((await toAdd(client, cookie, made)).status).toBe(400)
    expect((await toAdd(client, cookie, fresh.made({ challenge: await asked(client, cookie) }))).status).toBe(201)
  })

  it("is one of twenty at most", async () => {
    const { client, cookie } = await signedIn()
    for (let n = 0; n < 20; n++) {
      const made = makeSoftwareKey().made({ challenge: await asked(client, cookie) })
      expect((await toAdd(client, cookie, made)).status).toBe(201)
    }
    expect((await send(client, "POST", "/api/v1/me/passkeys/options", {}, cookie)).status).toBe(409)
  })
})
