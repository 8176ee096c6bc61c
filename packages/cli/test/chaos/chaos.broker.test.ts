/**
 * The short form of `npm run chaos`, on servers that others may use: nothing is lost, doubled or out of order. Whether a hand-over was
 * short enough not to be an outage is a matter of time, and so for the long form on a machine of its own.
 */
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { describeBroker, forgetQueues, testBrokerUrl } from "@znatoki/adapter-rabbitmq/testing/broker-fixture"
import { afterAll, expect, it } from "vitest"
import { withSeed } from "../kills/seed.ts"
import { buckets, playChaos } from "./chaos.ts"
import { someTroubles } from "./troubles.ts"

const firstGroup = 10_000_000 + (process.pid % 1_000_000) * 10

describeBroker("seven processes of three communities", () => {
  describePostgres("of which one after another is struck", (database) => {
    afterAll(() =>
      forgetQueues(
        [0, 1, 2].map((i) => ({ prefix: "znatoki", community: `vk:${firstGroup + i}`, buckets })),
        { exchanges: false }
      )
    )

    it("lose nothing, and say nothing twice or out of order", () =>
      withSeed(async (rng) => {
        const report = await playChaos({
          places: { databaseUrl: database.url(), amqpUrl: testBrokerUrl },
          servers: null,
          rng,
          firstGroup,
          conversations: 9,
          probes: 2,
          askEveryMs: 500,
          thinkMs: 600,
          troubles: someTroubles,
          forMs: 0,
          calmMs: 500
        })
        expect(report.wrongs).toEqual([])
        expect(report.errors).toEqual([])
        expect(report.struck).toHaveLength(someTroubles.length)
      }))
  })
})
