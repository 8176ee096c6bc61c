/** A table in a terminal: who is at it, and what is asked of one who sits there with pretended players. */
import { Player, PresetName, presets } from "@znatoki/engine"
import type { ChatInput } from "@znatoki/chat/chat-input"
import type { Outgoing } from "@znatoki/chat/message"
import { plainText } from "@znatoki/chat/plain-text"
import { Schema } from "effect"
import { expect, it } from "vitest"
import { simulatedPeople } from "../src/play/auto-game.ts"
import { takesHours } from "../src/play/mates.ts"
import { moveOn } from "../src/play/move-on.ts"
import { ownQuestions } from "../src/play/own-questions.ts"
import { playTable, withoutWaiting } from "../src/play/play-table.ts"
import { makeRng } from "../src/play/rng.ts"
import { Table } from "../src/play/table.ts"

const questions = ownQuestions()
const zoya = Schema.decodeUnknownSync(Player)({ id: "you", name: "Зоя" })

interface Watched {
  readonly table: Table
  readonly said: Array<string>
  readonly joined: Set<string>
  /** Who wrote, and in which phase. */
  readonly wrote: Array<{ readonly by: string; readonly phase: string; readonly round: number }>
  last: Outgoing | null
}

const watchedTable = (preset: PresetName, seed: number): Watched => {
  const watched: Omit<Watched, "table"> & { table: Table | null } = {
    table: null,
    said: [],
    joined: new Set(),
    wrote: [],
    last: null
  }
  const table = new Table({
    settings: presets[preset],
    questions,
    rng: makeRng(seed),
    observer: {
      heard: (input) => {
        if (input._tag !== "Wrote") return
        const round = "round" in table.state ? table.state.round : 0
        watched.wrote.push({ by: input.by.id, phase: table.state._tag, round })
      },
      played: (_event, effects) => {
        for (const effect of effects) if (effect._tag === "SeatsChanged") watched.joined.add(effect.player.id)
      },
      said: (message) => {
        watched.said.push(plainText(message.text))
        watched.last = message
      },
      noticed: () => {}
    }
  })
  return Object.assign(watched, { table })
}

const words = (text: string, by = zoya): ChatInput => ({ _tag: "Wrote", by, text, action: null, order: 0 })

it("stops at the first word, for pretended players are asked nothing", () => {
  const { said, table } = watchedTable("quick", 1)
  table.input(words("Начать игру"), 1_000)
  for (const by of simulatedPeople(2)) table.input(words("я играю", by), 2_000)
  table.input(words("поехали"), 3_000)
  table.input(words("стоп"), 4_000)
  expect(table.state).toMatchObject({ _tag: "Finished", reason: "stopped" })
  expect(said.join("\n")).not.toContain("Остановить игру?")
})

it("votes as a table, after another preset was chosen in words too", () => {
  const { said, table } = watchedTable("quick", 1)
  table.input(words("Начать игру"), 1_000)
  table.input(words("пресет молния"), 2_000)
  table.input(words("настройки"), 2_500)
  expect(table.state.settings).toMatchObject({ preset: "lightning", voters: "table", stopConfirmMs: 0 })
  expect(said.at(-1)).toContain("решает стол")
  expect(said.at(-1)).not.toContain("беседа")
})

it("has no club, for nobody is there but the table", () => {
  const { said, table } = watchedTable("tv", 1)
  table.input(words("Начать игру"), 1_000)
  table.input(words("поехали"), 2_000)
  expect(said.at(-1)).toContain("Раунд 1 из 11")
  expect(said.at(-1)).not.toContain("клуб")
})

it("has no time that runs in a pause, and the end of the discussion, not its warning, outside of one", () => {
  const { table } = watchedTable("classic", 1)
  table.input(words("Начать игру"), 1_000)
  expect(table.endsAtMs).toBe(61_000)
  table.input(words("поехали"), 2_000)
  expect(table.endsAtMs).toBe(62_000)
  expect(table.deadlineMs).toBe(52_000)
  table.input(words("пауза"), 3_000)
  expect(table.endsAtMs).toBeNull()
  expect(table.deadlineMs).not.toBeNull()
})

it("offers no buttons under its last message", () => {
  const watched = watchedTable("quick", 1)
  watched.table.input(words("Начать игру"), 1_000)
  expect(watched.last?.keyboard).not.toBeNull()
  watched.table.input(words("стоп"), 2_000)
  expect(watched.last?.keyboard).toBeNull()
})

it("speaks of nothing that is not there: no statistics, no questions to choose, no clock in a question", () => {
  const { said, table } = watchedTable("quick", 1)
  table.input(words("Начать игру"), 1_000)
  table.input(words("помощь"), 2_000)
  expect(said.at(-1)).toContain("Что я понимаю")
  expect(said.at(-1)).not.toMatch(/рейтинг|тем[аы]|пакет|напомина|вопрос дня|Предложить|👍|клуб|реванш|лично|часы/iu)
  for (const text of ["рейтинг", "темы", "тема кино", "лицензия"]) {
    table.input(words(text), 3_000)
    expect(said.at(-1)).toBe("📊 Здесь только игра: ни статистики, ни выбора вопросов нет.")
  }
  table.input(words("настройки"), 4_000)
  expect(said.at(-1)).not.toMatch(/Вопросы|Часы/u)
  table.input(words("часы включить"), 5_000)
  expect(table.state.settings).toMatchObject({ clock: false })
  expect(table.state.settings.extra).toBeUndefined()
})

it("offers no button that would do nothing", () => {
  const watched = watchedTable("lightning", 1)
  const { table } = watched
  const labels = () => (watched.last?.keyboard?.rows ?? []).flat().map(({ label }) => label)
  table.input(words("Начать игру"), 1_000)
  table.input(words("настройки"), 1_500)
  expect(labels()).toEqual(["Молния", "Быстрая", "Классика", "ТВ", "Медленная"])
  table.input(words("поехали"), 2_000)
  table.input(words("досрочно"), 3_000)
  table.input(words("самовар"), 4_000)
  expect(table.state._tag).toBe("Verdict")
  expect(labels()).toEqual(expect.arrayContaining(["Дальше", "Пауза"]))
  expect(labels()).not.toContain("👍")
})

/** A person who does what is theirs alone, at once, and hurries the rest as they are told they can. */
const played = async (preset: PresetName, seed: number): Promise<Watched & { readonly lengthMs: number }> => {
  const watched = watchedTable(preset, seed)
  const { table } = watched
  const people = simulatedPeople(4)
  const pace = withoutWaiting()
  let acted = table.state
  const own = (): ChatInput | null => {
    const { state } = table
    if (state._tag === "Choice" && state.captain === zoya.id) return words("отвечает Анна")
    if (state._tag === "Answer" && state.answerer === zoya.id) return words("самовар")
    if (state._tag === "Vote" || state._tag === "Appeal") return words("да")
    return null
  }
  table.input(words("Начать игру"), pace.nowMs())
  const wait = async (untilMs: number): Promise<ChatInput | null> => {
    const isLong = untilMs - pace.nowMs() > 60_000
    const wanted = table.state === acted ? null : own()
    acted = table.state
    return wanted ?? (isLong ? moveOn(table.state, zoya.id) : null) ?? pace.wait(untilMs).then(() => null)
  }
  const end = await playTable(table, { people, skill: 0.5, questions }, makeRng(seed), { nowMs: pace.nowMs, wait })
  expect(end).toBe("finished")
  return { ...watched, lengthMs: pace.nowMs() }
}

it.for(PresetName.literals)("sees team-mates join, talk a little and answer with preset %s", async (preset) => {
  const all = new Set<string>()
  for (let seed = 1; seed <= 5; seed++) {
    const { joined, table, wrote } = await played(preset, seed)
    expect(joined).toEqual(new Set(simulatedPeople(4).map(({ id }) => id)))
    const mates = wrote.filter(({ by }) => by !== zoya.id)
    for (const { phase } of mates) all.add(phase)
    const remarks = mates.filter(({ phase }) => phase === "Discussion")
    for (let round = 1; round <= 11; round++) {
      expect(remarks.filter((remark) => remark.round === round).length).toBeLessThanOrEqual(6)
    }
    expect(table.state).toMatchObject({ _tag: "Finished", reason: "everything played" })
  }
  expect([...all]).toEqual(expect.arrayContaining(["Discussion", "Answer"]))
})

it("plays a game of hours in minutes for whoever presses Enter", async () => {
  for (let seed = 1; seed <= 5; seed++) expect((await played("slow", seed)).lengthMs).toBeLessThan(30 * 60_000)
})

it("takes an empty line for nothing where time runs out soon, and where more is wanted than that", () => {
  const quick = watchedTable("quick", 1).table
  quick.input(words("Начать игру"), 1_000)
  expect(moveOn(quick.state, zoya.id)).toBeNull()
  const slow = watchedTable("slow", 1).table
  slow.input(words("Начать игру"), 1_000)
  const moved: Array<string> = []
  for (let input = moveOn(slow.state, zoya.id); input !== null; input = moveOn(slow.state, zoya.id)) {
    moved.push(slow.state._tag)
    slow.input(input, 2_000)
  }
  expect(moved).toEqual(["Lobby", "Discussion"])
  expect(slow.state).toMatchObject({ _tag: "Answer", answerer: zoya.id })
})

it("knows a game of hours by its times", () => {
  expect(PresetName.literals.filter((preset) => takesHours(presets[preset]))).toEqual(["slow"])
})

it("lets those sit down between rounds who were not waited for", async () => {
  const { joined, table } = watchedTable("quick", 1)
  const pace = withoutWaiting()
  table.input(words("Начать игру"), 0)
  table.input(words("поехали"), 0)
  expect(joined).toEqual(new Set())
  await playTable(table, { people: simulatedPeople(2), skill: 0.5, questions }, makeRng(1), pace)
  expect(joined).toEqual(new Set(simulatedPeople(2).map(({ id }) => id)))
})
