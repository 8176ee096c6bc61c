/** People of many conversations who play on while the bot suffers, and the judge at the end. */
import type { GameEffect } from "@znatoki/engine"
import { brisk } from "@znatoki/kernel/testing/brisk-settings"
import { type Seen, isLobby } from "../../src/people/seen.ts"
import { type Habits, playOn } from "../e2e/auto-player.ts"
import { answerTo, stopGame } from "../e2e/game-moves.ts"
import { effectsSoFar, expectOneStory, type StoryOptions } from "../e2e/game-record.ts"
import type { Room } from "../e2e/room.ts"
import { pause, until } from "../e2e/until.ts"
import type { World } from "../e2e/world.ts"
import type { Rng } from "../../src/play/rng.ts"

/** Far more than any rule has taken to come up. */
const rulesMs = 600_000
const names = ["Аня", "Борис", "Вера"]

export interface Sizes {
  /** Conversations of «молния», where some people are silent and clocks strike. */
  readonly lightning: number
  /** Conversations by all the rules: the wheel with its blitzes, the club, minutes, votes, appeals, pauses. */
  readonly full: number
  /** One where somebody sits down and stands up for ever, so that every life amends a message of the one before. */
  readonly restless?: boolean
}

export type Story = Awaited<ReturnType<typeof expectOneStory>>

export interface Company {
  /** They play for as long as this takes, then end their games and go home. */
  readonly during: <A>(trouble: Promise<A>) => Promise<A>
  /** Waits until their games have brought all of these about: how soon luck lets a blitz go on is not for a clock to say. */
  readonly have: (effects: ReadonlyArray<GameEffect["_tag"]>) => Promise<void>
  /** Every conversation's log against what VK recorded of it; throws where they do not tell one story. */
  readonly judge: (options?: StoryOptions) => Promise<ReadonlyArray<readonly [room: Room, story: Story]>>
}

export const gather = async (world: World, sizes: Sizes, rng: Rng): Promise<Company> => {
  let isLate = false
  const hurry = () => isLate
  const open = (kind: string, many: number) =>
    Promise.all(Array.from({ length: many }, (_, i) => world.room(`${kind} ${i + 1}`, names)))
  const [lightning, full, restless] = await Promise.all([
    open("Молния", sizes.lightning),
    open("Все правила", sizes.full),
    open("Непоседа", sizes.restless === true ? 1 : 0)
  ])
  const tables = await Promise.all(restless.map(async (room) => ({ room, lobby: await openForHours(room) })))
  const common = { chance: rng.unit, hurry }
  const curious = { ...common, silence: 0, command: "Начать игру тв", curious: answersOf(world, rng) }
  const rooms = [...lightning, ...full, ...restless]
  const home = Promise.all([
    ...lightning.map((room) => begin(room, { ...common, silence: 0.08 })),
    ...full.map((room) => begin(room, curious)),
    ...tables.map(({ lobby, room }) => fidget(room, lobby, hurry))
  ])
  // Whoever waits for it hears of it; till then a failure is nobody's.
  home.catch(() => {})
  const judge = async (options: StoryOptions = {}) => {
    const stories: Array<readonly [Room, Story]> = []
    for (const room of rooms) stories.push([room, await expectOneStory(world.sql, room, brisk, options)])
    return stories
  }
  const have = async (effects: ReadonlyArray<GameEffect["_tag"]>): Promise<void> => {
    const missing = new Set(effects)
    const look = async (): Promise<boolean> => {
      for (const room of rooms) for (const { _tag } of await effectsSoFar(world.sql, room)) missing.delete(_tag)
      return missing.size === 0
    }
    await until("every rule was played", look, {
      forMs: rulesMs,
      everyMs: 1_000,
      because: () => [...missing].join(", ")
    })
  }
  const during = async <A>(trouble: Promise<A>): Promise<A> => {
    // A game that does not go on ends it all.
    const result = await Promise.race([trouble, home.then(() => Promise.reject(new Error("they went home too soon")))])
    isLate = true
    await home
    return result
  }
  return { during, have, judge }
}

const begin = async (room: Room, habits: Habits): Promise<void> => {
  await room.say("Аня", habits.command ?? "Начать игру")
  await playOn(room, habits)
}

/** Right, nearly right (so that the table votes), or wrong. */
const answersOf =
  ({ sql }: World, { unit }: Rng) =>
  async (question: Seen): Promise<string> => {
    const right = await answerTo(sql, question).catch(() => "не знаю")
    const luck = unit()
    if (luck < 0.4) return right
    return luck < 0.7 ? `${right} зелёный` : "шурум-бурум"
  }

const fidgetMs = 250

/** A table that stays open for hours, so that none of the lives in between opens it anew. */
const openForHours = async (room: Room): Promise<Seen> => {
  await room.say("Аня", "Начать игру медленная")
  return room.hears(isLobby)
}

const fidget = async (room: Room, lobby: Seen, hurry: () => boolean): Promise<void> => {
  for (let sits = false; !hurry(); sits = !sits) {
    await room.press("Вера", sits ? "Выйти" : "Я играю", lobby)
    await pause(fidgetMs)
  }
  await stopGame(room, "Аня")
}
