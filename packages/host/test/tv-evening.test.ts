/** Every rule beyond the plain round, through the real rules: read the transcript as a player would. */
import { type Player, type Question, QuestionId, presets, unpaused } from "@znatoki/engine"
import { expect, it } from "vitest"
import { anya, boris, stranger, vera } from "./support/people.ts"
import { bareQuestion, fullQuestion, thirdQuestion } from "./support/questions.ts"
import { Show } from "./support/show.ts"

const numbered = (n: number): Question => ({
  ...bareQuestion,
  id: QuestionId.make(`b${n}`),
  text: `Сколько будет ${n} и ${n}?`,
  answer: `${n + n}`
})

const captainOf = ({ state }: Show): Player => {
  const table = unpaused(state)
  const captain = "captain" in table ? table.players.find(({ id }) => id === table.captain) : undefined
  if (captain === undefined) throw new Error(`No captain in ${state._tag}`)
  return captain
}
const gather = (show: Show): void => {
  show.writes(anya, "старт")
  for (const player of [boris, vera]) show.presses(player, "Я играю")
  show.presses(anya, "Поехали")
}

it("help, votes, appeals and pauses read as the transcript says", async () => {
  const questions = [fullQuestion, bareQuestion, thirdQuestion, numbered(4)]
  const show = new Show(questions, { ...presets.classic, rounds: 4, clubHelps: 1, appealBy: "admin" })
  show.writes(anya, "настройки")
  show.writes(anya, "пресет быстрая")
  show.writes(anya, "пресет классика")
  show.writes(anya, "старт быстрая")
  show.presses(boris, "Я играю")
  show.writes(stranger, "настройки")
  show.presses(stranger, "Молния")
  show.writes(anya, "стоп")
  show.presses(stranger, "Играем дальше")
  show.presses(stranger, "Остановить")
  show.writes(anya, "стоп")
  show.presses(stranger, "Остановить")
  await expect(show.transcript).toMatchFileSnapshot("./snapshots/settings.txt")

  const game = new Show(questions, { ...presets.classic, rounds: 4, clubHelps: 1 })
  game.writes(anya, "инфо")
  gather(game)
  game.presses(captainOf(game), "Досрочный ответ")
  game.presses(captainOf(game), "Борис")
  game.writes(boris, "знаменитые часы")
  game.presses(vera, "Да")
  game.presses(vera, "Нет")
  game.presses(stranger, "Да")
  game.presses(boris, "Да")
  game.writes(anya, "да")
  game.waits()
  game.presses(anya, "Дальше")
  game.presses(boris, "Ещё минуту")
  game.presses(captainOf(game), "Ещё минуту")
  game.presses(captainOf(game), "Помощь клуба")
  game.writes(stranger, "Меркурий же!")
  game.writes(vera, "инфо")
  game.waits()
  game.writes(vera, "пауза")
  game.writes(vera, "инфо")
  game.presses(captainOf(game), "Досрочный ответ")
  game.writes(stranger, "продолжаем")
  game.presses(anya, "Продолжаем")
  game.waits()
  game.waits()
  game.presses(captainOf(game), "Вера")
  game.writes(vera, "Венера")
  game.presses(captainOf(game), "Апелляция")
  game.presses(anya, "Да")
  game.presses(boris, "Нет")
  game.presses(vera, "Да")
  game.presses(stranger, "Да")
  game.waits()
  game.presses(anya, "Дальше")
  game.writes(captainOf(game), "минута")
  game.writes(boris, "пауза")
  game.waits()
  game.writes(vera, "инфо")
  await expect(game.transcript).toMatchFileSnapshot("./snapshots/help-and-votes.txt")
})

it("a blitz and a super-blitz read as the transcript says", async () => {
  const wheel = { sectors: 2, blitz: 1, superBlitz: 1 }
  const show = new Show([1, 2, 3, 4, 5].map(numbered), { ...presets.tv, wheel, rounds: 2 })
  gather(show)
  for (let step = 0; step < 60 && show.state._tag !== "Finished"; step++) {
    const { state } = show
    if (state._tag === "SoloChoice") show.presses(captainOf(show), "Вера")
    else if (state._tag === "Discussion" && state.series?._tag === "SuperBlitz") show.presses(vera, "Ответить сейчас")
    else if (state._tag === "Choice") show.presses(captainOf(show), "Борис")
    else if (state._tag === "Answer") {
      const by = [anya, boris, vera].find(({ id }) => id === state.answerer) ?? anya
      show.writes(by, state.question.id === "b5" ? "не знаю" : state.question.answer)
    } else show.waits()
  }
  await expect(show.transcript).toMatchFileSnapshot("./snapshots/blitzes.txt")
})

it("an admin's ruling reaches the chat in a later round and after the game", async () => {
  const show = new Show([bareQuestion, thirdQuestion], { ...presets.classic, rounds: 2, appeals: 2, appealBy: "admin" })
  gather(show)
  for (const round of [1, 2]) {
    show.waits()
    show.waits()
    show.presses(captainOf(show), "Борис")
    show.writes(boris, round === 1 ? "Венера" : "пять")
    show.writes(captainOf(show), "апелляция")
    show.presses(captainOf(show), round === 1 ? "Дальше" : "Итоги")
    show.rules(1, round === 1)
  }
  show.writes(anya, "инфо")
  show.rules(2, true)
  show.writes(anya, "инфо")
  await expect(show.transcript).toMatchFileSnapshot("./snapshots/rulings.txt")
})
