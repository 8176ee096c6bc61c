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
