/** The digest as admins read it. */
import { expect, it } from "vitest"
import { digestMessage } from "../src/digest-message.ts"

it("tells in right Russian what was played and what waits", () => {
  const said = digestMessage({
    day: 20_000,
    games: 2,
    wins: 1,
    rounds: 21,
    right: 5,
    proposals: 1,
    disliked: 3,
    undelivered: 11,
    parked: 0,
    failedJobs: 2
  })
  expect(said.text.join("")).toBe(
    "📊 Сводка за 4 октября\n2 игры, 1 победа знатоков. 21 раунд, 5 верных ответов.\n\nЖдут вас:\n" +
      "• 1 предложенный вопрос ждёт\n• 3 вопроса не понравились\n• 11 сообщений не доставлено\n• 2 задания не выполнены"
  )
})
