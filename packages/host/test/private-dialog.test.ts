/** A game of one person alone with the bot, through the real rules: nothing is said of people who are not there. */
import { presets } from "@znatoki/engine"
import { expect, it } from "vitest"
import { anya } from "./support/people.ts"
import { bareQuestion, fullQuestion, thirdQuestion } from "./support/questions.ts"
import { Show } from "./support/show.ts"

it("reads as the transcript says: whoever plays alone decides alone, and at once", async () => {
  const show = new Show([bareQuestion, fullQuestion, thirdQuestion], presets.lightning, true)
  show.writes(anya, "помощь")
  show.writes(anya, "настройки")
  show.writes(anya, "старт")
  show.writes(anya, "пауза")
  show.writes(anya, "продолжаем")
  show.writes(anya, "досрочно")
  show.writes(anya, "большой Меркурий")
  expect(show.state._tag).toBe("Vote")
  show.writes(anya, "инфо")
  show.writes(anya, "/дальше")
  show.writes(anya, "пауза")
  show.writes(anya, "продолжаем")
  show.presses(anya, "Да")
  expect(show.state).toMatchObject({ _tag: "Verdict", score: { team: 1, bot: 0 } })
  show.writes(anya, "дальше")
  show.writes(anya, "досрочно")
  show.writes(anya, "совсем не то")
  show.writes(anya, "апелляция")
  show.waits()
  show.writes(anya, "настройки")
  show.writes(anya, "стоп")
  await expect(show.transcript).toMatchFileSnapshot("./snapshots/private-dialog.txt")
  expect(show.transcript).not.toMatch(/бесед|голосу|решил/iu)
})
