/** Holds the bot at one point of its work, so that it can be killed just there. */
import { pause, until } from "./until.ts"
import type { World } from "./world.ts"

export type Fate = "the server runs the commit all the same" | "the server never runs the commit"

const waitingCommits = (sql: World["sql"]) => sql<ReadonlyArray<{ readonly pid: number }>>`
  select pid from pg_locks where not granted and relation = 'conversations'::regclass`

/** The bot has sent its next commit, the server has not run it: killed there. */
export const killBeforeCommit = async ({ bot, sql }: World, act: () => Promise<unknown>, fate: Fate): Promise<void> => {
  await sql.begin(async (tx) => {
    await tx`lock table conversations in exclusive mode`
    await act()
    await until("a commit waits", async () => (await waitingCommits(sql)).length > 0)
    // Long enough to note, wrongly, that the event is done.
    await pause(500)
    await bot.kill()
    if (fate === "the server never runs the commit") {
      for (const { pid } of await waitingCommits(sql)) await tx`select pg_terminate_backend(${pid})`
      await until("no commit waits", async () => (await waitingCommits(sql)).length === 0)
    }
  })
}

/** Something is committed, and VK (as `plan` makes it) has not said that it took the message: killed there. */
export const killBeforeDelivery = async (world: World, plan: object, act: () => Promise<unknown>): Promise<void> => {
  const waits = async () => (await world.sql`select from outbox`).length > 0
  await until("everything is said", async () => !(await waits()))
  await world.faults(plan)
  await act()
  await until("a message waits", waits)
  await world.bot.kill()
  await world.faults({})
}
