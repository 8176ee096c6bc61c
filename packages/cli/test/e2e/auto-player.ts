/** People who go on playing whatever happens to the bot: they look at what it said last and do what it asks for. */
import { emptyMemory, isOfRound, type Memory, type Move, movesOn, remember } from "../../src/people/moves.ts"
import { isEnd, type Seen } from "../../src/people/seen.ts"
import type { Room } from "./room.ts"
import { pause } from "./until.ts"

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
  /** How often they look. */
  readonly lookMs?: number
}

const briskLookMs = 150
/** Far more than a bot takes that is killed again and again while it starts. */
const patienceMs = 180_000

/** Plays game after game, and to the end of the last one when they hurry. */
export const playOn = async (room: Room, habits: Habits): Promise<void> => {
  const memory = emptyMemory()
  const { chance, hurry, lookMs = briskLookMs } = habits
  let deadline = performance.now() + patienceMs
  let seen = 0
  for (;;) {
    const fresh = await room.said(seen)
    if (fresh.length > 0) deadline = performance.now() + patienceMs
    for (const message of fresh) {
      seen = message.conversation_message_id
      remember(room, memory, message)
      if (isEnd(message) && hurry()) return
      await pause(chance() * (habits.thinkMs ?? lookMs))
      const silent = isOfRound(message) && !hurry() && chance() < habits.silence
      if (!silent) await actOn(room, message, memory, habits)
    }
    if (performance.now() > deadline) throw new Error(`the game does not go on\n${await room.story()}`)
    await pause(lookMs)
  }
}

const actOn = async (room: Room, message: Seen, memory: Memory, habits: Habits): Promise<void> => {
  const { chance, command = "Начать игру", curious, hurry } = habits
  const moves = movesOn(room, message, memory, { chance, hurry, command, curious: curious !== undefined })
  for (const move of moves) await act(room, message, move, memory, habits)
}

const act = async (room: Room, message: Seen, move: Move, memory: Memory, habits: Habits): Promise<void> => {
  switch (move._tag) {
    case "Say":
      return void (await room.say(move.by, move.text))
    case "Press":
      return void (await room.press(move.by, move.button, message))
    case "Answer":
      return void (await room.say(move.by, await answerOf(memory, habits)))
  }
}

const answerOf = ({ question }: Memory, { chance, curious }: Habits): string | Promise<string> => {
  const guess = `версия ${Math.floor(chance() * 100)}`
  return curious === undefined || question === null ? guess : curious(question)
}
