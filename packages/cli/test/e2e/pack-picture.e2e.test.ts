/** A question whose picture came with a pack: the chat sees it, by the bot's upload to VK. */
import { pictureAddress } from "@znatoki/ports/pictures"
import type { Sql } from "@znatoki/adapter-postgres/database/pool"
import { createHash } from "node:crypto"
import { deflateSync } from "node:zlib"
import { expect, it } from "vitest"
import { callEarly, isVerdict, startGame } from "./game-moves.ts"
import { leaveOneQuestion, theAnswer } from "./one-question.ts"
import { describeWorld } from "./world.ts"

const names = ["Аня", "Борис"]

/** No program here looks at the sums at the end of its chunks. */
const chunk = (name: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)])
}

/** Grey, and so wide and high. */
const png = (size: number): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const lines = Buffer.alloc(size * (size + 1), 0x80)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(lines)),
    chunk("IEND", Buffer.alloc(0))
  ])
}

const showPicture = async (sql: Sql): Promise<void> => {
  const bytes = png(200)
  const hash = createHash("sha256").update(bytes).digest("hex")
  await sql`
    insert into pictures (sha256, type, width, height, bytes, stored_at_ms)
    values (decode(${hash}, 'hex'), 'image/png', 200, 200, ${bytes}, 1)`
  await leaveOneQuestion(sql)
  await sql`update questions set handout_image_url = ${pictureAddress(hash)} where published`
}

describeWorld("a picture of a pack", (world) => {
  it("stands in the question's message, once uploaded, in every chat that is asked it", async () => {
    const { bot, sandbox, sql } = world()
    await showPicture(sql)
    for (const title of ["Одна", "Другая"]) {
      const room = await world().room(title, names)
      const { captain, question } = await startGame(room, names)
      const shown = sandbox.control
        .messages(room.peer)
        .items.find(({ conversation_message_id }) => conversation_message_id === question.conversation_message_id)
      expect(shown?.attachments.map(({ type }) => type)).toEqual(["photo"])
      expect(question.text).not.toContain("🖼")
      await callEarly(room, captain, captain)
      await room.say(captain, theAnswer)
      expect((await room.hears(isVerdict)).text).toContain("Верно!")
    }
    expect((await world().stats()).calls["photos.saveMessagesPhoto"]).toBe(1)
    expect(bot.logged("ERROR")).toEqual([])
    expect(bot.logged("WARN")).toEqual([])
  })
})
