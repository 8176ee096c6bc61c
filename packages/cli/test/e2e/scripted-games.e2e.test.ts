/** Whole games with one running bot, many conversations at once, as people in VK would see them. */
import { expect, it } from "vitest"
import { calledIn, isCall, isChoice, isEnd, isLobby, isQuestion, isVerdict } from "../../src/people/seen.ts"
import { answerTo, begin, callEarly, openTable, startGame, stopGame } from "./game-moves.ts"
import { expectOneStory } from "./game-record.ts"
import type { Room } from "./room.ts"
import { describeWorld } from "./world.ts"

const names = ["Аня", "Борис", "Вера"]
/** Waits long enough that only people move the game. */
const quick = "Начать игру быстрая"
/** Waits for nobody before the verdict. */
const hasty = "Начать игру медленная"

describeWorld("games in many conversations at once", (world) => {
  const rooms: Array<Room> = []
  const open = async (title: string, people: ReadonlyArray<string> = names, more?: object): Promise<Room> => {
    const room = await world().room(title, people, more)
    rooms.push(room)
    return room
  }

  it.concurrent("a table that is silent for two rounds is held, and the third begins when somebody is there", async () => {
    const room = await open("Молчуны")
    await startGame(room, names, hasty)
    for (const round of [1, 2]) {
      if (round > 1) await room.hears((message) => isQuestion(message) && message.text.includes(`Раунд ${round} из 3`))
      await room.hears(isVerdict)
    }
    const held = await room.hears("⏸ Уже 2 раунда подряд за столом тишина — ставлю игру на паузу.")
    await room.press("Борис", "Продолжаем", held)
    await room.hears("▶️ Продолжаем!")
    await room.hears((message) => isQuestion(message) && message.text.includes("Раунд 3 из 3"))
    await room.say("Вера", "мы тут")
    await stopGame(room, "Аня")
  })

  it.concurrent("where nobody answers the lot names who does, and every point goes to the bot", async () => {
    const room = await open("Безответные")
    await startGame(room, names, hasty)
    for (const round of [1, 2, 3]) {
      if (round > 1) await room.hears((message) => isQuestion(message) && message.text.includes(`Раунд ${round} из 3`))
      const choice = await room.hears(isChoice)
      expect(choice.text).toContain("⏳ Время!")
      expect((await room.hears(isCall)).text).toContain("🎲 Капитан никого не назвал — решил жребий.")
      const verdict = await room.hears(isVerdict)
      expect(verdict.text).toMatch(/^⌛ Время вышло: .+ молчит\./)
      expect(verdict.text).toContain(`Счёт: Знатоки 0 : ${round} Бот`)
      await room.press("Вера", round < 3 ? "Дальше" : "Итоги", verdict)
    }
    const end = await room.hears(isEnd)
    expect(end.text).toContain("🏁 Игра окончена!\n🤖 Победил бот.\nЗнатоки 0 : 3 Бот")
  })

  it.concurrent("early and right answers win every point, and the best player is named", async () => {
    const room = await open("Отличники")
    const { captain, others, question } = await startGame(room, names, quick)
    let asked = question
    const texts = [question.text]
    for (const round of [1, 2, 3, 4, 5]) {
      const call = await callEarly(room, captain, captain)
      expect(calledIn(call, /🎤 /)).toBe(room.idOf(captain))
      const answer = await answerTo(world().sql, asked)
      await room.say(others[0] ?? "", answer)
      await room.say(captain, answer)
      const verdict = await room.hears(isVerdict)
      expect(verdict.text).toContain(`✅ Верно! ${captain}: «`)
      expect(verdict.text).toContain(`Счёт: Знатоки ${round} : 0 Бот`)
      await room.press(others[0] ?? "", round < 5 ? "Дальше" : "Итоги", verdict)
      if (round < 5) {
        asked = await room.hears(isQuestion)
        texts.push(asked.text)
      }
    }
    const { attachments, text } = await room.hears(isEnd)
    // A picture that is not there in time is told of by a line.
    expect(text.includes("✅✅✅✅✅")).toBe(attachments.every(({ type }) => type !== "photo"))
    expect(text).toContain("🏁 Игра окончена!\n🏆 Победили знатоки!\nЗнатоки 5 : 0 Бот")
    expect(text).toContain(`${captain} — 5 из 5`)
    expect(text).toContain(`⭐ Лучший игрок — ${captain}!`)
    expect(new Set(texts).size).toBe(5)
  })

  it.concurrent("a sticker and the talk of others are no answer; a wrong one is; the next rounds come by themselves", async () => {
    const room = await open("Болтуны")
    const { captain, others } = await startGame(room, names)
    const [other = ""] = others
    await room.say(other, "А может, шурум-бурум?")
    await callEarly(room, captain, other)
    await room.sticker(other)
    const hint = await room.hears(({ text }) => text.includes("напишите ответ текстом"))
    expect(hint.text).toContain(other)
    await room.sticker(other)
    await room.say(captain, "шурум-бурум")
    await room.say(other, "шурум-бурум в пуантах")
    const verdict = await room.hears(isVerdict)
    expect(verdict.text).toMatch(new RegExp(`^❌ Неверно\\. ${other}: «шурум-бурум в пуантах»`))
    expect(verdict.text).toContain("Счёт: Знатоки 0 : 1 Бот")
    expect(verdict.text).toContain("Правильный ответ: ")
    for (const round of [2, 3]) {
      const next = await room.hears(isQuestion)
      expect(next.text).toContain(`Раунд ${round} из 3 · 0 : ${round - 1}`)
      await callEarly(room, captain, captain)
      await room.say(captain, "шурум-бурум в пуантах")
      await room.hears(isVerdict)
    }
    const end = await room.hears(isEnd)
    expect(end.text).toContain("🤖 Победил бот.\nЗнатоки 0 : 3 Бот")
    expect(end.text).toContain(`${captain} — 0 из 2`)
    expect(end.text).toContain(`${other} — 0 из 1`)
  })

  it.concurrent("a second start is refused, info tells where the game is, stop ends it with results", async () => {
    const room = await open("Командиры", [...names, "Гость"])
    await room.say("Гость", "инфо")
    await room.hears("Здесь ещё не играли")
    const { captain, others } = await startGame(room, names, quick)
    await room.say("Гость", "Начать игру")
    await room.hears("игра уже идёт: раунд 1 из 5.")
    await callEarly(room, captain, others[0] ?? "")
    await room.say("Гость", "инфо")
    const info = await room.hears("Раунд 1 из 5 · Знатоки 0 : 0 Бот")
    expect(info.text).toContain(`Сейчас: отвечает ${others[0] ?? ""}.`)
    await room.say(others[0] ?? "", "шурум-бурум")
    await room.hears(isVerdict)
    await room.say("Гость", "стоп")
    const asked = await room.hears("🛑 Остановить игру?")
    await room.press("Гость", "Играем дальше", asked)
    await room.sees("▶️ Играем дальше.")
    await room.say("Гость", "стоп")
    await room.press(captain, "Остановить", await room.hears("🛑 Остановить игру?"))
    const end = await room.hears(isEnd)
    expect(end.text).toContain("🏁 Игра остановлена.\nЗнатоки 0 : 1 Бот")
    await room.say("Гость", "стоп")
    await room.hears("сейчас игры нет.")
    await room.pressMenu("Гость", "Инфо")
    expect((await room.hears("🏁 Последняя игра")).text).toContain("Знатоки 0 : 1 Бот")
    // The next game goes with other questions and the same rules.
    await room.press("Гость", "Начать игру")
    await room.hears(isLobby)
    await stopGame(room, "Аня")
  })

  it.concurrent("who may not press, and who presses an old button, is told why and nobody else is disturbed", async () => {
    const room = await open("Нажимающие", [...names, "Гость"])
    const lobby = await openTable(room, names, quick)
    expect(await room.noticed(await room.press("Вера", "Я играю", lobby))).toBe("Вы уже за столом")
    expect(await room.noticed(await room.press("Гость", "Поехали", lobby))).toContain("Вы пока не за столом")
    const { captain, others, question } = await begin(room, names)
    const [other = ""] = others
    const early = await room.press(other, "Досрочный ответ", question)
    expect(await room.noticed(early)).toContain(`решает капитан — ${captain}`)
    expect(await room.noticed(await room.press("Гость", "Я играю", lobby))).toContain("Эта кнопка устарела: раунд 1")
    await room.press(captain, "Досрочный ответ", question)
    const choice = await room.hears(isChoice)
    expect(await room.noticed(await room.press(other, other, choice))).toContain(`капитан — ${captain}`)
    expect(await room.noticed(await room.press(captain, "Досрочный ответ", question))).toContain("Эта кнопка устарела")
    await room.press(captain, other, choice)
    await room.hears(isCall)
    expect(await room.noticed(await room.press(captain, captain, choice))).toContain("Эта кнопка устарела")
    await room.say(other, "шурум-бурум")
    await room.hears(isVerdict)
    await stopGame(room, captain)
    expect(await room.noticed(await room.press(captain, "Поехали", lobby))).toBe(
      "Эта кнопка устарела: та игра закончилась, новой пока нет"
    )
    // Nothing of all that was said aloud: welcome, lobby, beginning, question, choice, call, verdict, the question whether to stop, end.
    expect(await room.said()).toHaveLength(9)
  })

  it.concurrent("a captain who is put out of the conversation hands over, an answerer is chosen anew", async () => {
    const room = await open("Изгнанники")
    const { captain, others } = await startGame(room, names, quick)
    await room.remove(captain)
    const told = await room.hears("больше не за столом. Капитан теперь — ")
    const heir = room.nameOf(calledIn(told, /теперь — /) ?? 0)
    expect(others).toContain(heir)
    const rest = others.find((name) => name !== heir) ?? ""
    await callEarly(room, heir, rest)
    await room.remove(rest)
    const call = await room.hears(isCall)
    expect(call.text).toContain("🎲 Отвечающего больше нет за столом — решил жребий.")
    expect(calledIn(call, /🎤 /)).toBe(room.idOf(heir))
    await room.say(heir, "шурум-бурум")
    await room.hears(isVerdict)
    await room.remove(heir)
    expect((await room.hears(isEnd)).text).toContain("За столом никого не осталось — игра окончена.")
  })

  it.concurrent("people sit down and leave between rounds, not within them", async () => {
    const room = await open("Опоздавшие")
    const { captain, others } = await startGame(room, ["Аня", "Борис"], quick)
    await room.say("Вера", "я играю")
    await room.hears("раунд уже идёт: сесть за стол можно сразу после него.")
    await callEarly(room, captain, others[0] ?? "")
    await room.say(others[0] ?? "", "шурум-бурум")
    const verdict = await room.hears(isVerdict)
    expect(await room.noticed(await room.press("Вера", "Я играю", verdict))).toBe("Вы в игре!")
    await room.press("Вера", "Дальше", verdict)
    await room.hears(isQuestion)
    const call = await callEarly(room, captain, "Вера")
    expect(calledIn(call, /🎤 /)).toBe(room.idOf("Вера"))
    await room.say("Вера", "шурум-бурум")
    const second = await room.hears(isVerdict)
    expect(await room.noticed(await room.press("Вера", "Выйти", second))).toBe("Вы вышли из-за стола")
    await room.press(captain, "Дальше", second)
    await room.hears(isQuestion)
    await room.press(captain, "Досрочный ответ")
    const choice = await room.hears(isChoice)
    expect(choice.keyboard?.buttons.flat()).toHaveLength(2)
    await stopGame(room, captain)
  })

  it.concurrent("a conversation that lets the bot hear only commands plays with slashes and buttons", async () => {
    const room = await open("Закрытые", ["Аня"], { full_access: false })
    await room.hears("Жмите «Начать игру»")
    await room.say("Аня", "/старт быстрая")
    await room.hears(isLobby)
    const { question } = await begin(room, ["Аня"])
    await room.press("Аня", "Досрочный ответ", question)
    await room.hears(isCall)
    const answer = await answerTo(world().sql, question)
    await room.say("Аня", answer)
    await room.say("Аня", `/ответ ${answer}`)
    expect((await room.hears(isVerdict)).text).toContain("✅ Верно!")
    await room.say("Аня", "/стоп")
    await room.hears(isEnd)
  })

  it("the log of every one of these conversations, played again, is what was stored and what was seen", async () => {
    expect(rooms).toHaveLength(9)
    for (const room of rooms) await expectOneStory(world().sql, room)
    expect(world().bot.logged("ERROR")).toEqual([])
  })
})
