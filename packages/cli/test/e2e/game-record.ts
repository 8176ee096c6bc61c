/** What a conversation's log says, played again: against the stored games, and against what people saw in the chat. */
import { renderText } from "@znatoki/adapter-vk/say/render-message"
import type { Sql } from "@znatoki/adapter-postgres/database/pool"
import {
  decodeSnapshot,
  type GameEffect,
  GameEvent,
  type GameState,
  initialState,
  type Player,
  type PlayerId,
  reduce,
  type Settings
} from "@znatoki/engine"
import { plainText } from "@znatoki/chat/plain-text"
import { withoutClock } from "@znatoki/host/clock"
import { speak, type Spoken, type Via } from "@znatoki/host/speak"
import { brisk } from "@znatoki/kernel/testing/brisk-settings"
import { Schema } from "effect"
import { expect } from "vitest"
import type { Room } from "./room.ts"
import { until } from "./until.ts"

interface LoggedRow {
  readonly game: number
  readonly source: string | null
  readonly event: string
}

const decodeEvent = Schema.decodeUnknownSync(Schema.fromJsonString(GameEvent))

const readLog = async (sql: Sql, conversation: string) => {
  const rows = await sql<ReadonlyArray<LoggedRow>>`
    select game, source, event::text as event from game_events where conversation = ${conversation} order by game, position`
  return rows.map(({ event, game, source }) => ({ game, source, event: decodeEvent(event) }))
}

const readGames = async (sql: Sql, conversation: string) => {
  const rows = await sql<ReadonlyArray<{ readonly game: number; readonly snapshot: string }>>`
    select game, snapshot::text as snapshot from games where conversation = ${conversation} order by game`
  return new Map(rows.map(({ game, snapshot }) => [game, decodeSnapshot(snapshot)]))
}

/** How an event came is not in the log, but it shows: buttons of a step carry their moment. */
const viaOf = (event: GameEvent, source: string | null): Via => {
  if (source?.startsWith("vk:") !== true) return "clock"
  if ("seen" in event && event.seen !== null) return "press"
  return event._tag === "PlayerGone" || event._tag === "TextSaid" ? "talk" : "words"
}

interface Said {
  text: string
  /** What it was before it was amended. */
  readonly before: Array<string>
  readonly slot: string | null
}

/** A wait that was moved because the bot was away. */
export interface GivenBack {
  readonly atMs: number
  readonly lostMs: number
  readonly movedMs: number
}

interface Replayed {
  /** By game, as it was after its last event. */
  readonly states: ReadonlyMap<number, GameState>
  readonly said: ReadonlyArray<Said>
  readonly effects: ReadonlyArray<GameEffect>
  readonly givenBack: ReadonlyArray<GivenBack>
  /** Timers that fired although they were not due. */
  readonly early: ReadonlyArray<GameEvent>
}

type Logged = Awaited<ReturnType<typeof readLog>>

/** An event that came from outside, with those that followed from it at once. */
const batchesOf = (log: Logged): ReadonlyArray<Logged> => {
  const batches: Array<Array<Logged[number]>> = []
  for (const logged of log) {
    const last = batches.at(-1)
    if (logged.source === null && last !== undefined) last.push(logged)
    else batches.push([logged])
  }
  return batches
}

const deadlineOf = (state: GameState) => ("deadline" in state ? state.deadline : null)

const isEarly = (before: GameState, event: GameEvent): boolean => {
  const deadline = deadlineOf(before)
  return (
    event._tag === "TimerFired" && (deadline === null || event.atMs < deadline.atMs || event.timer !== deadline.timer)
  )
}

const outageOf = (before: GameState, event: GameEvent, after: GameState): ReadonlyArray<GivenBack> => {
  const [from, to] = [deadlineOf(before), deadlineOf(after)]
  if (event._tag !== "OutageEnded" || from === null || to === null) return []
  return [{ atMs: event.atMs, lostMs: event.lostMs, movedMs: to.atMs - from.atMs }]
}

/** Everything again from the first event on, as the bot does it. */
const replayLog = (log: Logged, settings: Settings, nameOf: (id: PlayerId) => string): Replayed => {
  let state: GameState = initialState(settings)
  const states = new Map<number, GameState>()
  const said: Array<Said> = []
  const all: Array<GameEffect> = []
  const givenBack: Array<GivenBack> = []
  const early: Array<GameEvent> = []
  for (const batch of batchesOf(log)) {
    const effects: Array<GameEffect> = []
    for (const { event, game } of batch) {
      const before = state
      const step = reduce(before, event)
      state = step.state
      states.set(game, state)
      effects.push(...step.effects)
      if (isEarly(before, event)) early.push(event)
      givenBack.push(...outageOf(before, event, state))
    }
    all.push(...effects)
    const [first] = batch
    if (first === undefined) continue
    const via = viaOf(first.event, first.source)
    say(said, speak(state, effects, via, { by: wisherOf(first.event, nameOf) }))
  }
  return { states, said, effects: all, givenBack, early }
}

/** The log tells only some by name. */
const wisherOf = (event: GameEvent, nameOf: (id: PlayerId) => string): Player | null => {
  if (!("by" in event)) return null
  return typeof event.by === "string" ? { id: event.by, name: nameOf(event.by) } : event.by
}

const say = (said: Array<Said>, { outgoing }: Spoken): void => {
  for (const message of outgoing) {
    const { text } = renderText(message.text)
    if (message._tag === "Say") said.push({ text, before: [], slot: message.slot })
    else {
      const amended = said.findLast(({ slot }) => slot === message.slot)
      if (amended === undefined) continue
      amended.before.push(amended.text)
      amended.text = text
    }
  }
}

/** Said or not by whether the bot hears everything, which it may learn just before or after it is said. */
export const isOfAccess = (line: string): boolean =>
  line.includes("начинается с косой черты") || line.includes("Доступ ко всей переписке")

/**
 * Whether the bot hears everything, and so has no need to say how to reach it, is not in the log; nor is how far a clock was
 * seen to run, or whether the picture of the game took the place of its rounds.
 */
const asInLog = (text: string): string =>
  plainText(withoutClock([text]))
    .replaceAll("«/", "«")
    .split("\n")
    .filter((line) => !isOfAccess(line) && !/^[✅❌]{2,}$/u.test(line))
    .join("\n")
    .replace(/\n{2,}/gu, "\n\n")

const roundsOf = (state: GameState): { readonly results: number; readonly points: number } =>
  "score" in state
    ? { results: state.results.length, points: state.score.team + state.score.bot }
    : { results: 0, points: 0 }

/** What has come out of its games so far; it may be in the middle of one. */
export const effectsSoFar = async (
  sql: Sql,
  room: Room,
  settings: Settings = brisk
): Promise<ReadonlyArray<GameEffect>> =>
  replayLog(await readLog(sql, room.conversation), settings, (id) => room.nameOf(Number(id))).effects

export interface StoryOptions {
  /** An amendment may have overtaken a later one: two processes amended. */
  readonly lateAmends?: boolean
}

/**
 * The log, the stored games and the chat tell the same story: every message once and in its order, a point for every
 * round, no timer before its time, nothing left to be said.
 */
export const expectOneStory = async (
  sql: Sql,
  room: Room,
  settings: Settings = brisk,
  { lateAmends = false }: StoryOptions = {}
): Promise<Replayed> => {
  const { conversation } = room
  await until(`everything is said in ${conversation}`, async () => {
    const waiting = await sql`select from outbox where conversation = ${conversation} and dead_reason is null`
    return waiting.length === 0
  })
  const log = await readLog(sql, conversation)
  const replayed = replayLog(log, settings, (id) => room.nameOf(Number(id)))
  for (const [game, stored] of await readGames(sql, conversation)) {
    expect(stored, `game ${game} of ${conversation}`).toEqual({ _tag: "Ok", state: replayed.states.get(game) })
  }
  const seen = await room.said()
  const expected = replayed.said.map(({ before, text }, i) => {
    const found = seen[i]?.text ?? ""
    return lateAmends && before.includes(found) ? found : text
  })
  expect(seen.map(({ text }) => asInLog(text))).toEqual(expected.map(asInLog))
  const randomIds = seen.map(({ random_id }) => random_id)
  expect(new Set(randomIds).size).toBe(randomIds.length)
  expect(replayed.early).toEqual([])
  for (const state of replayed.states.values()) {
    const { points, results } = roundsOf(state)
    expect(points).toBe(results)
    if (state._tag === "Finished" && state.reason === "everything played") {
      const { pointsToWin, rounds } = state.settings
      const isWon = pointsToWin !== null && Math.max(state.score.team, state.score.bot) === pointsToWin
      if (!isWon) expect(results).toBe(rounds)
    }
  }
  const dead = await sql`select seq, dead_reason from outbox where conversation = ${conversation}`
  expect(dead).toHaveLength(0)
  return replayed
}
