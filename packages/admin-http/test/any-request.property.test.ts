/** Requests made by chance from what the document says, and spoilt: none breaks anything, and every answer is as the document says. */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { anyRequest } from "../src/testing/any-request.ts"
import { makeClient } from "./admin-client.ts"
import { apiRoutes } from "./api-routes.ts"
import { appealIn } from "./appealed-game.ts"

/** `npm run fuzz` asks for a hundred thousand. */
const requests = Number(process.env["ADMIN_FUZZ_REQUESTS"] ?? 1_500)

const request = anyRequest(apiRoutes.map(({ spec }) => spec))

describe("any request", () => {
  it(`is answered as the document says, and never breaks anything: ${requests} of them`, async () => {
    const statuses = new Map<number, number>()
    let client = makeClient()
    let sent = 0
    await fc.assert(
      fc.asyncProperty(request, async ({ body, headers, path, query, spec }) => {
        // What was written piles up, and the lists of it take long.
        if (sent++ % 2_000 === 0) {
          client = makeClient()
          await appealIn(client)
        }
        const { status } = await client.send(spec.method, `${path}${query}`, body, headers)
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        expect(status, `${spec.method} ${path}${query}`).toBeLessThan(500)
      }),
      { numRuns: requests }
    )
    // Not all was refused at the door; that something is made takes luck, and so a long run.
    const seldom = requests >= 20_000 ? [201] : []
    for (const status of [200, 400, 404, ...seldom])
      expect(statuses.get(status) ?? 0, String(status)).toBeGreaterThan(0)
  })
})
