/** What is done by the clock, as the API tells of it. */
import { failedRun } from "@znatoki/test-contracts/memory/jobs"
import { describe, expect, it } from "vitest"
import { makeClient } from "../admin-client.ts"

const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")

describe("jobs", () => {
  it("are shown with when they come next, when they were done last, and what failed", async () => {
    expect((await makeClient().get("/api/v1/jobs")).json).toEqual({
      items: [
        {
          name: "clear-out",
          cron: "40 4 * * *",
          next: "1970-01-01T00:01:40.000Z",
          waiting: 0,
          running: 0,
          failed: 1,
          lastDone: null
        },
        {
          name: "count-statistics",
          cron: "*/30 * * * *",
          next: "1970-01-01T00:01:40.000Z",
          waiting: 0,
          running: 0,
          failed: 0,
          lastDone: "1970-01-01T00:00:01.500Z"
        }
      ]
    })
  })

  it("the cursors lead through every run once, newest first, and a list may be of one job or state", async () => {
    const client = makeClient()
    const first = await client.get("/api/v1/job-runs?limit=1")
    expect(first.json).toMatchObject({ items: [{ job: "clear-out", state: "failed", attempts: 4 }] })
    const cursor = /"next":"([^"]*)"/.exec(first.text)?.[1]
    expect((await client.get(`/api/v1/job-runs?limit=1&cursor=${cursor}`)).json).toMatchObject({
      items: [{ job: "count-statistics", result: { counted: 2 }, error: null }],
      next: expect.any(String)
    })
    expect((await client.get("/api/v1/job-runs?job=daily-digest")).json).toMatchObject({
      items: [{ result: { games: 12, undelivered: 1 } }],
      next: null
    })
    expect((await client.get("/api/v1/job-runs?state=running")).json).toEqual({ items: [], next: null })
    expect((await client.get("/api/v1/job-runs?job=clear-out&state=failed")).json).toMatchObject({
      items: [{ id: failedRun, error: "the database did not answer: clear out" }]
    })
  })

  it.each(["limit=0", "state=dead", "job=../x", `cursor=${forged(["job-runs", 1, "x"])}`])(
    "?%s is refused",
    async (query) => {
      expect((await makeClient().get(`/api/v1/job-runs?${query}`)).status).toBe(400)
    }
  )

  it("one that failed is run once more, once; one that is due is run now", async () => {
    const client = makeClient()
    const retry = `/api/v1/jobs/clear-out/runs/${failedRun}/retry`
    expect((await client.send("POST", retry)).status).toBe(202)
    expect((await client.send("POST", retry)).status).toBe(404)
    expect((await client.send("POST", "/api/v1/jobs/clear-out/runs")).status).toBe(202)
    expect((await client.send("POST", "/api/v1/jobs/none/runs")).status).toBe(404)
    expect((await client.get("/api/v1/job-runs?state=waiting")).json).toMatchObject({
      items: [{ job: "clear-out", attempts: 0 }, { id: failedRun }]
    })
  })
})
