/**
 * A database that is set back to a moment between two events, as docs/operating/backup.md tells: a copy of its folder made while people
 * play, and what its server has written since. The embedded server is a PostgreSQL too, so it is one here.
 */
import { findServerUser } from "@znatoki/embedded-postgres-server/server-user"
import { startEmbeddedServer } from "@znatoki/embedded-postgres-server/embedded-server"
import { poolOf } from "@znatoki/adapter-postgres/database/pool"
import { Effect, Exit, Redacted, Scope } from "effect"
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync
} from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { afterAll, expect, it } from "vitest"
import { isEnd, isVerdict } from "../../src/people/seen.ts"
import { answerTo, callEarly, startGame, stopGame } from "./game-moves.ts"
import { until } from "./until.ts"
import { openWorld } from "./world.ts"

const names = ["Аня", "Борис"]

/** Its user has to come by. */
const root = mkdtempSync(join(tmpdir(), "znatoki-moment-"))
chmodSync(root, 0o755)
const archive = join(root, "archive")

const closing: Array<() => Promise<unknown>> = []
afterAll(async () => {
  for (const close of closing.toReversed()) await close()
  rmSync(root, { recursive: true, force: true })
})

const startServer = async (dataDir: string) => {
  const scope = Scope.makeUnsafe()
  const close = () => Effect.runPromise(Scope.close(scope, Exit.void))
  closing.push(close)
  const { url } = await Effect.runPromise(startEmbeddedServer({ dataDir }).pipe(Scope.provide(scope)))
  return { url: Redacted.value(url), close }
}

const asked = async <A>(url: string, work: (sql: ReturnType<typeof poolOf>) => Promise<A>): Promise<A> => {
  const sql = poolOf(Redacted.make(url), 1)
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** The server runs as somebody else where we are root. */
const give = async (...paths: ReadonlyArray<string>): Promise<void> => {
  const user = await Effect.runPromise(findServerUser(join(root, "nowhere")))
  if (user !== null) for (const path of paths) chownSync(path, user.uid, user.gid)
}

/** The server tells of every piece it has filled, and may forget it only when it is put away. */
const archivingServer = async () => {
  const dataDir = join(root, "first")
  const before = await startServer(dataDir)
  mkdirSync(archive)
  await give(archive)
  await asked(before.url, async (sql) => {
    await sql`alter system set archive_mode = on`
    await sql.unsafe(`alter system set archive_command = 'test ! -f ${archive}/%f && cp %p ${archive}/%f'`)
  })
  await before.close()
  return startServer(dataDir)
}

/** A copy of the folder while the server writes in it: what it may have caught half is in what is put away. */
const copyFolder = (url: string, from: string, to: string): Promise<void> =>
  asked(url, async (sql) => {
    await sql`select pg_backup_start('copy', true)`
    const left = new Set(["postmaster.pid", "postmaster.opts", "znatoki.port"])
    cpSync(from, to, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !left.has(basename(path)) && !path.startsWith(`${join(from, "pg_wal")}/`)
    })
    const [label] = await sql<ReadonlyArray<{ readonly labelfile: string }>>`select labelfile from pg_backup_stop(true)`
    writeFileSync(join(to, "backup_label"), label?.labelfile ?? "")
  })

/** All that the server has written is put away. */
const putAway = (url: string): Promise<unknown> =>
  asked(url, async (sql) => {
    const [last] = await sql<ReadonlyArray<{ readonly name: string }>>`
      select pg_walfile_name(pg_switch_wal()) as name`
    return until("what was written is put away", async () => {
      const [row] = await sql<ReadonlyArray<{ readonly isThere: boolean }>>`
        select last_archived_wal >= ${last?.name ?? ""} as "isThere" from pg_stat_archiver`
      return row?.isThere
    })
  })

it("goes on from a moment between two events, and the game in it too", { timeout: 240_000 }, async () => {
  const first = await archivingServer()
  const { close, world } = await openWorld(first.url)
  closing.push(close)
  const { bot, sql } = world
  const logOf = (of: typeof sql) => of<ReadonlyArray<{ readonly tag: string; readonly position: number }>>`
    select event ->> '_tag' as tag, position from game_events where conversation = ${room.conversation} order by position`

  const [from, to] = [join(root, "first/postgres"), join(root, "second/postgres")]
  mkdirSync(join(root, "second"))
  const room = await world.room("Назад", names)
  // The copy is older than the game.
  await copyFolder(first.url, from, to)
  const { captain, question } = await startGame(room, names)
  const [moment] = await sql<ReadonlyArray<{ readonly at: string }>>`select clock_timestamp()::text as at`
  const known = await logOf(sql)
  await callEarly(room, captain, captain)
  await room.say(captain, await answerTo(sql, question))
  await room.hears(isVerdict)
  expect((await logOf(sql)).length).toBeGreaterThan(known.length)
  await putAway(first.url)
  await bot.kill()
  await first.close()
  rmSync(join(root, "first"), { recursive: true })

  await setBack(to, moment?.at ?? "")
  const second = await startServer(join(root, "second"))
  await until("the server has come to the moment", () => hasArrived(second.url))
  await asked(second.url, async (restored) => expect(await logOf(restored)).toEqual(known))

  bot.start({ DATABASE_URL: second.url })
  await bot.listens()
  // VK still has what they did since, so it is played once more.
  await room.hears(isVerdict)
  await stopGame(room, captain)
  expect((await room.said()).filter(isEnd)).toHaveLength(1)
  expect((await world.stats()).duplicates_dropped).toBe(0)
  expect(bot.logged("ERROR")).toEqual([])
})

const hasArrived = (url: string): Promise<boolean | undefined> =>
  asked(url, async (sql) => {
    const [row] = await sql<ReadonlyArray<{ readonly isThere: boolean }>>`
      select not pg_is_in_recovery() as "isThere"`
    return row?.isThere
  })

const setBack = async (folder: string, moment: string): Promise<void> => {
  appendFileSync(
    join(folder, "postgresql.auto.conf"),
    [
      `restore_command = 'cp ${archive}/%f %p'`,
      `recovery_target_time = '${moment}'`,
      "recovery_target_action = 'promote'",
      "archive_mode = off\n"
    ].join("\n")
  )
  writeFileSync(join(folder, "recovery.signal"), "")
  chmodSync(folder, 0o700)
  const inside = readdirSync(folder, { recursive: true, encoding: "utf8" })
  await give(folder, ...inside.map((path) => join(folder, path)))
}
