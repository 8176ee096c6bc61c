/** Two conversations to play in at once, for who has started the sandbox and has none. */
import type { Control } from "./control.ts"

const names = (...all: ReadonlyArray<string>) =>
  all.map((name) => {
    const [first_name = "", last_name = ""] = name.split(" ")
    return { first_name, last_name }
  })

export const seedConversations = (control: Control): void => {
  if (control.listConversations(1).total > 0) return
  control.createConversation({
    title: "Вечерние знатоки",
    members: names("Аня Соколова", "Борис Лебедев", "Вера Крылова", "Глеб Морозов")
  })
  control.createConversation({
    title: "Команда кафедры",
    members: names("Дарья Белова", "Егор Тихонов", "Жанна Орлова", "Захар Громов")
  })
}
