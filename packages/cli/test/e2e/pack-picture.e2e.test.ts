/** A question whose picture came with a pack: the chat sees it, by the bot's upload to VK. */
import { pictureAddress } from "@znatoki/ports/pictures"
import type { Sql } from "@znatoki/adapter-postgres/database/pool"
import { createHash } from "node:crypto"
import { mkdtempSync, rmSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { crc32, deflateSync } from "node:zlib"
import { readPack } from "@znatoki/questions/read-pack"
import { zipOf } from "@znatoki/questions/testing/zip-of"
import { expect, it } from "vitest"
import { isVerdict } from "../../src/people/seen.ts"
import { callEarly, startGame } from "./game-moves.ts"
import { leaveOneQuestion, theAnswer } from "./one-question.ts"
import { startProgram } from "./run-program.ts"
import { describeWorld, type World } from "./world.ts"

const names = ["Аня", "Борис"]

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** Grey, and so wide and high. */
const png = (size: number): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head.set([8, 0, 0, 0, 0], 8)
  // Before each line stands how it is written: as it is.
  const lines = Buffer.alloc(size * (size + 1), 0x80).map((grey, at) => (at % (size + 1) === 0 ? 0 : grey))
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

/** A game up to its first verdict, and what hangs on its question. */
const playOnce = async ({ room: open, sandbox }: World, title: string, attached: ReadonlyArray<string>) => {
  const room = await open(title, names)
  const { captain, question } = await startGame(room, names)
  const shown = sandbox.control
    .messages(room.peer)
    .items.find(({ conversation_message_id }) => conversation_message_id === question.conversation_message_id)
  expect(shown?.attachments.map(({ type }) => type)).toEqual(attached)
  expect(question.text.includes("🖼")).toBe(attached.length === 0)
  await callEarly(room, captain, captain)
  await room.say(captain, theAnswer)
  expect((await room.hears(isVerdict)).text).toContain("Верно!")
}

describeWorld("a picture of a pack", (world) => {
  it("stands in the question's message, once uploaded, in every chat that is asked it", async () => {
    const { bot, sql } = world()
    await showPicture(sql)
    for (const title of ["Одна", "Другая"]) {
      await playOnce(world(), title, ["photo"])
    }
    expect((await world().stats()).calls["photos.saveMessagesPhoto"]).toBe(1)
    expect(bot.logged("ERROR")).toEqual([])
    expect(bot.logged("WARN")).toEqual([])
  })

  it("comes with an archive, made anew; a broken one stops neither the import nor a round, and all is written again", async () => {
    const { bot, databaseUrl, sql } = world()
    const folder = mkdtempSync(join(tmpdir(), "znatoki-pictures-"))
    try {
      const ran = async (...words: ReadonlyArray<string>) => {
        const program = startProgram(["questions", ...words], { DATABASE_URL: databaseUrl })
        expect((await program.end).code, program.stderr()).toBe(0)
        return program.stdout()
      }
      const file = join(folder, "cup.zip")
      const pack = `? (img самовар.png) Что на картинке?\n! ${theAnswer}\n\n? (img broken.jpg) Что испорчено?\n! всё\n`
      writeFileSync(file, zipOf({ "cup.4s": pack, "самовар.png": png(2000), "broken.jpg": png(20).subarray(0, 60) }))
      expect(await ran("check", file)).toContain("pictures: 2")
      const told = await ran("import", file, "--pack", "cup")
      expect(told).toContain("line 4: not asked yet, it needs the picture broken.jpg: it is broken")
      expect(told).toContain("pictures: 1")
      expect(told).toContain("2 added")
      expect(await ran("import", file, "--pack", "cup")).toContain("0 added, 0 changed, 2 as they were")
      await sql`update questions set published = false where key is distinct from 'cup/1'`
      await playOnce(world(), "С картинкой", ["photo"])
      const [kept] = await sql`select type, width, height from pictures where width = 1280`
      expect(kept).toEqual({ type: "image/png", width: 1280, height: 1280 })

      const again = join(folder, "again.zip")
      await ran("export", "--pack", "cup", "--to", "zip", "--output", again)
      const { pictures, questions } = readPack({ name: again, bytes: readFileSync(again) }, null)
      expect(questions.map(({ handoutImage }) => handoutImage)).toEqual(["самовар.png", "broken.jpg"])
      expect([...pictures.keys()]).toEqual(["самовар.png"])
      await ran("import", again, "--pack", "again")
      const addresses = await sql`select handout_image_url from questions where key in ('cup/1', 'again/1')`
      expect(new Set(addresses.map(({ handout_image_url }) => handout_image_url)).size).toBe(1)

      // Whose picture is gone is asked in words.
      await sql`update questions set handout_image_url = ${pictureAddress("0".repeat(64))} where key = 'cup/1'`
      await sql`update questions set published = false where key is distinct from 'cup/1'`
      await playOnce(world(), "Без картинки", [])
      expect(bot.logged("ERROR")).toEqual([])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it("that belongs to an answer stands in the message of the right answer, and one that is gone stops nothing", async () => {
    const { bot, databaseUrl, room: open, sandbox, sql, stats } = world()
    const folder = mkdtempSync(join(tmpdir(), "znatoki-answers-"))
    try {
      const file = join(folder, "answers.zip")
      const pack = `? Что всегда кипит перед чаем?\n! ${theAnswer}\n/ (img самовар.png) Тульский.\n`
      writeFileSync(file, zipOf({ "answers.4s": pack, "самовар.png": png(300) }))
      const program = startProgram(["questions", "import", file, "--pack", "answers"], { DATABASE_URL: databaseUrl })
      expect((await program.end).code, program.stderr()).toBe(0)
      await sql`update questions set published = false where key is distinct from 'answers/1'`
      const playUp = async (title: string) => {
        const room = await open(title, names)
        const { captain, question } = await startGame(room, names)
        expect(question.attachments).toEqual([])
        await callEarly(room, captain, captain)
        await room.say(captain, theAnswer)
        const { conversation_message_id: number } = await room.hears(isVerdict)
        return sandbox.control.messages(room.peer).items.find((each) => each.conversation_message_id === number)
      }
      const uploads = async () => (await stats()).calls["photos.saveMessagesPhoto"] ?? 0
      const before = await uploads()
      for (const title of ["Первая", "Вторая"]) {
        const verdict = await playUp(title)
        expect(verdict?.attachments.map(({ type }) => type)).toEqual(["photo"])
        expect(verdict?.text).toContain("Верно!")
        expect(verdict?.text).not.toContain("🖼")
      }
      expect(await uploads()).toBe(before + 1)

      const gone = JSON.stringify(pictureAddress("0".repeat(64)))
      await sql`
        update questions set as_read = jsonb_set(as_read::jsonb, '{answerImage}', ${gone}::text::jsonb)::json where key = 'answers/1'`
      const verdict = await playUp("Без картинки")
      expect(verdict?.attachments).toEqual([])
      expect(verdict?.text).toContain("Верно!")
      expect(verdict?.text).toContain("🖼 К ответу есть приложение")
      expect(bot.logged("ERROR")).toEqual([])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
