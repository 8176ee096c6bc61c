/** One scripted game without a clock in it, and what was said in it, in words that are the same for every captain. */
import { isChoice, isEnd, isQuestion, isVerdict } from "../../src/people/seen.ts"
import { begin, callEarly, openTable } from "./game-moves.ts"
import { isOfAccess } from "./game-record.ts"
import { theAnswer } from "./one-question.ts"
import type { Room } from "./room.ts"

const names = ["Аня", "Борис"]

/** Called between two steps, when nothing is on its way. */
export type Between = (step: number) => Promise<unknown>

/** The bot has heard everybody once, so that it knows their names. */
export const meet = async (room: Room): Promise<void> => {
  for (const name of names) {
    await room.say(name, "правила")
    await room.hears("🦉 Правила")
  }
}

/** Right, wrong, talk around it all; stopped in the third round; the results once more. */
export const playScript = async (room: Room, between: Between = async () => {}): Promise<ReadonlyArray<string>> => {
  let step = 0
  // How far it is seen to run hangs on what fails.
  await room.say(names[0] ?? "", "часы выключить")
  await room.hears("Часы выключены.")
  const breathe = () => between(step++)
  await openTable(room, names, "Начать игру быстрая")
  await breathe()
  const { captain, others } = await begin(room, names)
  const other = others[0] ?? ""
  const round = async (answerer: string, said: string): Promise<void> => {
    await breathe()
    await callEarly(room, captain, answerer)
    await breathe()
    await room.say(answerer, said)
    const verdict = await room.hears(isVerdict)
    await room.say(answerer, "уф")
    await breathe()
    await room.press(other, "Дальше", verdict)
    await room.hears(isQuestion)
  }
  await round(captain, theAnswer)
  await round(other, "чайник")
  await room.say(other, "думаю, это чайник")
  await room.say(captain, "инфо")
  await room.hears("Сейчас: обсуждение.")
  await room.press(captain, "Досрочный ответ")
  await room.hears(isChoice)
  await breathe()
  await room.say(other, "стоп")
  await room.press(captain, "Остановить", await room.hears("🛑 Остановить игру?"))
  await room.hears(isEnd)
  await room.say(captain, "инфо")
  await room.hears("🏁 Последняя игра")
  return transcriptOf(room, captain, other)
}

const transcriptOf = async (room: Room, captain: string, other: string): Promise<ReadonlyArray<string>> => {
  const who = (text: string): string =>
    text
      .replace(/\[id\d+\|([^\]]*)\]/g, "$1")
      .replace(/За столом: .*/g, "За столом: …")
      .replace(/Осталось \d+ .*/g, "Осталось …")
      .replaceAll(captain, "Капитан")
      .replaceAll(other, "Игрок")
  const said = (await room.said()).map(({ keyboard, text }) => {
    const buttons = (keyboard?.buttons ?? []).map((row) => row.map(({ action }) => `[${action.label ?? ""}]`).join(" "))
    return [...text.split("\n").filter((line) => !isOfAccess(line)), ...buttons].join("\n").replace(/\n{2,}/gu, "\n\n")
  })
  // Before the captain is drawn everybody is called by name; who sits where is not the captain's doing.
  const drawn = said.findIndex((text) => text.includes("Начинаем!"))
  return said.map((text, i) => (i < drawn ? text : sorted(who(text))))
}

/** Names on buttons stand in the order of the seats. */
const sorted = (text: string): string => text.replace(/\[Игрок\] \[Капитан\]/g, "[Капитан] [Игрок]")
