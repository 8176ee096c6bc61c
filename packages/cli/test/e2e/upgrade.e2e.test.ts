/** A database of the version before, with a game in the middle: the bot plays it on, and again when its ids have become whole. */
import type { Sql } from "@znatoki/adapter-postgres/database/pool"
import { expect, it } from "vitest"
import { isQuestion, isVerdict } from "../../src/people/seen.ts"
import { callEarly, startGame, stopGame } from "./game-moves.ts"
import { expectOneStory } from "./game-record.ts"
import type { Room } from "./room.ts"
import { describeWorld, group } from "./world.ts"

const names = ["Аня", "Борис", "Вера"]

/** It knew nothing of communities, and listened to one. */
const asBefore = (sql: Sql) =>
  sql.begin(async (tx) => {
    await tx`alter table conversations drop constraint conversations_whole_id`
    await tx`alter table parked drop constraint parked_whole_id`
    await tx`drop table communities`
    await tx`delete from migrations where name in ('0010_communities', '0011_whole_ids')`
    return tx`insert into cursors (name, value) values (${`vk-long-poll:${group}`}, '0')`
  })

const storedAs = async (sql: Sql): Promise<ReadonlyArray<unknown>> => {
  const rows = await sql`select distinct conversation from game_events union select conversation from conversations`
  return rows.map((row) => row["conversation"])
}

const answered = async (room: Room, by: string): Promise<void> => {
  await room.say(by, "шурум-бурум")
  expect((await room.hears(isVerdict)).text).toContain("«шурум-бурум»")
}

describeWorld(
  "a database of the version before",
  (world) => {
    const startAgain = async (): Promise<void> => {
      await world().bot.kill()
      world().bot.start()
      await world().bot.listens()
    }

    it("is played on as it is, and by whole ids once nobody stores bare ones", async () => {
      const { sql } = world()
      const room = await world().room("Давняя", names)
      const { captain } = await startGame(room, names)
      await callEarly(room, captain, captain)
      await startAgain()
      await answered(room, captain)
      expect(await storedAs(sql)).toEqual([String(room.peer)])

      await room.hears(isQuestion)
      await callEarly(room, captain, captain)
      await sql`update migrations set applied_at = now() - interval '25 hours'`
      await startAgain()
      await answered(room, captain)
      expect(await storedAs(sql)).toEqual([room.conversation])
      await stopGame(room, captain)
      await expectOneStory(sql, room)
      expect(world().bot.logged("ERROR")).toEqual([])
    })
  },
  { prepare: asBefore }
)
