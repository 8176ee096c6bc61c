/** How long the smallest durable commit takes here, at the rhythm at which lone events are measured. */
import { setTimeout as sleep } from "node:timers/promises"
import { type BenchDatabase, withSql } from "./database.ts"
import { pauseMs } from "./latency.ts"

const times = 300
const warmUp = 50

export const measureBareUpdate = (where: BenchDatabase): Promise<ReadonlyArray<number>> =>
  withSql(where, 1, async (sql) => {
    await sql`create table bench_bare (id integer primary key, n integer not null)`
    await sql`insert into bench_bare values (1, 0)`
    const tookMs: Array<number> = []
    for (let i = 0; i < warmUp + times; i++) {
      await sleep(pauseMs)
      const beganMs = performance.now()
      await sql`update bench_bare set n = n + 1 where id = 1`
      if (i >= warmUp) tookMs.push(performance.now() - beganMs)
    }
    await sql`drop table bench_bare`
    return tookMs
  })
