/** What people do to get a game somewhere, and what they read off the bot's messages. */
import type { Sql } from "@znatoki/adapter-postgres/database/pool"
import { type Seen, calledIn, isCall, isChoice, isEnd, isLobby, isQuestion } from "../../src/people/seen.ts"
import type { Room } from "./room.ts"

export const isBeginning = ({ text }: Seen): boolean => text.includes("🦉 Начинаем!")

/** Opens a table and seats everybody. */
export const openTable = async (room: Room, names: ReadonlyArray<string>, command = "Начать игру"): Promise<Seen> => {
  const [opener = "", ...others] = names
  await room.say(opener, command)
  const lobby = await room.hears(isLobby)
  for (const name of others) await room.press(name, "Я играю", lobby)
  await room.sees(
    (message) =>
      message.conversation_message_id === lobby.conversation_message_id &&
      message.text.includes(`За столом (${names.length})`)
  )
  return lobby
}

export interface Begun {
  readonly captain: string
  readonly others: ReadonlyArray<string>
  readonly question: Seen
}

/** From an open table to the first question. */
export const begin = async (room: Room, names: ReadonlyArray<string>): Promise<Begun> => {
  await room.press(names[0] ?? "", "Поехали")
  const beginning = await room.hears(isBeginning)
  // One message in versions of before.
  const question = isQuestion(beginning) ? beginning : await room.hears(isQuestion)
  const id = calledIn(beginning, /Капитан — /)
  if (id === null) throw new Error(`no captain in «${beginning.text}»`)
  const captain = room.nameOf(id)
  return { captain, others: names.filter((name) => name !== captain), question }
}

export const startGame = async (room: Room, names: ReadonlyArray<string>, command?: string): Promise<Begun> => {
  await openTable(room, names, command)
  return begin(room, names)
}

/** The same word twice, for the bot asks back; whoever plays alone needs one. */
export const stopGame = async (room: Room, by: string): Promise<Seen> => {
  await room.say(by, "/стоп")
  await room.say(by, "/стоп")
  return room.hears(isEnd)
}

/** The captain cuts the talk short and names somebody. */
export const callEarly = async (room: Room, captain: string, answerer: string): Promise<Seen> => {
  await room.press(captain, "Досрочный ответ")
  const choice = await room.hears(isChoice)
  await room.press(captain, answerer, choice)
  return room.hears(isCall)
}

/** The answer to a question that was shown, from the bank. */
export const answerTo = async (sql: Sql, { text }: Seen): Promise<string> => {
  const rows = await sql<ReadonlyArray<{ readonly answer: string }>>`
    select answer from questions where position(text in ${text}) > 0`
  const [row] = rows
  if (row === undefined) throw new Error(`the bank has no question of «${text}»`)
  return row.answer.replace(/[[\]]/g, "")
}
