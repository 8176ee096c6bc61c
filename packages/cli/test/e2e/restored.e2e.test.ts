/** A database that was set back to a backup: what is said from then on arrives, though VK has seen its numbers before. */
import { serverPoolOf, type Sql } from "@znatoki/adapter-postgres/database/pool"
import { Redacted } from "effect"
import { expect, it } from "vitest"
import { isVerdict } from "../../src/people/seen.ts"
import { answerTo, callEarly, startGame } from "./game-moves.ts"
import { describeWorld } from "./world.ts"

const names = ["Аня", "Борис"]

/** Of the server, beside the databases that are copied. */
const admin = async (url: string, work: (sql: Sql) => Promise<unknown>): Promise<void> => {
  const beside = new URL(url)
  beside.pathname = "/postgres"
  const sql = serverPoolOf(Redacted.make(beside.href))
  try {
    await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

describeWorld("a database that was set back", (world) => {
  it("counts on from where it was, and every message arrives all the same", async () => {
    const { bot, databaseUrl, sql } = world()
    const original = new URL(databaseUrl).pathname.slice(1)
    const backup = `${original}_backup`
    const backupUrl = new URL(databaseUrl)
    backupUrl.pathname = `/${backup}`

    const room = await world().room("Назад", names)
    const { captain, question } = await startGame(room, names)
    // Nothing is left to be said, so that whatever VK drops was lost.
    await bot.stop()
    await admin(databaseUrl, async (server) => {
      await server`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${original}`
      await server`create database ${server(backup)} template ${server(original)}`
    })
    try {
      bot.start()
      await bot.listens()
      const answer = await answerTo(sql, question)
      await callEarly(room, captain, captain)
      await room.say(captain, answer)
      await room.hears(isVerdict)
      await bot.kill()
      const { conversation_message_id: last } = (await room.said()).at(-1) ?? question

      bot.start({ DATABASE_URL: backupUrl.href })
      await bot.listens()
      await room.say(captain, "/инфо")
      const told = await room.hears(/Сейчас: /)
      expect(told.conversation_message_id).toBeGreaterThan(last)
      expect((await world().stats()).duplicates_dropped).toBe(0)
      expect(bot.logged("ERROR")).toEqual([])
    } finally {
      await bot.kill()
      await admin(databaseUrl, (server) => server`drop database if exists ${server(backup)} with (force)`)
    }
  })
})
