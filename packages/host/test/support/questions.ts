/** Questions of the tests: with everything a question can have, and with nothing it can do without. */
import { type Question, QuestionId } from "@znatoki/engine"

export const fullQuestion: Question = {
  id: QuestionId.make("q1"),
  text: "Этот прибор верно показывает время дважды в сутки, даже если сломан. Назовите его.",
  handout: { text: "XII\nIX и III\nVI", imageUrl: "https://example.org/dial.png" },
  answer: "[стрелочные] часы",
  accepted: ["часики", "ходики"],
  rejected: ["будильник"],
  comment: "Стрелки сломанных часов совпадают с верным временем утром и вечером.",
  source: "Народная мудрость",
  author: "Иван Иванов"
}

export const bareQuestion: Question = {
  id: QuestionId.make("q2"),
  text: "Какая планета ближе всех к Солнцу?",
  handout: null,
  answer: "Меркурий",
  accepted: [],
  rejected: [],
  comment: null,
  source: null,
  author: null
}

export const thirdQuestion: Question = {
  ...bareQuestion,
  id: QuestionId.make("q3"),
  text: "Сколько струн у обычной скрипки?",
  answer: "четыре",
  comment: "Соль, ре, ля и ми."
}
