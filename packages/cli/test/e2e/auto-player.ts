/** People who go on playing whatever happens to the bot: they look at what it said last and do what it asks for. */
import { calledIn, isCall, isEnd, isLobby, isQuestion, isVerdict } from "./game-moves.ts"
import type { Room } from "./room.ts"
import { pause } from "./until.ts"
import { labelsOf, type Seen } from "./vk-people.ts"

export interface Habits {
  /** 0 ≤ x < 1. */
  readonly chance: () => number
  /** How often they do nothing in a round and let the time run out. */
  readonly silence: number
  /** They want to go home: nobody is silent any more, the next verdict is the last, no other game follows. */
  readonly hurry: () => boolean
  /** What a game begins with. */
  readonly command?: string
  /** They try every rule there is (pauses, the club, minutes, appeals), and answer this. */
  readonly curious?: (question: Seen) => Promise<string>
  /** How long they take to do something, at most. */
  readonly thinkMs?: number
}

const lookMs = 150
/** Far more than a bot takes that is killed again and again while it starts. */
const patienceMs = 180_000

/** What they remember of what was said. */
interface Memory {
  captain: string
  soloist: string
  question: Seen | null
}

/** Plays game after game, and to the end of the last one when they hurry. */
export const playOn = async (room: Room, habits: Habits): Promise<void> => {
  const memory: Memory = { captain: "", soloist: "", question: null }
  let deadline = performance.now() + patienceMs
  let seen = 0
  for (;;) {
    const fresh = await room.said(seen)
    if (fresh.length > 0) deadline = performance.now() + patienceMs
    for (const message of fresh) {
      seen = message.conversation_message_id
      remember(room, memory, message)
      if (isEnd(message) && habits.hurry()) return
      await pause(habits.chance() * (habits.thinkMs ?? lookMs))
      const silent = isOfRound(message) && !habits.hurry() && habits.chance() < habits.silence
      if (!silent) await act(room, message, memory, habits)
    }
    if (performance.now() > deadline) throw new Error(`the game does not go on\n${await room.story()}`)
    await pause(lookMs)
  }
}

const remember = (room: Room, memory: Memory, message: Seen): void => {
  const captain = calledIn(message, /(?:Капитан — |Капитан теперь — )/)
  if (captain !== null) memory.captain = room.nameOf(captain)
  const soloist = calledIn(message, /Суперблиц играет /)
  if (soloist !== null) memory.soloist = room.nameOf(soloist)
  if (isQuestion(message)) memory.question = message
}

/** A lobby would wait a minute, a finished game for ever. */
const isOfRound = (message: Seen): boolean => !isLobby(message) && !isEnd(message)

const pick = <A>(things: ReadonlyArray<A>, chance: number): A | undefined => things[Math.floor(chance * things.length)]

const act = async (room: Room, message: Seen, memory: Memory, habits: Habits): Promise<void> => {
  const [opener = "", ...others] = room.names
  if (isEnd(message)) await room.say(opener, habits.command ?? "Начать игру")
  else if (isLobby(message)) {
    for (const name of others) await room.press(name, "Я играю", message)
    await room.press(opener, "Поехали", message)
  } else if (isVerdict(message) && habits.hurry()) await room.say(opener, "/стоп")
  else await actInRound(room, message, memory, habits)
}

const earlyLabels = ["Досрочный ответ", "Ответить сейчас"]
const isHelp = (label: string): boolean => label === "Помощь клуба" || label.startsWith("Ещё ")

/** By the buttons, which come again after an outage and a pause. */
const actInRound = async (room: Room, message: Seen, memory: Memory, habits: Habits): Promise<void> => {
  const { captain } = memory
  const [opener = ""] = room.names
  const labels = labelsOf(message.keyboard)
  const has = (wanted: ReadonlyArray<string>) => labels.filter((label) => wanted.includes(label))
  const name = pick(has(room.names), habits.chance())
  const vote = has(["Да"])[0]
  if (has(["Остановить"]).length > 0) await room.press(opener, "Остановить", message)
  else if (has(["Продолжаем"]).length > 0) await room.press(opener, "Продолжаем", message)
  else if (vote !== undefined) {
    for (const voter of room.names) await room.press(voter, habits.chance() < 0.6 ? vote : "Нет", message)
  } else if (has(["Дальше", "Итоги"]).length > 0) await actAfterVerdict(room, message, captain, habits)
  else if (has(earlyLabels).length > 0) await think(room, message, memory, habits)
  else if (isCall(message)) await answer(room, message, memory, habits)
  else if (name !== undefined) await room.press(captain, name, message)
}

const think = async (room: Room, message: Seen, { captain, soloist }: Memory, habits: Habits): Promise<void> => {
  const labels = labelsOf(message.keyboard)
  const help = curiously(habits, labels.filter(isHelp))
  if (help !== undefined) await room.press(captain, help, message)
  // The club has a message with buttons of its own.
  if (help === "Помощь клуба") return
  const early = labels.find((label) => earlyLabels.includes(label)) ?? ""
  await room.press(early === "Ответить сейчас" ? soloist : captain, early, message)
}

const curiously = ({ chance, curious, hurry }: Habits, things: ReadonlyArray<string>): string | undefined =>
  curious !== undefined && !hurry() && chance() < 0.4 ? pick(things, chance()) : undefined

const actAfterVerdict = async (room: Room, message: Seen, captain: string, habits: Habits): Promise<void> => {
  const labels = labelsOf(message.keyboard)
  const strange = curiously(
    habits,
    labels.filter((label) => label === "Апелляция" || label === "Пауза")
  )
  await room.press(captain, strange ?? labels[0] ?? "", message)
}

const answer = async (room: Room, message: Seen, { question }: Memory, habits: Habits): Promise<void> => {
  const answerer = calledIn(message, /🎤 /)
  if (answerer === null) return
  const guess = `версия ${Math.floor(habits.chance() * 100)}`
  const said = habits.curious === undefined || question === null ? guess : await habits.curious(question)
  await room.say(room.nameOf(answerer), said)
}
