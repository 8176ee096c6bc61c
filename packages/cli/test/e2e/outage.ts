/** The bot killed and started again: what it left behind, and what the games got back for it. */
import { expect } from "vitest"
import type { GivenBack } from "./game-record.ts"
import type { Room } from "./room.ts"
import type { Variables } from "./run-program.ts"
import { pause, until } from "./until.ts"
import type { World } from "./world.ts"

export interface Row {
  readonly conversation: string
  readonly phase: string
  readonly timer: string | null
  /** When the deadline is; null: no game is running. */
  readonly at_ms: number | null
  readonly updated_at_ms: number
}

export type Rows = ReadonlyMap<string, Row>

export const rowsOf = async ({ sql }: World): Promise<Rows> => {
  const rows = await sql<ReadonlyArray<Row>>`
    select c.conversation, g.phase, c.deadline_timer as timer, c.deadline_at_ms as at_ms, c.updated_at_ms
    from conversations c join games g using (conversation, game)`
  return new Map(rows.map((row) => [row.conversation, row]))
}

export const rowOf = (rows: Rows, room: Room): Row => {
  const row = rows.get(room.conversation)
  if (row === undefined) throw new Error(`${room.conversation} is not stored`)
  return row
}

export interface Outage {
  readonly killedAtMs: number
  readonly startedAtMs: number
  /** As the dead bot left it. */
  readonly rows: Rows
  /** The last sign of life. */
  readonly heartbeatMs: number
}

/** Kills the bot, leaves it dead for a while and starts it again. */
export const outage = async (world: World, deadMs: number): Promise<Outage> => {
  await world.bot.kill()
  return whileDead(world, deadMs)
}

/** Leaves a dead bot dead for a while and starts it again. */
export const whileDead = async (world: World, deadMs: number, more: Variables = {}): Promise<Outage> => {
  const killedAtMs = Date.now()
  await serverIsDone(world)
  const rows = await rowsOf(world)
  const [beat] = await world.sql<ReadonlyArray<{ readonly at_ms: number }>>`select at_ms from heartbeats`
  await pause(deadMs)
  const startedAtMs = Date.now()
  world.bot.start(more)
  return { killedAtMs, startedAtMs, rows, heartbeatMs: beat?.at_ms ?? Number.NaN }
}

/** What the dead had asked for last, the server may still do. */
const serverIsDone = ({ sql }: World): Promise<unknown> =>
  until("the server has done what the dead asked for", async () => {
    const busy = await sql`
      select from pg_stat_activity
      where datname = current_database() and state = 'active' and pid <> pg_backend_pid()`
    return busy.length === 0
  })

/** Every game that ran through an outage got all of it back, in one piece; no more was given than there were outages. */
export const expectGivenBack = (
  room: Room,
  outages: ReadonlyArray<Outage>,
  givenBack: ReadonlyArray<GivenBack>
): void => {
  for (const { killedAtMs, rows, startedAtMs } of outages) {
    if ((rows.get(room.conversation)?.at_ms ?? null) === null) continue
    const covering = givenBack.filter(({ atMs, lostMs }) => atMs - lostMs <= killedAtMs && startedAtMs <= atMs)
    expect(covering, `what ${room.conversation} got back for ${killedAtMs}–${startedAtMs}`).toHaveLength(1)
  }
  for (const { lostMs, movedMs } of givenBack) expect(movedMs).toBe(lostMs)
  expect(givenBack.length).toBeLessThanOrEqual(outages.length)
}
