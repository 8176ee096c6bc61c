/** Whoever signs in at the desk comes in, or is told why they do not. */
import { expect, it } from "vitest"
import { OneTimeLinks } from "../../src/auth/one-time-links.ts"
import { makeClient } from "../admin-client.ts"

const password = "несколько слов подряд"
const asForm = { "Content-Type": "application/x-www-form-urlencoded", Origin: "http://localhost" }

const made = async () => {
  const links = new OneTimeLinks()
  const client = makeClient({ options: { links } })
  await client.post("/api/v1/admins", { name: "анна", role: "viewer", password })
  const submit = async (path: string, fields: Readonly<Record<string, string>>) => {
    const body = new URLSearchParams(fields).toString()
    const { headers, status } = await client.bare(path, { method: "POST", headers: asForm, body })
    const [cookie = ""] = (headers.get("Set-Cookie") ?? "").split(";")
    return { cookie, status, to: headers.get("Location") ?? "" }
  }
  return { client, links, submit }
}

it("a browser that keeps the cookie goes on to where one wanted to be, by a password and by a link", async () => {
  const { client, links, submit } = await made()
  const secret = links.make("анна", Date.now())
  for (const [came, wanted] of [
    [
      await submit("/sign-in", { name: "анна", password, to: "/desk/games?status=running" }),
      "/desk/games?status=running"
    ],
    [await submit("/sign-in/link", { secret }), "/desk"]
  ] as const) {
    expect(came.status).toBe(303)
    const { headers, status } = await client.bare(came.to, { headers: { Cookie: came.cookie } })
    expect([status, headers.get("Location")]).toEqual([303, wanted])
  }
})

it("whose browser keeps none is told so, in place of being asked again and again", async () => {
  const { client, submit } = await made()
  const { to } = await submit("/sign-in", { name: "анна", password, to: "/desk/games" })
  const { headers, status, text } = await client.bare(to, { headers: { "Accept-Language": "ru" } })
  expect([status, headers.get("Location")]).toEqual([400, null])
  expect(text).toMatch(/role="alert">Всё введено верно, но браузер не запомнил вход/)
  expect(text).toContain('name="to" value="/desk/games"')
})

it("leads to no place but the desk", async () => {
  const { client, submit } = await made()
  const { cookie } = await submit("/sign-in", { name: "анна", password })
  const there = await client.bare("/sign-in/done?to=https%3A%2F%2Fevil.example", { headers: { Cookie: cookie } })
  expect(there.headers.get("Location")).toBe("/desk")
})

it("whose password is wrong types the name no second time, and the password again", async () => {
  const { client } = await made()
  const body = new URLSearchParams({ name: 'анна"<b>', password, to: "/desk/games" }).toString()
  const { status, text } = await client.bare("/sign-in", { method: "POST", headers: asForm, body })
  expect(status).toBe(400)
  expect(text).toContain('name="name" value="анна&quot;&lt;b&gt;"')
  expect(text).not.toContain(password)
})
