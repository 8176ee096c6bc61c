/** Everything that can go otherwise in a game, through the real rules: people leave, fall silent, and stop it. */
import { type Player, presets } from "@znatoki/engine"
import { expect, it } from "vitest"
import { anya, boris, person, vera } from "./support/people.ts"
import { bareQuestion, fullQuestion, thirdQuestion } from "./support/questions.ts"
import { Show } from "./support/show.ts"

const dasha = person("5", "Даша")

const captainOf = ({ state }: Show): Player => {
  const captain = "captain" in state ? state.players.find(({ id }) => id === state.captain) : undefined
  if (captain === undefined) throw new Error(`No captain in ${state._tag}`)
  return captain
}

/** What was said last. */
const textsOf = ({ spoken }: Show): string =>
  (spoken.at(-1)?.outgoing ?? [])
    .flatMap(({ text }) => text)
    .map((span) => (typeof span === "string" ? span : span.mention.name))
    .join("")

it("a table that is silent for two rounds is asked whether anybody is there, and goes on when somebody is", async () => {
  const show = new Show([bareQuestion, fullQuestion, thirdQuestion], presets.lightning)
  show.writes(anya, "старт")
  show.writes(boris, "+")
  show.writes(anya, "поехали")
  while (show.state._tag !== "Paused") show.waits()
  show.writes(vera, "ау")
  show.writes(vera, "продолжить")
  show.writes(boris, "инфо")
  show.presses(boris, "Продолжаем")
  show.waits()
  show.writes(boris, "мы тут")
  expect(show.state).toMatchObject({ _tag: "Discussion", round: 3, silentRounds: 0 })
  await expect(show.transcript).toMatchFileSnapshot("./snapshots/silent-table.txt")
})

it("whoever leaves a table that is held while it gathers is no more in the list", () => {
  const show = new Show([bareQuestion])
  show.writes(anya, "старт")
  show.writes(boris, "+")
  show.writes(anya, "пауза")
  show.presses(boris, "Выйти")
  expect(show.spoken.at(-1)?.outgoing).toMatchObject([{ _tag: "Amend", slot: "1/lobby" }])
  expect(JSON.stringify(show.spoken.at(-1)?.outgoing)).not.toContain("Борис")
})

it("whoever asks in a pause to stop, and does not, is told that the game is still held", () => {
  const show = new Show([bareQuestion])
  show.writes(anya, "старт")
  show.writes(boris, "+")
  show.writes(anya, "поехали")
  show.writes(anya, "пауза")
  show.writes(boris, "стоп")
  expect(textsOf(show)).toContain("Игра пока на паузе.")
  show.presses(boris, "Не останавливать")
  expect(show.state._tag).toBe("Paused")
  expect(textsOf(show)).toBe("⏸ Не останавливаем: игра пока на паузе.")
  show.writes(boris, "стоп")
  show.writes(boris, "не останавливать")
  expect(textsOf(show)).toBe("⏸ Не останавливаем: игра пока на паузе.")
})

it("whoever has to answer in another's place after a pause is not called to answer in it", () => {
  const show = new Show([bareQuestion])
  show.writes(anya, "старт")
  for (const player of [boris, vera]) show.writes(player, "+")
  show.writes(anya, "поехали")
  const captain = captainOf(show)
  show.writes(captain, "отвечаю я")
  show.writes(captain, "/пауза")
  show.goes(captain)
  const { state } = show
  const answerer = state._tag === "Paused" && state.held._tag === "Answer" ? state.held.answerer : null
  const named = [anya, boris, vera].find(({ id }) => id === answerer)
  expect(textsOf(show)).toContain(`🎤 ${named?.name}, отвечать вам, когда продолжим.`)
  expect(textsOf(show)).not.toContain("секунд")
})

it("whoever is asked to vote again after a pause, or asks where the game is, reads which answer it is about", () => {
  const show = new Show([bareQuestion])
  show.writes(anya, "старт")
  show.writes(boris, "+")
  show.writes(anya, "поехали")
  show.writes(captainOf(show), "отвечаю я")
  show.writes(captainOf(show), "большой Меркурий")
  show.writes(anya, "инфо")
  expect(textsOf(show)).toContain("беседа голосует, засчитать ли ответ «большой Меркурий».")
  show.writes(anya, "пауза")
  show.writes(anya, "продолжаем")
  expect(textsOf(show)).toContain("Голосуйте дальше: засчитать ли ответ «большой Меркурий»?")
})

it("an outage of hours was no short one", () => {
  const show = new Show([bareQuestion], presets.slow)
  show.writes(anya, "старт")
  show.wasAway(9 * 3_600_000)
  expect(textsOf(show)).toBe("⏳ Я долго пропадал — вернул вам 9 часов. Собираем стол дальше.")
  show.wasAway(90_000)
  expect(textsOf(show)).toBe("⏳ Я ненадолго пропадал — вернул вам 1 минуту 30 секунд. Собираем стол дальше.")
})

it("a clock that is switched off is seen to be off while the table gathers", () => {
  const show = new Show([bareQuestion])
  show.writes(anya, "старт")
  show.writes(anya, "часы выключить")
  expect(textsOf(show)).toContain("Часы выключены.")
  show.writes(anya, "часы включить")
  expect(textsOf(show)).not.toContain("Часы выключены.")
})

it("a game in which everything goes wrong reads as the transcript says", async () => {
  const show = new Show([bareQuestion, fullQuestion, thirdQuestion])
  show.writes(anya, "старт быстрая")
  show.wasAway(3_000)
  for (const player of [boris, vera, dasha]) show.writes(player, "я играю")
  show.writes(vera, "ухожу")
  show.writes(vera, "+")
  show.waits()
  show.writes(captainOf(show), "досрочно")
  show.goes(captainOf(show))
  show.writes(captainOf(show), "я")
  show.writes(captainOf(show), "/ухожу")
  show.waits()
  show.writes(captainOf(show), "дальше")
  show.writes(captainOf(show), "ухожу")
  show.writes(captainOf(show), "отвечает капитан")
  show.writes(captainOf(show), "ходики")
  show.presses(captainOf(show), "Дальше")
  show.writes(anya, "закончить")
  show.writes(dasha, "стоп")
  show.writes(dasha, "стоп")
  show.writes(dasha, "дальше")
  show.taps(dasha, "Начать игру")
  show.presses(dasha, "Выйти")
  await expect(show.transcript).toMatchFileSnapshot("./snapshots/trouble-at-the-table.txt")
})
