/** `npm run chaos`: every trouble there is, again and again, on a database and a broker of its own. */
import { migrate } from "@znatoki/adapter-postgres/database/migrate"
import { poolOf } from "@znatoki/adapter-postgres/database/pool"
import { Redacted } from "effect"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"
import { OwnServer } from "../kills/own-server.ts"
import { withSeed } from "../kills/seed.ts"
import { playChaos } from "./chaos.ts"
import { OwnBroker } from "./own-broker.ts"
import { textOf, writeLog, writeReport } from "./report-chaos.ts"
import { allTroubles } from "./troubles.ts"

const numberOf = (name: string, byDefault: number): number => Number(process.env[name] ?? byDefault)
const reports = fileURLToPath(new URL("../../../../reports", import.meta.url))
const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** Two cores play on some three hundred messages a second, and people who look are played by the same two. */
const paceOf = (conversations: number) => ({
  thinkMs: Math.max(300, conversations * 4),
  lookMs: Math.max(150, conversations),
  beginMs: conversations * 40,
  isUnhurried: conversations > 500
})

const migrated = async (url: string): Promise<void> => {
  const sql = poolOf(Redacted.make(url), 1)
  await migrate(sql)
  await sql.end({ timeout: 5 })
}

it("nothing is lost, doubled or out of order, and no hand-over is told as an outage", { timeout: 7_200_000 }, () =>
  withSeed(async (rng) => {
    const [database, broker] = [await OwnServer.open(), await OwnBroker.open()]
    try {
      await migrated(database.url)
      const conversations = numberOf("CHAOS_CONVERSATIONS", 300)
      const only = process.env["CHAOS_ONLY"] ?? ""
      const report = await playChaos({
        places: { databaseUrl: database.url, amqpUrl: broker.url },
        servers: { database, broker },
        rng,
        firstGroup: 101,
        conversations,
        probes: 8,
        askEveryMs: 500,
        ...paceOf(conversations),
        troubles: allTroubles.filter(({ name }) => name.includes(only)),
        forMs: numberOf("CHAOS_MINUTES", 5) * 60_000,
        calmMs: 2_000,
        say: print,
        keepLog: (log) => writeLog(log, reports)
      })
      print(textOf(report))
      print(await writeReport(report, reports))
      expect(report.wrongs).toEqual([])
      expect(report.unexplained).toEqual([])
      expect(report.errors).toEqual([])
    } finally {
      await broker.close()
      await database.close()
    }
  })
)
