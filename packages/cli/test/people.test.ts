/** People who play by themselves may be silent in a round, and must not be where a game would wait for them. */
import { describe, expect, it } from "vitest"
import { emptyMemory, isOfRound, movesOn } from "../src/people/moves.ts"
import type { Seen } from "../src/people/seen.ts"

const saying = (text: string, ...labels: ReadonlyArray<string>): Seen => ({
  conversation_message_id: 1,
  from_id: -1,
  at: 0,
  text,
  keyboard: { inline: true, buttons: [labels.map((label) => ({ action: { type: "callback", label } }))] },
  random_id: 1,
  attachments: [],
  edited_at: null
})

const people = { names: ["Аня", "Борис"], nameOf: () => "Аня" }
const temper = { chance: () => 0.5, hurry: () => false, command: "Начать игру", curious: false }

describe("people who play by themselves", () => {
  it.each([
    ["a lobby", saying("🦉 Собираем стол!", "Я играю", "Поехали", "Выйти")],
    ["a pause", saying("⏸ Уже 2 раунда подряд за столом тишина — ставлю игру на паузу.", "Продолжаем")],
    ["the end", saying("🏁 Игра окончена!", "Реванш")]
  ])("are never silent at %s, and do something", (_, message) => {
    expect(isOfRound(message)).toBe(false)
    expect(movesOn(people, message, emptyMemory(), temper)).not.toEqual([])
  })

  it("may be silent at a question", () => {
    expect(isOfRound(saying("❓ Раунд 1 из 3 · 0 : 0", "Досрочный ответ"))).toBe(true)
  })
})
