/** A database that cannot be written while people play: told once and once, shown by the health of the bot, and nothing is lost. */
import { moveToTinyDisk, noTinyDisk, type TinyDisk } from "@znatoki/adapter-postgres/testing/tiny-disk"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import type { Sql } from "@znatoki/adapter-postgres/database/pool"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { isLobby, isVerdict } from "../../src/people/seen.ts"
import { startGame, stopGame } from "./game-moves.ts"
import { expectOneStory } from "./game-record.ts"
import { pause, until } from "./until.ts"
import { openWorld, type World } from "./world.ts"

const names = ["Аня", "Борис"]
/** Its clock strikes while nothing can be written. */
const hasty = "Начать игру медленная"
const variables = { HEALTH_PORT: "0" }
/** Five seconds are promised; a machine under load may take longer to notice. */
const forMs = 20_000

interface Health {
  readonly status: number
  readonly checks: ReadonlyArray<{ readonly name: string; readonly ready: boolean; readonly since?: string }>
}

const isReady = (world: World): Promise<unknown> => {
  let last: Health | null = null
  return until("all is ready", async () => (last = await healthOf(world)).status === 200, {
    forMs,
    because: () => `${JSON.stringify(last)}\n${world.bot.log()}`
  })
}

const healthOf = async ({ bot }: World): Promise<Health> => {
  const url = /health: (http\S+\/health\/ready)/.exec(bot.log())?.[1] ?? ""
  const response = await fetch(url)
  return { ...((await response.json()) as Health), status: response.status }
}

interface Trouble {
  readonly begin: () => unknown
  readonly end: () => unknown
}

/** One game is under way; while nothing can be written its clock strikes, and many others begin. */
const playThrough = async (world: World, trouble: Trouble): Promise<ReadonlyArray<string>> => {
  const { bot, sql } = world
  const because = () => bot.log()
  const room = await world.room("Играют", names)
  const rooms = await Promise.all(Array.from({ length: 40 }, (_, i) => world.room(`Начинают ${i}`, names)))
  await isReady(world)
  await startGame(room, names, hasty)

  const beganAtMs = Date.now()
  await trouble.begin()
  for (const each of rooms) await each.say("Аня", "Начать игру")
  const isSeen = async () => {
    const health = await healthOf(world)
    return health.status === 503 && health
  }
  const { checks } = await until("it shows", isSeen, { forMs, because })
  const postgres = checks.find(({ name }) => name === "postgres")
  expect(postgres).toMatchObject({ ready: false, problem: expect.any(String) })
  expect(Date.parse(postgres?.since ?? "")).toBeGreaterThanOrEqual(beganAtMs)
  expect(checks.find(({ name }) => name === "inbox")).toMatchObject({ ready: true })
  // Long enough to be tried many times.
  await pause(3_000)

  await trouble.end()
  await isReady(world)
  await Promise.all(rooms.map((each) => each.hears(isLobby)))
  await room.hears(isVerdict)
  await stopGame(room, "Аня")
  for (const each of [room, ...rooms]) await expectOneStory(sql, each)
  // The time that was lost is given back, and told of.
  const told = bot.logged("WARN", "ERROR").filter((line) => !line.includes("nobody could play"))
  return told.map((line) => /the store (\w+)/.exec(line)?.[1] ?? line)
}

const once = ["cannot", "does"]

/** As the server refuses it, but that nothing of the machine has to be full: in every table, from one moment on. */
const refusedWith = (sql: Sql, code: string): Trouble => ({
  begin: () =>
    sql.unsafe(`
      create function refuse() returns trigger language plpgsql as
        $$ begin raise exception 'refused' using errcode = '${code}'; end $$;
      do $$ declare name text; begin
        for name in select oid::regclass from pg_class
          where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
        loop
          execute format('create trigger refuse before insert or update or delete on %s execute function refuse()', name);
        end loop;
      end $$`),
  end: () => sql`drop function refuse() cascade`
})

describe.concurrent("people who play on a database", () => {
  for (const [what, code] of [
    ["whose disk is full", "53100"],
    ["that only reads", "25006"]
  ] as const) {
    describePostgres(`a database ${what}`, (database) => {
      it("is shown, told of once, and nothing is lost", { timeout: 180_000 }, async () => {
        const { close, world } = await openWorld(database.url(), { variables })
        try {
          expect(await playThrough(world, refusedWith(world.sql, code))).toEqual(once)
        } finally {
          await close()
        }
      })
    })
  }

  // Where a disk can be mounted it is filled for real: then reading goes on, and even some writing.
  describe.skipIf(noTinyDisk !== null)(
    `a disk of its own${noTinyDisk === null ? "" : ` (skipped: ${noTinyDisk})`}`,
    () => {
      describePostgres("that is full", (database) => {
        let disk: TinyDisk | null = null
        beforeAll(async () => {
          disk = await moveToTinyDisk(database.url())
        })
        afterAll(() => disk?.close())

        it("is shown, told of once, and nothing is lost", { timeout: 180_000 }, async ({ skip }) => {
          if (disk === null) return skip("the server is on another machine")
          const { fill, free } = disk
          const { close, world } = await openWorld(database.url(), { variables })
          try {
            const told = await playThrough(world, { begin: fill, end: free })
            // A small write may still find room, which is an end of the trouble, though a short one.
            expect(told.length).toBeLessThanOrEqual(6)
            expect(told).toEqual(told.map((_, i) => once[i % 2]))
            expect(told.at(-1)).toBe("does")
          } finally {
            await close()
          }
        })
      })
    }
  )
})
