/** The audit log and the jobs at the desk, in the words of whoever reads them. */
import { AuditLog } from "@znatoki/ports/audit-log"
import { describe, expect, it } from "vitest"
import { isSafe } from "../../src/auth/same-origin.ts"
import { auditWords } from "../../src/desk/words/audit.ts"
import { jobWords } from "../../src/desk/words/jobs.ts"
import { problemKinds } from "../../src/problem.ts"
import { makeClient } from "../admin-client.ts"
import { apiRoutes } from "../api-routes.ts"

const english = /[A-Za-z]{2,}/

/** What is written down: every change, and every try of what is not everybody's to see. */
const written = apiRoutes
  .map(({ spec }) => spec)
  .filter(({ method, role }) => role !== "anyone" && (!isSafe(method) || role !== "viewer"))

const fieldsOf = (schema: object): ReadonlyArray<string> =>
  "fields" in schema && typeof schema.fields === "object" ? Object.keys(schema.fields ?? {}) : []

describe("the audit log at the desk", () => {
  it.each(["ru", "en"] as const)("names whatever is done at the desk, and whatever is set: %s", (language) => {
    const { did, fields } = auditWords[language]
    expect(written.length).toBeGreaterThan(30)
    expect(written.map(({ operationId }) => operationId).filter((name) => !(name in did))).toEqual([])
    const set = written.flatMap(({ body }) => (body === null ? [] : fieldsOf(body.schema)))
    expect(set.length).toBeGreaterThan(50)
    expect(set.filter((name) => !(name in fields))).toEqual([])
  })

  it("has no English word in Russian", () => {
    const { did, fields, outcome } = auditWords.ru
    const said = [...Object.values(did), ...Object.values(fields), ...["ordered", ...problemKinds].map(outcome)]
    expect(said.filter((words) => english.test(words))).toEqual([])
    expect(outcome("ordered")).toBe("сделано")
    expect(outcome("moved")).toBe("отказано: тем временем это изменил кто-то ещё")
  })

  it("is read so on its page; what no version knows stays as it is written", async () => {
    const client = makeClient()
    await client.post("/api/v1/packs", { key: "cup", title: "Кубок" })
    await client.patch("/api/v1/packs/none", { title: "Иначе" })
    const entry = { atMs: 1, who: "Анна", did: "danceOnTheTable", to: null, fields: [], outcome: "ordered" }
    await client.run(AuditLog.use((log) => log.append({ ...entry, address: "::1", requestId: "1" })))
    const { text } = await client.get("/desk/audit")
    expect(text).toContain("создан пакет: ключ, название")
    expect(text).toContain("изменён пакет: название")
    expect(text).toContain("отказано: здесь ничего нет")
    expect(text).toContain("<code>danceOnTheTable</code>")
    expect(text).not.toContain("createPack")
  })

  it("tells who was let in, by which means, and which pack was made", async () => {
    const client = makeClient()
    const { json } = await client.post("/api/v1/admins", { name: "анна", role: "editor" })
    const { id } = json as { readonly id: string }
    await client.patch(`/api/v1/admins/${id}`, { role: "viewer" })
    await client.post("/api/v1/admins/links", { name: "анна" })
    await client.post("/api/v1/tokens", { name: "ночная выгрузка", role: "viewer", days: 90 })
    await client.post("/api/v1/packs", { key: "cup", title: "Кубок" })
    const { text } = await client.get("/desk/audit")
    const to = [...text.matchAll(/data-head="С чем"[^>]*>([^<]*)</g)].map(([, named]) => named)
    expect(to).toEqual(["cup", "ночная выгрузка", "анна", id, "анна"])
    expect((await client.get("/desk/admins")).text).toContain(`анна <code>${id}</code>`)
  })

  it("tells of what was refused that it was, and not that it was done", async () => {
    const client = makeClient()
    await client.post("/api/v1/packs", { key: "cup", title: "Кубок" })
    await client.post("/api/v1/packs", { key: "cup", title: "Кубок" })
    await client.patch("/api/v1/packs/none", { title: "Иначе" })
    const { text } = await client.get("/desk/audit")
    const outcomes = [...text.matchAll(/data-head="Итог"[^>]*>([^<]*)</g)].map(([, outcome]) => outcome)
    expect(outcomes).toEqual(["отказано: здесь ничего нет", "отказано: сейчас этого сделать нельзя", "сделано"])
  })
})

describe("a job that failed", () => {
  it("says why in Russian where the words are ours", () => {
    const { error } = jobWords.ru
    expect(error("the database did not answer: count games")).toBe("База данных не ответила («count games»).")
    expect(error("something else than an error was thrown")).not.toMatch(english)
    expect(error("connect ECONNREFUSED 127.0.0.1:5432")).toBeNull()
  })
})
