/** One conversation in each phase of a game, all of them at the same moment. */
import { isChoice, isVerdict } from "../../src/people/seen.ts"
import { begin, callEarly, openTable, stopGame } from "./game-moves.ts"
import { rowOf, rowsOf } from "./outage.ts"
import type { Room } from "./room.ts"
import type { World } from "./world.ts"

const phases = ["Lobby", "Discussion", "Choice", "Answer", "Verdict", "Finished"] as const
export type Standing = { readonly [Phase in (typeof phases)[number]]: Room } & {
  readonly names: ReadonlyArray<string>
  readonly choosing: string
  readonly answering: string
}

/** Enough to look and to kill. */
const leftMs = 1_500
const attemptsMax = 5

export const phasesOf = (rows: Awaited<ReturnType<typeof rowsOf>>, standing: Standing): ReadonlyArray<string> =>
  phases.map((phase) => rowOf(rows, standing[phase]).phase)

export const roomsOf = (standing: Standing): ReadonlyArray<Room> => phases.map((phase) => standing[phase])

/** On a slow machine not at the first attempt: a phase lasts five seconds. */
export const inEveryPhase = async (world: World, names: ReadonlyArray<string>): Promise<Standing> => {
  for (let attempt = 1; ; attempt++) {
    const standing = await arrange(world, names)
    const rows = await rowsOf(world)
    const isTime = roomsOf(standing).every((room) => (rowOf(rows, room).at_ms ?? Infinity) > Date.now() + leftMs)
    const found = phasesOf(rows, standing)
    if (isTime && found.every((phase, i) => phase === phases[i])) return standing
    if (attempt === attemptsMax) throw new Error(`no moment with every phase, but ${found.join(", ")}`)
    await Promise.all(roomsOf(standing).map((room) => stopGame(room, names[0] ?? "")))
  }
}

const arrange = async (world: World, names: ReadonlyArray<string>): Promise<Standing> => {
  const table = async (title: string): Promise<Room> => {
    const room = await world.room(title, names)
    await openTable(room, names)
    return room
  }
  const [Lobby, Discussion, Choice, Answer, Verdict, Finished] = await Promise.all([
    table("Лобби"),
    table("Обсуждение"),
    table("Выбор"),
    table("Ответ"),
    table("Вердикт"),
    table("Итоги")
  ])
  const [choosing, answering] = await Promise.all([
    choose(Choice, names),
    answer(Answer, names),
    begin(Discussion, names),
    answer(Verdict, names).then((name) => hearVerdict(Verdict, name)),
    begin(Finished, names).then(() => stop(Finished, names))
  ])
  return { Lobby, Discussion, Choice, Answer, Verdict, Finished, names, choosing, answering }
}

const choose = async (room: Room, names: ReadonlyArray<string>): Promise<string> => {
  const { captain } = await begin(room, names)
  await room.press(captain, "Досрочный ответ")
  await room.hears(isChoice)
  return captain
}

const answer = async (room: Room, names: ReadonlyArray<string>): Promise<string> => {
  const { captain } = await begin(room, names)
  await callEarly(room, captain, captain)
  return captain
}

const hearVerdict = async (room: Room, name: string): Promise<void> => {
  await room.say(name, "шурум-бурум")
  await room.hears(isVerdict)
}

const stop = async (room: Room, names: ReadonlyArray<string>): Promise<void> => {
  await stopGame(room, names[0] ?? "")
}
