/** The whole product from an editor's chair: a document is brought in, edited and published, played in a chat, and a verdict on it overturned. */
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { poolOf } from "@znatoki/adapter-postgres/database/pool"
import { Redacted } from "effect"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { smallDocx } from "@znatoki/questions/testing/small-docx"
import { isMissing, openBrowser, whyNot } from "@znatoki/test-browser/browser"
import type { Page } from "playwright-core"
import { expect, it, onTestFinished } from "vitest"
import { isCall, isEnd, isVerdict } from "../../src/people/seen.ts"
import { startGame } from "./game-moves.ts"
import { Room } from "./room.ts"
import { type Program, startProgram } from "./run-program.ts"
import { until } from "./until.ts"
import { callControl } from "./vk-people.ts"

const ruledByAdmins = fileURLToPath(new URL("ruled-by-admins.ts", import.meta.url))

const startDemo = async (databaseUrl: string) => {
  const dataDir = await mkdtemp(join(tmpdir(), "znatoki-desk-"))
  const program = startProgram(
    ["demo"],
    {
      DATABASE_URL: databaseUrl,
      ZNATOKI_DATA: dataDir,
      SANDBOX_PORT: "0",
      ADMIN_PORT: "0",
      ZNATOKI_PRESET: "lightning"
    },
    { file: ruledByAdmins }
  )
  onTestFinished(async () => {
    if (program.ended() === null) await program.endBy("SIGKILL")
    await rm(dataDir, { recursive: true, force: true })
  })
  const because = () => `${program.stdout()}\n${program.stderr()}`
  await until("the demo tells how to stop it", () => /Ctrl\+C/.exec(program.stdout()) ?? program.ended(), { because })
  const [chat, signIn] = [/Откройте чат:\s+(\S+)\//, /Sign in:\s+(\S+)/].map((what) => what.exec(program.stdout())?.[1])
  if (chat === undefined || signIn === undefined) throw new Error(because())
  return { program, chat, signIn }
}

const enter = async (chat: string, program: Program): Promise<Room> => {
  const { items } = await callControl<{ items: ReadonlyArray<{ peer_id: number; title: string }> }>(
    chat,
    "GET",
    "/conversations"
  )
  const peer = items.find(({ title }) => title === "Вечерние знатоки")?.peer_id ?? 0
  return Room.enter({ url: chat, groupId: 1, log: program.stderr }, peer)
}

const question = "Что всегда кипит перед чаем?"

/** As an editor writes it. */
const document = smallDocx(["Чай и самовары", `Вопрос 1. ${question}`, "Ответ: самовар", "Автор: Анна"])

const bringIn = async (page: Page): Promise<void> => {
  await page.getByRole("link", { name: "Загрузка", exact: true }).click()
  await page
    .locator("[name=file]")
    .setInputFiles({ name: "tea.docx", mimeType: "application/octet-stream", buffer: document })
  await page.getByRole("button", { name: "Посмотреть, что в файле" }).click()
  await page.getByRole("row", { name: /Что всегда кипит.*самовар/ }).waitFor()
  await page.getByRole("button", { name: "Внести в базу" }).click()
  await page.getByRole("link", { name: "К пакету" }).click()
  await page.getByRole("heading", { name: "Чай и самовары" }).waitFor()
}

const publish = async (page: Page, databaseUrl: string): Promise<void> => {
  await bringIn(page)
  await page.getByRole("link", { name: "Черновик" }).click()
  await page.getByRole("link", { name: question }).click()
  await page.getByLabel("Комментарий").fill("Вода, а не самовар, — придирка")
  await page.getByRole("button", { name: "Сохранить" }).click()
  await page.getByText("Сохранено.").waitFor()
  await page.getByRole("textbox", { name: "Проверить ответ" }).fill("самовар\nчайник")
  await page.getByRole("button", { name: "Проверить", exact: true }).click()
  await page.getByRole("cell", { name: "Засчитано: слово в слово" }).waitFor()
  await page.getByRole("cell", { name: /^Не засчитано/ }).waitFor()
  await page.getByLabel("Состояние").selectOption("published")
  await page.getByRole("button", { name: "Сохранить" }).click()
  await page.getByText("Сохранено.").waitFor()
  // So that the chat is asked this one.
  const sql = poolOf(Redacted.make(databaseUrl), 1)
  await sql`update questions set published = (text = ${question})`
  await sql.end()
}

describePostgres("the desk", (database) => {
  it.skipIf(isMissing)(
    `brings a document in, edits and publishes it, watches it played, and corrects the score of the chat${whyNot}`,
    async () => {
      const { chat, program, signIn } = await startDemo(database.url())
      const browser = await openBrowser()
      onTestFinished(() => browser.close())
      const page = await (await browser.newContext({ locale: "ru-RU" })).newPage()
      const errors: Array<string> = []
      page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())))
      await page.goto(signIn)
      await page.getByRole("button", { name: "Войти по ссылке" }).click()
      await page.getByText("Сейчас никто не играет.").waitFor()
      await publish(page, database.url())

      await page.getByRole("link", { name: "Сводка" }).click()
      const room = await enter(chat, program)
      await room.hears("🦉 Привет!")
      const people = ["Аня", "Борис"]
      const { captain, others, question: asked } = await startGame(room, people)
      expect(asked.text).toContain(question)
      await page.getByRole("link", { name: /Вечерние знатоки, игра 1/ }).click()
      await page.getByText("Обсуждение · раунд 1 · 0 : 0").waitFor()
      const answerer = others[0] ?? ""
      await room.say(captain, `отвечает ${answerer}`)
      await room.hears(isCall)
      await room.say(answerer, "чайник")
      await room.hears(isVerdict)
      // The page has followed by itself.
      await page.getByRole("row", { name: /Что всегда кипит.*чайник.*Неверно, судья/ }).waitFor()

      await room.press(captain, "Апелляция")
      await room.hears("Её рассмотрит администратор")
      await page.getByRole("link", { name: "Апелляции" }).click()
      await page
        .getByRole("row", { name: /чайник/ })
        .getByRole("button", { name: "Засчитать" })
        .click()
      expect((await room.hears("Апелляция по раунду 1 принята")).text).toContain("1 : 0")

      await page.goto(`${new URL(page.url()).origin}/desk/games?status=running`)
      await page.getByRole("link", { name: /игра 1/ }).click()
      await page.getByText("Верно, админ").waitFor()
      await page.getByText("Остановить игру").click()
      await page.getByRole("button", { name: "Да, остановить сейчас" }).click()
      await room.hears(isEnd)
      await page.getByText("Окончена · раунд 1 · 1 : 0").waitFor()
      expect(errors).toEqual([])
      expect(await program.endBy("SIGTERM")).toEqual({ code: 0, signal: null })
    }
  )
})
