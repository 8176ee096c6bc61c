/** A whole game of scripted people: right, wrong, silent and early, on the world's own clock. */
import type { GameState, Question } from "@znatoki/engine"
import { QuestionId } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { LoggedEvent } from "@znatoki/ports/game-store"
import { Clock, Effect } from "effect"
import { TestClock } from "effect/testing"
import type { World } from "../src/testing/bot-world.ts"
import { person } from "../src/testing/chat-room.ts"

export const anna = person(1, "Анна")
export const boris = person(2, "Борис")

export const questions: ReadonlyArray<Question> = Array.from({ length: 5 }, (_, i) => ({
  id: QuestionId.make(String(i + 1)),
  text: `Вопрос номер ${i + 1}?`,
  handout: null,
  answer: "Пушкин",
  accepted: [],
  rejected: [],
  comment: null,
  source: null,
  author: null
}))

export const stateOf = ({ database }: World, conversation: ConversationId): GameState | null =>
  database.conversations.get(conversation)?.stored.state ?? null

/** Lets everything that can go on go on, without time passing. */
export const settle = Effect.gen(function* () {
  for (let i = 0; i < 300; i++) yield* Effect.yieldNow
})

/** Between two calls through ports the kernel takes fewer turns than this. */
const turnsMax = 40

/** Lets everything that can go on go on, without time passing: until no port has been called for a while. */
export const quiet = Effect.fnUntraced(function* (world: World) {
  for (let turns = 0, calls = world.calls; turns < turnsMax; turns++) {
    yield* Effect.yieldNow
    if (world.calls === calls) continue
    calls = world.calls
    turns = 0
  }
})

/** Every event of every game of the conversation, in order. */
export const logOf = ({ database }: World, conversation: ConversationId): ReadonlyArray<LoggedEvent> =>
  [...(database.conversations.get(conversation)?.games.values() ?? [])].flatMap(({ log }) => log)

/** The game but for its times, which an outage moves. */
export const outcomeOf = (state: GameState | null) =>
  state?._tag === "Finished"
    ? {
        reason: state.reason,
        score: state.score,
        captain: state.captain,
        rounds: state.results.map(({ answerer, question, right }) => ({ answerer, question, right }))
      }
    : null

/** What people do next, by the phase and the round; false: they wait for the clock. */
const move = (world: World, conversation: ConversationId, state: GameState | null, atMs: number): boolean => {
  const { room } = world
  const captain = state !== null && "captain" in state && state.captain === anna.id ? anna : boris
  switch (state?._tag) {
    case undefined:
    case "Idle":
      room.write(conversation, anna, "Начать игру", atMs)
      return true
    case "Lobby":
      if (state.players.length === 1) room.pressLabel(conversation, boris, "Я играю", atMs)
      else room.pressLabel(conversation, anna, "Поехали", atMs)
      return true
    case "Discussion":
      if (state.round !== 1) return false
      room.pressLabel(conversation, captain, "Досрочный ответ", atMs)
      return true
    case "Choice":
      if (state.round === 3) return false
      room.pressLabel(conversation, captain, "Борис", atMs)
      return true
    case "Answer":
      if (state.round === 3) return false
      room.write(
        conversation,
        state.answerer === anna.id ? anna : boris,
        state.round === 1 ? "Пушкин" : "Лермонтов",
        atMs
      )
      return true
    case "SoloChoice":
    case "Wheel":
    case "ClubHelp":
    case "Vote":
    case "Verdict":
    case "Appeal":
    case "Paused":
    case "Finished":
      return false
  }
}

export interface Script {
  /** Runs after every step, e.g. to start a killed bot again. */
  readonly between?: Effect.Effect<void>
  /** Where a conversation's part ends; where the game does, unless told otherwise. */
  readonly until?: (state: GameState | null) => boolean
}

const stepMs = 50

/** What a conversation does now: its people moved, wait for the bot, have no more to do; or it waits until a time. */
type Doing = "moved" | "busy" | "over" | number

/**
 * Plays side by side. People act once on what they see, when everything said has been shown; while the bot is busy a
 * little time passes, and while everybody waits for the clock it goes to the next deadline.
 */
export const play = Effect.fnUntraced(function* (
  world: World,
  conversations: ReadonlyArray<ConversationId>,
  { between = Effect.void, until = (state) => state?._tag === "Finished" }: Script = {}
) {
  const acted = new Map<ConversationId, number>()
  const act = (conversation: ConversationId, nowMs: number): Doing => {
    const { pending, stored } = world.database.conversations.get(conversation) ?? { pending: new Map(), stored: null }
    const state = stored?.state ?? null
    const version = stored?.version ?? 0
    if (pending.size > 0 || acted.get(conversation) === version) return "busy"
    if (until(state)) return "over"
    if (move(world, conversation, state, Math.floor(nowMs))) {
      acted.set(conversation, version)
      return "moved"
    }
    return state !== null && "deadline" in state ? state.deadline.atMs : "over"
  }
  for (let step = 0; step < 5_000; step++) {
    yield* quiet(world)
    yield* between
    yield* quiet(world)
    const nowMs = yield* Clock.currentTimeMillis
    const doing = conversations.map((conversation) => act(conversation, nowMs))
    if (doing.includes("moved")) continue
    if (doing.every((each) => each === "over")) return
    const nextMs = Math.min(...doing.filter((each) => typeof each === "number"))
    yield* doing.includes("busy") || nextMs <= nowMs ? TestClock.adjust(stepMs) : TestClock.setTime(nextMs)
  }
  throw new Error("the game does not end")
})

/** Plays one conversation to the end. */
export const playGame = (world: World, conversation: ConversationId, between: Effect.Effect<void> = Effect.void) =>
  play(world, [conversation], { between })

/** Stops a bot as its process is stopped: within five seconds, whatever it waits for. */
export const stopBot = Effect.fnUntraced(function* ({ stop }: { readonly stop: Effect.Effect<void> }) {
  const stopping = yield* Effect.forkChild(stop)
  yield* settle
  if (stopping.pollUnsafe() === undefined) yield* TestClock.adjust("5 seconds")
  yield* settle
  if (stopping.pollUnsafe() === undefined) throw new Error("the bot does not stop")
})
