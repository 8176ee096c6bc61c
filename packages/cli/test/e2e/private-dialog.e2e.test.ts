/** One person and the bot in private: a welcome, a game of one, a question proposed; and what people think of questions. */
import * as DatabasePostgres from "@znatoki/adapter-postgres/database/database"
import * as ProposalsPostgres from "@znatoki/adapter-postgres/proposals/proposals"
import { proposalDecided } from "@znatoki/host/proposal/speak-proposal"
import { Proposals } from "@znatoki/ports/proposals"
import { Effect, Layer, Redacted } from "effect"
import { expect, it } from "vitest"
import { isVerdict, labelsOf } from "../../src/people/seen.ts"
import { callEarly, startGame } from "./game-moves.ts"
import { Room } from "./room.ts"
import { until } from "./until.ts"
import { describeWorld, group, type World } from "./world.ts"

const dialogOf = async ({ bot, sandbox }: World, name: string) => {
  const { members } = sandbox.control.createConversation({
    title: name,
    members: [{ first_name: name, last_name: "" }]
  })
  const id = members[0]?.id ?? 0
  sandbox.control.writeMessage(id, { from_id: id, text: "Начать", payload: { command: "start" } })
  const room = await Room.enter({ url: sandbox.url, groupId: group, log: () => bot.log() }, id)
  return { id, room }
}

const photo = {
  type: "photo",
  photo: {
    id: 7,
    owner_id: 5,
    access_key: "k",
    sizes: [{ type: "z", url: "https://vk.ru/z.jpg", width: 900, height: 600 }]
  }
}

describeWorld("a private dialog", (world) => {
  it("welcomes, lets one play alone at once, and takes a proposed question through every restart, once", async () => {
    const { bot, databaseUrl, sandbox, sql } = world()
    const { id, room } = await dialogOf(world(), "Анна")
    const welcome = await room.hears(/потренироваться/)
    expect(labelsOf((await room.chat()).keyboard)).toContain("Предложить вопрос")
    expect(welcome.text).not.toContain("/ответ")

    await room.pressMenu("Анна", "Начать игру")
    expect((await room.hears(/❓ Раунд 1/)).text).not.toContain("Собираем стол")
    await room.say("Анна", "стоп")
    await room.hears(/Игра остановлена|Победил|Ничья|🏁/)

    await room.pressMenu("Анна", "Предложить вопрос")
    await room.hears("шаг 1 из 7")
    const restart = async (): Promise<void> => {
      await bot.kill()
      bot.start()
      await bot.listens()
    }
    await restart()
    await room.say("Анна", "Коротко")
    await room.hears("Слишком коротко")
    sandbox.control.writeMessage(id, { from_id: id, text: "Почему чайки летят за плугом?", attachments: [photo] })
    const second = await room.hears("шаг 2 из 7")
    await room.say("Анна", "За червями")
    await restart()
    const third = await room.hears("шаг 3 из 7")
    expect(await room.noticed(await room.press("Анна", "Отмена", second))).toBe("Этот шаг уже позади. Сейчас: зачёт")
    await room.press("Анна", "Назад", third)
    expect((await room.hears("шаг 2 из 7")).text).toContain("Сейчас: За червями")
    await room.press("Анна", "Оставить")
    await room.hears("шаг 3 из 7")
    await room.say("Анна", "черви; дождевые черви")
    await room.hears("шаг 4 из 7")
    await room.say("Анна", "Плуг выворачивает червей.")
    await room.hears("шаг 5 из 7")
    await world().faults({ duplicateEvents: true })
    await room.say("Анна", "Наблюдение автора")
    const summary = await room.hears("шаг 7 из 7")
    for (const told of ["Почему чайки", "За червями", "черви; дождевые черви", "С картинкой", "Наблюдение"]) {
      expect(summary.text).toContain(told)
    }
    await room.press("Анна", "Отправить", summary)
    await room.hears("Спасибо! Вопрос ушёл редакторам")
    await world().faults({})
    const drafts = await sql`
      select q.id, text, answer, accepted, comment, source, author, handout_image_url as picture, published, proposed_by,
        proposed_name, p.conversation, p.attachment
      from questions q join proposals p on p.question = q.id`
    expect(drafts).toMatchObject([
      {
        text: "Почему чайки летят за плугом?",
        answer: "За червями",
        accepted: ["черви", "дождевые черви"],
        picture: "https://vk.ru/z.jpg",
        attachment: "photo5_7_k",
        author: "Анна",
        published: false,
        proposed_by: String(id),
        proposed_name: "Анна",
        conversation: `vk:${group}:${id}`
      }
    ])

    const stores = ProposalsPostgres.layer.pipe(
      Layer.provide(DatabasePostgres.layer({ url: Redacted.make(databaseUrl) }))
    )
    const tell = Effect.flatMap(Proposals, ({ list, tell }) =>
      Effect.flatMap(list(null, 1), ([draft]) =>
        draft === undefined
          ? Effect.succeed(false)
          : tell(draft.question, "published", proposalDecided("Почему чайки летят за плугом?", "published", null))
      )
    ).pipe(Effect.provide(stores), Effect.scoped)
    expect(await Effect.runPromise(tell)).toBe(true)
    expect(await Effect.runPromise(tell)).toBe(false)
    // Whoever speaks has what waits said first.
    await room.say("Анна", "инфо")
    await room.hears("Ваш вопрос взяли: «Почему чайки летят за плугом?»")
    await room.hears(/последняя игра/iu)
    expect((await room.said()).filter(({ text }) => text.includes("взяли"))).toHaveLength(1)
    expect(bot.logged("ERROR")).toEqual([])
  })

  it("a question is liked once a person; disliked in three conversations it rests, also by a button of long ago", async () => {
    const { sql } = world()
    const rooms = [
      await world().room("Раз", ["Аня", "Борис"]),
      await world().room("Два", ["Вера"]),
      await world().room("Три", ["Глеб"])
    ]
    const [first, second, third] = rooms
    if (first === undefined || second === undefined || third === undefined)
      throw new Error("three rooms were asked for")
    const { captain } = await startGame(first, ["Аня", "Борис"])
    await callEarly(first, captain, captain)
    await first.say(captain, "шурум-бурум")
    const verdict = await first.hears(isVerdict)
    expect(await first.noticed(await first.press("Аня", "👍", verdict))).toContain("Спасибо")
    expect(await first.noticed(await first.press("Аня", "👍", verdict))).toContain("уже поставили")
    expect(await first.noticed(await first.press("Аня", "👎", verdict))).toContain("Теперь не нравится")
    expect((await first.said()).filter(({ text }) => text.includes("👎"))).toHaveLength(0)
    const [vote] = await sql<ReadonlyArray<{ question: string }>>`select question::text from question_votes`
    const question = vote?.question ?? ""
    const payload = { _tag: "Like", question, good: false }
    for (const [room, name] of [
      [second, "Вера"],
      [third, "Глеб"]
    ] as const) {
      // As a client that shows no such buttons sends it.
      world().sandbox.control.writeMessage(room.peer, { from_id: room.idOf(name), text: "👎", payload })
    }
    await until("the question rests", async () => {
      const [row] = await sql`select rests, published from questions where id = ${question}`
      return row?.["rests"] === true && row["published"] === false
    })
    expect(await sql`select count(*)::int as n from question_votes`).toMatchObject([{ n: 3 }])
  })
})
