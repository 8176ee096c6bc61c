import type { Browser } from "playwright-core"
import { ConversationId } from "@znatoki/chat/chat-input"
import { PlayerId, QuestionId } from "@znatoki/engine"
import { QuestionVotes } from "@znatoki/ports/question-votes"
import { VariantProposals } from "@znatoki/ports/variant-proposals"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Client } from "./admin-client.ts"
import { flawsOf, openDesk, schemes, widths } from "./desk-browser.ts"
import { isMissing, openBrowser, whyNot } from "@znatoki/test-browser/browser"
import { giveUp } from "./dead-letter.ts"
import { beginGame, endGame, game } from "./played-game.ts"

const conversation = game.slice(0, game.lastIndexOf("-"))
const conversationPage = `/desk/conversations/${encodeURIComponent(conversation)}`

const questionIn = async (client: Client, pack: string): Promise<string> => {
  const { json } = await client.post("/api/v1/questions", { text: "Кто там?", answer: "Это я", pack, state: "review" })
  return (json as { readonly id: string }).id
}

const paths = [
  "/desk",
  "/desk/games",
  `/desk/games/${game}`,
  `/desk/games/${game}?step=2`,
  "/desk/games/none-7",
  "/desk/questions",
  "/desk/questions/new",
  "/desk/packs",
  "/desk/packs/cup-2026",
  "/desk/packs/cup-2026/losses?format=db",
  "/desk/imports",
  "/desk/imports/1",
  "/desk/variants",
  "/desk/appeals",
  "/desk/proposals",
  "/desk/disliked",
  "/desk/players",
  "/desk/conversations",
  conversationPage,
  `${conversationPage}/players/17`,
  "/desk/letters",
  "/desk/parked",
  "/desk/jobs",
  "/desk/jobs?state=failed",
  "/desk/me",
  "/desk/admins",
  "/desk/audit"
]

/** A passkey is for a name, and an address is none. */
const at = (address: string) => address.replace("127.0.0.1", "localhost")

describe.skipIf(isMissing)(`the desk in a browser${whyNot}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  // A hundred pages are looked at by axe, which on a busy machine takes minutes.
  it("nobody stumbles over anything on any page, in light and dark, on a phone and on a screen", async () => {
    const { client, errors, open, signIn, url } = await openDesk(browser)
    await beginGame(client)
    await giveUp(client, "vk:1:2000000009", [2_000])
    await client.post("/api/v1/packs", { key: "cup-2026", title: "Кубок ручья", licence: "CC BY 4.0" })
    const question = QuestionId.make(await questionIn(client, "cup-2026"))
    await client.run(VariantProposals.use((variants) => variants.propose([{ question, answer: "я", game }])))
    const by = PlayerId.make("5")
    const voice = { question, conversation: ConversationId.make(conversation), by, good: false, atMs: 1 }
    await client.run(QuestionVotes.use((votes) => votes.cast([voice])))
    const octets = { "Content-Type": "application/octet-stream" }
    await client.send("POST", "/api/v1/packs/lake/imports?file=lake.4s", "? Кто?\n! он\n\nстрока\n\n? Где?\n", octets)
    const storageState = await signIn()
    const flaws: Array<string> = []
    for (const colorScheme of schemes) {
      for (const width of widths) {
        const signedIn = await open({ storageState, colorScheme, viewport: { width, height: 900 } })
        const stranger = await open({ colorScheme, viewport: { width, height: 900 } })
        for (const path of [...paths, "/sign-in"]) {
          const { page } = path === "/sign-in" ? stranger : signedIn
          await page.goto(`${url}${path}`)
          for (const flaw of await flawsOf(page)) flaws.push(`${path} ${colorScheme} ${width}: ${flaw}`)
        }
      }
    }
    expect(flaws).toEqual([])
    // A page that is not there is told to the console by the browser itself.
    const missing = errors.splice(0).filter((error) => !error.includes("404 (Not Found)"))
    expect(missing).toEqual([])
  }, 600_000)

  it("whoever is not signed in comes back to the page they wanted; a page tells in the language of the browser", async () => {
    const { client, link, open, signIn, url } = await openDesk(browser)
    await beginGame(client)
    const { page } = await open({ locale: "en-US" })
    await page.goto(`${url}/desk/games?status=running`)
    expect(new URL(page.url()).pathname).toBe("/sign-in")
    await page.getByRole("heading", { name: "Sign in", exact: true }).waitFor()
    expect(await page.locator("input[name=to]").inputValue()).toBe("/desk/games?status=running")
    await page.goto(link())
    await page.getByRole("button", { name: "Sign in by the link" }).click()
    await page.getByRole("heading", { name: "Dashboard" }).waitFor()
    // The link is used up, and the secret is nowhere in the address.
    expect(page.url()).toBe(`${url}/desk`)
    const russian = await open({ storageState: await signIn() })
    await russian.page.goto(`${url}/desk/games`)
    await russian.page.getByRole("link", { name: /игра 1/ }).click()
    await russian.page.getByText("Обсуждение · раунд 1").waitFor()
  })

  it("whatever is refused and whatever happened is told in the language of the page", async () => {
    const { client, errors, open, signIn, url } = await openDesk(browser)
    await beginGame(client)
    const storageState = await signIn()
    const seen = async (locale: string, path: string) => {
      const { page } = await open({ storageState, locale })
      await page.goto(`${url}${path}`)
      return page.locator("main").innerText()
    }
    expect(await seen("ru-RU", "/desk/games/none-7")).toContain("Такой игры нет.")
    expect(await seen("en-GB", "/desk/games/none-7")).toContain("There is no game with this id.")
    const [russian, english] = [await seen("ru-RU", `/desk/games/${game}`), await seen("en-GB", `/desk/games/${game}`)]
    expect(russian).toMatch(/Просят начать игру → Сбор[^]*«Поехали»[^]*Выбран вопрос/)
    expect(russian).not.toMatch(/Requested|Drawn/)
    expect(english).toContain("A question is drawn")
    expect(errors.splice(0).filter((error) => !error.includes("404 (Not Found)"))).toEqual([])
  })

  it("a live game moves on its page by itself, under a policy that lets only our scripts run", async () => {
    const { client, open, signIn, url } = await openDesk(browser)
    await beginGame(client)
    const { page } = await open({ storageState: await signIn() })
    const answered = await page.goto(`${url}/desk`)
    expect(answered?.headers()["content-security-policy"]).toContain("require-trusted-types-for 'script'")
    await page.getByRole("cell", { name: "0 : 0" }).waitFor()
    const itsOwn = await page.context().newPage()
    await itsOwn.goto(`${url}/desk/games/${game}`)
    const stop = itsOwn.getByText("Остановить игру")
    await stop.waitFor()
    await endGame(client)
    await page.getByText("Сейчас никто не играет.").waitFor()
    await stop.waitFor({ state: "hidden" })
  })

  it("an editor writes a question, is told what is wrong with it, and changes it; another is let in by a link of theirs", async () => {
    const { client, errors, open, signIn, url } = await openDesk(browser)
    const { page } = await open({ storageState: await signIn(), javaScriptEnabled: false })
    await page.goto(`${url}/desk/questions/new`)
    await page.getByLabel("Вопрос", { exact: true }).fill("Кто написал <b>«Муму»</b>?")
    await page.getByLabel("Ответ", { exact: true }).fill("Тургенев")
    await page.locator("[name=accepted]").fill("Иван Тургенев\n\nИ. С. Тургенев")
    await page.getByLabel("Состояние").selectOption("published")
    await page.getByLabel("Источник").fill("И".repeat(1_001))
    await page.getByRole("button", { name: "Сохранить" }).click()
    await page.getByRole("alert").getByText("Источник").waitFor()
    expect(await page.locator("[name=accepted]").inputValue()).toContain("И. С. Тургенев")
    await page.getByLabel("Источник").fill("Собрание сочинений")
    await page.getByRole("button", { name: "Сохранить" }).click()
    await page.getByText("Сохранено.").waitFor()
    await page.getByLabel("Сложность").selectOption("5")
    await page.getByRole("button", { name: "Сохранить" }).click()
    await page.goto(`${url}/desk/questions?search=муму`)
    await page.getByRole("row", { name: /<b>«Муму»<\/b>.*Тургенев.*5/ }).waitFor()
    expect(await client.drawn()).toEqual(new Set(["Кто написал <b>«Муму»</b>?"]))

    await page.goto(`${url}/desk/admins`)
    await page.getByLabel("Имя").first().fill("вера")
    await page.getByRole("button", { name: "Добавить человека" }).click()
    await page
      .getByRole("row", { name: /вера \d+ редактор/ })
      .getByRole("button", { name: "Ссылка для входа" })
      .click()
    const made = await page.locator(".good code").innerText()
    const vera = await open()
    await vera.page.goto(made)
    await vera.page.getByRole("button", { name: "Войти по ссылке" }).click()
    await vera.page.getByText("вера, редактор").waitFor()
    await vera.page.goto(`${url}/desk/questions/new`)
    expect(await vera.page.getByRole("link", { name: "Доступ" }).count()).toBe(0)
    await page.goto(`${url}/desk/audit`)
    await page.getByRole("row", { name: /добавлен вопрос/ }).waitFor()
    await page.getByRole("row", { name: /вера вход по ссылке/ }).waitFor()
    // A form that was not taken is told to the console by the browser itself.
    expect(errors.splice(0).filter((error) => !error.includes("400 (Bad Request)"))).toEqual([])
  })

  it("of two who edit one question, who comes second sees what the first has made of it before it is overwritten", async () => {
    const { client, errors, open, signIn, url } = await openDesk(browser)
    const { json } = await client.post("/api/v1/questions", { text: "Кто там?", answer: "Я" })
    const path = `${url}/desk/questions/${(json as { readonly id: string }).id}`
    const storageState = await signIn()
    const [first, second] = [(await open({ storageState })).page, (await open({ storageState })).page]
    await first.goto(path)
    await second.goto(path)
    for (const [page, answer] of [
      [first, "Почтальон"],
      [second, "Печкин"]
    ] as const) {
      await page.getByLabel("Ответ", { exact: true }).fill(answer)
      await page.getByRole("button", { name: "Сохранить" }).click()
    }
    await second.getByRole("alert").getByText("тем временем изменил кто-то ещё").waitFor()
    await second.getByRole("definition").getByText("Почтальон").waitFor()
    expect(await second.getByLabel("Ответ", { exact: true }).inputValue()).toBe("Печкин")
    await second.getByRole("button", { name: "Сохранить" }).click()
    await second.getByText("Сохранено.").waitFor()
    expect(errors.splice(0).filter((error) => !error.includes("412 (Precondition Failed)"))).toEqual([])
  })

  it("adds a passkey, comes in by it without a name or a password, and removes it", async () => {
    const { errors, link, open, url } = await openDesk(browser)
    const { context, page } = await open()
    const devtools = await context.newCDPSession(page)
    await devtools.send("WebAuthn.enable")
    await devtools.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true
      }
    })
    await page.goto(at(link()))
    await page.getByRole("button", { name: "Войти по ссылке" }).click()
    await page.getByRole("link", { name: "owner, владелец" }).click()
    await page.getByText("Ключей пока нет.").waitFor()
    const nameField = page.getByLabel("Как назвать устройство")
    await nameField.fill("Ноутбук <b>«на работе»</b>")
    await page.getByRole("button", { name: "Добавить ключ доступа" }).click()
    await page.getByRole("cell", { name: "Ноутбук <b>«на работе»</b>" }).waitFor()
    await nameField.fill("тот же самый")
    await page.getByRole("button", { name: "Добавить ключ доступа" }).click()
    await page.getByRole("alert").filter({ visible: true }).waitFor()
    await page.getByRole("button", { name: "Выйти", exact: true }).click()
    await page.goto(at(`${url}/desk/games`))
    await page.getByRole("button", { name: "Войти по ключу доступа" }).click()
    await page.waitForURL(at(`${url}/desk/games`))
    await page.goto(at(`${url}/desk/audit`))
    await page.getByRole("row", { name: /owner вход по ключу доступа/ }).waitFor()
    await page.goto(at(`${url}/desk/me`))
    await page.getByRole("button", { name: "Удалить ключ" }).click()
    await page.getByText("Ключей пока нет.").waitFor()
    await page.getByRole("button", { name: "Выйти", exact: true }).click()
    await page.goto(at(`${url}/sign-in`))
    await page.getByRole("button", { name: "Войти по ключу доступа" }).click()
    await page.getByRole("alert").filter({ visible: true }).waitFor()
    expect(errors.splice(0).filter((error) => !error.includes("401 (Unauthorized)"))).toEqual([])
  })

  it("an owner settles what the next game of a conversation begins with, is told what is wrong, and silences the bot", async () => {
    const { client, errors, open, signIn, url } = await openDesk(browser)
    await beginGame(client)
    const { page } = await open({ storageState: await signIn(), javaScriptEnabled: false })
    await page.goto(`${url}${conversationPage}`)
    await page.getByRole("link", { name: "Идёт игра" }).waitFor()
    await page.getByLabel("Формат").selectOption("quick")
    await page.getByLabel("Обсуждение, секунд").fill("99999")
    await page.getByLabel("Сложность вопросов").selectOption("easy")
    await page.getByRole("button", { name: "Сохранить" }).click()
    await page.getByRole("alert").getByText("Обсуждение, секунд").waitFor()
    expect(await page.getByLabel("Сложность вопросов").inputValue()).toBe("easy")
    await page.getByLabel("Обсуждение, секунд").fill("45")
    await page.getByRole("button", { name: "Сохранить" }).click()
    await page.getByText("Настройки заданы здесь").waitFor()
    expect(await page.locator("dl.card").innerText()).toMatch(/Быстрая[\s\S]*45[\s\S]*лёгкие/)
    await page.getByRole("button", { name: "Замолчать в этой беседе" }).click()
    await page.getByText("Бот здесь молчит.").waitFor()
    await page.getByRole("button", { name: "Снова говорить" }).click()
    await page.getByRole("button", { name: "Замолчать в этой беседе" }).waitFor()
    await page.goto(`${url}/desk/audit`)
    expect(await page.getByRole("row", { name: /изменены настройки беседы/ }).count()).toBe(3)
    // A form that was not taken is told to the console by the browser itself.
    expect(errors.splice(0).filter((error) => !error.includes("400 (Bad Request)"))).toEqual([])
  })

  it("a message that never arrived is sent again, or let go", async () => {
    const { client, open, signIn, url } = await openDesk(browser)
    await giveUp(client, "vk:1:2000000009", [2_000, 3_000])
    const { page } = await open({ storageState: await signIn(), javaScriptEnabled: false })
    await page.goto(`${url}/desk/letters`)
    await page.getByRole("row", { name: /раз 1/ }).getByRole("button", { name: "Ещё раз" }).click()
    await page.getByRole("row", { name: /раз 2/ }).getByRole("button", { name: "Не отправлять" }).click()
    await page.getByText("Всё доставлено.").waitFor()
    await page.goto(`${url}/desk/audit`)
    await page.getByRole("row", { name: /недоставленное отправлено снова/ }).waitFor()
    await page.getByRole("row", { name: /недоставленное забыто/ }).waitFor()
  })

  it("signs in and out without JavaScript", async () => {
    const { link, open, url } = await openDesk(browser)
    const { page } = await open({ javaScriptEnabled: false })
    await page.goto(`${url}/sign-in`)
    await page.getByLabel("Код из ссылки").fill(link().split("#")[1] ?? "")
    await page.getByRole("button", { name: "Войти по ссылке" }).click()
    await page.getByRole("heading", { name: "Сводка" }).waitFor()
    await page.getByRole("button", { name: "Выйти" }).click()
    await page.goto(`${url}/desk`)
    expect(new URL(page.url()).pathname).toBe("/sign-in")
  })
})
