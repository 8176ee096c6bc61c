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
    "📊 Сводка за 4 октября\n2 игры, 1 победа знатоков.\n21 раунд, 5 верных ответов.\n\nВас ждут:\n" +
      "• 1 предложенный вопрос ждёт\n• 3 вопроса не понравились\n• 11 сообщений не доставлено\n• 2 задания не выполнены"
  )
})

it("tells of players and appeals, and of each community where games of several ended", () => {
  const said = digestMessage({
    day: 20_000,
    games: 6,
    wins: 2,
    rounds: 42,
    right: 22,
    players: 21,
    appeals: 2,
    overturned: 1,
    openAppeals: 1,
    "games@vk:1": 5,
    "wins@vk:1": 2,
    "rounds@vk:1": 41,
    "right@vk:1": 21,
    "players@vk:1": 18,
    "appeals@vk:1": 2,
    "games@vk:22": 1,
    "wins@vk:22": 0,
    "rounds@vk:22": 1,
    "right@vk:22": 1,
    "players@vk:22": 3,
    "appeals@vk:22": 0
  })
  expect(said.text.join("")).toBe(
    "📊 Сводка за 4 октября\n6 игр, 21 игрок, 2 победы знатоков.\n42 раунда, 22 верных ответа.\n2 апелляции, принято: 1.\n\n" +
      "• vk.com/club1: 5 игр, 18 игроков, 2 победы, 41 раунд, 21 верный ответ, 2 апелляции\n" +
      "• vk.com/club22: 1 игра, 3 игрока, 0 побед, 1 раунд, 1 верный ответ\n\n" +
      "Вас ждут:\n• 1 апелляция ждёт решения"
  )
})
