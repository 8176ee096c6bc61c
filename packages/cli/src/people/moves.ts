/** What people at a table do about what the bot has said last: they press what it shows and answer when they are called. */
import { calledIn, isCall, isEnd, isLobby, isPause, isQuestion, isVerdict, labelsOf, type Seen } from "./seen.ts"

export interface Temper {
  /** 0 ≤ x < 1. */
  readonly chance: () => number
  /** They want to go home: the next verdict is the last, no other game follows. */
  readonly hurry: () => boolean
  /** What a game begins with. */
  readonly command: string
  /** They try every rule there is: pauses, the club, minutes, appeals. */
  readonly curious: boolean
}

export type Move =
  | { readonly _tag: "Say"; readonly by: string; readonly text: string }
  | { readonly _tag: "Press"; readonly by: string; readonly button: string }
  /** Whatever they think is right. */
  | { readonly _tag: "Answer"; readonly by: string }

export interface People {
  /** The first of them opens games. */
  readonly names: ReadonlyArray<string>
  readonly nameOf: (id: number) => string
}

/** What they remember of what was said. */
export interface Memory {
  captain: string
  soloist: string
  question: Seen | null
}

export const emptyMemory = (): Memory => ({ captain: "", soloist: "", question: null })

export const remember = (people: People, memory: Memory, message: Seen): void => {
  const captain = calledIn(message, /(?:Капитан — |Капитан теперь — )/)
  if (captain !== null) memory.captain = people.nameOf(captain)
  const soloist = calledIn(message, /Суперблиц играет /)
  if (soloist !== null) memory.soloist = people.nameOf(soloist)
  if (isQuestion(message)) memory.question = message
}

/** Nobody is silent but here: a lobby would wait a minute, a pause an hour, a finished game for ever. */
export const isOfRound = (message: Seen): boolean => !isLobby(message) && !isEnd(message) && !isPause(message)

const pick = <A>(things: ReadonlyArray<A>, chance: number): A | undefined => things[Math.floor(chance * things.length)]

const press = (by: string, button: string): Move => ({ _tag: "Press", by, button })

/** One after another. */
export const movesOn = (people: People, message: Seen, memory: Memory, temper: Temper): ReadonlyArray<Move> => {
  const [opener = "", ...others] = people.names
  if (isEnd(message)) return [{ _tag: "Say", by: opener, text: temper.command }]
  if (isLobby(message)) return [...others.map((name) => press(name, "Я играю")), press(opener, "Поехали")]
  if (isVerdict(message) && temper.hurry()) return [{ _tag: "Say", by: opener, text: "/стоп" }]
  return inRound(people, message, memory, temper)
}

const earlyLabels = ["Досрочный ответ", "Ответить сейчас"]
const isHelp = (label: string): boolean => label === "Помощь клуба" || label.startsWith("Ещё ")

/** By the buttons, which come again after an outage and a pause. */
const inRound = (people: People, message: Seen, memory: Memory, temper: Temper): ReadonlyArray<Move> => {
  const { captain } = memory
  const [opener = ""] = people.names
  const labels = labelsOf(message.keyboard)
  const has = (wanted: ReadonlyArray<string>) => labels.filter((label) => wanted.includes(label))
  const name = pick(has(people.names), temper.chance())
  if (has(["Остановить"]).length > 0) return [press(opener, "Остановить")]
  if (isPause(message)) return [press(opener, "Продолжаем")]
  if (has(["Да"]).length > 0) return people.names.map((voter) => press(voter, temper.chance() < 0.6 ? "Да" : "Нет"))
  if (has(["Дальше", "Итоги"]).length > 0) return [afterVerdict(labels, captain, temper)]
  if (has(earlyLabels).length > 0) return thinking(labels, memory, temper)
  if (isCall(message)) return answering(people, message)
  return name === undefined ? [] : [press(captain, name)]
}

const thinking = (labels: ReadonlyArray<string>, { captain, soloist }: Memory, temper: Temper): ReadonlyArray<Move> => {
  const help = curiously(temper, labels.filter(isHelp))
  // The club has a message with buttons of its own.
  if (help === "Помощь клуба") return [press(captain, help)]
  const early = labels.find((label) => earlyLabels.includes(label)) ?? ""
  const last = press(early === "Ответить сейчас" ? soloist : captain, early)
  return help === undefined ? [last] : [press(captain, help), last]
}

const curiously = ({ chance, curious, hurry }: Temper, things: ReadonlyArray<string>): string | undefined =>
  curious && !hurry() && chance() < 0.4 ? pick(things, chance()) : undefined

const afterVerdict = (labels: ReadonlyArray<string>, captain: string, temper: Temper): Move => {
  const strange = curiously(
    temper,
    labels.filter((label) => label === "Апелляция" || label === "Пауза")
  )
  return press(captain, strange ?? labels[0] ?? "")
}

const answering = (people: People, message: Seen): ReadonlyArray<Move> => {
  const answerer = calledIn(message, /🎤 /)
  return answerer === null ? [] : [{ _tag: "Answer", by: people.nameOf(answerer) }]
}
