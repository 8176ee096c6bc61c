/** Whoever runs the bot reads in docs/operating/jobs.md of every job that there is, with its moment. */
import { allJobs } from "@znatoki/kernel/jobs/jobs"
import { readFileSync } from "node:fs"
import { expect, it } from "vitest"

it("every job is told of, and none that is not there", () => {
  const page = readFileSync(new URL("../../../docs/operating/jobs.md", import.meta.url), "utf8")
  const told = [...page.matchAll(/^\| `([a-z-]+)` \| `([^`]+)` \|/gm)].map(([, name, cron]) => `${name} ${cron}`)
  expect(told.toSorted()).toEqual(allJobs.map(({ cron, name }) => `${name} ${cron}`).toSorted())
})
