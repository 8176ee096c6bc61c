/** One go at a batch of tasks: reduce, commit, and then what follows from the commit. */
import type { EpochMs } from "@znatoki/engine"
import type { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import { type Context, Effect, Option } from "effect"
import { steadyMs } from "@znatoki/ports/steady-ms"
import { timed } from "@znatoki/ports/metrics"
import { commits, commitSize, commitTime, gameEvents, roundPlayers, verdicts } from "../measured.ts"
import { finishFoldings } from "./finish-foldings.ts"
import { finishTasks, pressesOf, tellDecided } from "./finish-tasks.ts"
import { type Folded, type Folding, foldTasks } from "./fold-tasks.ts"
import { HouseRules } from "./house-rules.ts"
import { Overheard } from "./overheard.ts"
import { recordCommit } from "./record-ways.ts"
import { Residents } from "./residents.ts"
import { Doorbell, type Ring } from "@znatoki/ports/doorbell"
import type { PressAnswer } from "@znatoki/ports/press-answers"
import { lostIn, type LostTime, Pulse } from "../outage/pulse.ts"
import { park, type Poison } from "../park/park.ts"
import { Dice } from "@znatoki/ports/dice"
import { type Commit, type CommitResult, type DueTimer, GameStore, type StoredGame } from "@znatoki/ports/game-store"
import { QuestionBank } from "@znatoki/ports/question-bank"
import { Reminders } from "@znatoki/ports/reminders"
import { QuestionShelves } from "@znatoki/ports/question-shelves"
import { Statistics } from "@znatoki/ports/statistics"
import { Tracing } from "@znatoki/ports/tracing"
import { conversationOf, sourceOf, type Task } from "./task.ts"
import { untilReachable } from "../outage/until-reachable.ts"

type Groups = ReadonlyMap<ConversationId, ReadonlyArray<Task>>

/** Returns what is left: disturbed by somebody else, of another game, behind a failure. After the commit nothing fails. */
export const attempt = Effect.fnUntraced(function* (tasks: ReadonlyArray<Task>, applied: ReadonlySet<SourceId>) {
  const bell = yield* Doorbell
  const overheard = yield* Overheard
  const residents = yield* Residents
  const { groups, over } = byConversation(tasks, applied)
  // against: stale memory believed
  forgetOutdated(residents, groups)
  // What a conversation waits for has to be known also when all of its tasks are over.
  const games = yield* loadAndRing(new Set(tasks.map(conversationOf)))
  const pulse = yield* Pulse
  // against: lost before anybody asked
  const nowMs = yield* pulse.settledNow
  const folded = yield* fold(games, groups, nowMs)
  // against: done before the commit, offered before the commit
  const refused = yield* commit(folded, groups, nowMs)
  const again: Array<Task> = []
  const poisons: Array<Poison> = []
  const finished: Array<Task> = []
  const answers: Array<PressAnswer> = []
  const rings: Array<Ring> = []
  for (const [conversation, result] of folded) {
    const group = groups.get(conversation) ?? []
    const refusal = refused.get(conversation)
    if (refusal === undefined) {
      remember(residents, games.get(conversation), result)
      rings.push(...ringOf(result))
      // Talk is not stored, but the next wait that begins tells how far it was heard.
      overheard.remember(conversation, result)
      const left = new Set(result.rest)
      if (result.poison !== null) {
        poisons.push(result.poison)
        left.add(result.poison.task)
      }
      for (const task of group) if (!left.has(task)) finished.push(task)
      answers.push(...result.answers)
      // against: rest forgotten
      again.push(...result.rest)
      continue
    }
    // against: stale after a refusal
    residents.forget(conversation)
    const known = new Set(refusal._tag === "Duplicate" ? refusal.sources : [])
    // against: repeated after a refusal, dropped after a refusal
    for (const task of group) (known.has(sourceOf(task)) ? over : again).push(task)
  }
  yield* bell.ring(rings)
  yield* finishTasks(finished, answers)
  yield* tellDecided(finished, folded)
  if (refused.size > 0) yield* loadAnew(refused.keys())
  // against: repeated never done
  yield* finishTasks(over, pressesOf(over))
  return poisons.length === 0 ? again : yield* withoutParked(again, poisons)
})

/** Time that can neither be given back nor parked would come up before these tasks again and again: they are left out too. */
const withoutParked = Effect.fnUntraced(function* (tasks: ReadonlyArray<Task>, poisons: ReadonlyArray<Poison>) {
  const leftOut = yield* park(poisons)
  const stuck = new Set(leftOut.filter((task) => task._tag === "Outage").map(conversationOf))
  if (stuck.size === 0) return tasks
  const lost = tasks.filter((task) => stuck.has(conversationOf(task)))
  yield* finishTasks(lost, pressesOf(lost))
  return tasks.filter((task) => !stuck.has(conversationOf(task)))
})

/**
 * A deadline that the store holds and memory does not wait for: somebody else played here, and memory is behind. That something can be said
 * again is told once, and would mean nothing to a game that only somebody else knows to be held.
 */
const forgetOutdated = (residents: Residents["Service"], groups: Groups): void => {
  for (const [conversation, tasks] of groups) {
    for (const task of tasks) {
      const isOutdated = task._tag === "Timer" && !isWaitedFor(task.due, residents.get(conversation))
      const isToldOnce = task._tag === "Settled" || (task._tag === "Presence" && task.isHere)
      if (isOutdated || isToldOnce) residents.forget(conversation)
    }
  }
}

/** By the game in memory; where there is none it is read anyway. */
const isWaitedFor = ({ game, timer }: DueTimer, known: StoredGame | undefined): boolean => {
  if (known === undefined) return true
  const { state } = known
  return game === state.game && "deadline" in state && timer === state.deadline.timer
}

const fold = Effect.fnUntraced(function* (
  games: ReadonlyMap<ConversationId, StoredGame>,
  groups: Groups,
  nowMs: EpochMs
) {
  const bank = yield* QuestionBank
  const shelves = yield* QuestionShelves
  const statistics = yield* Statistics
  // A bot without them is asked for none.
  const reminders = Option.getOrNull(yield* Effect.serviceOption(Reminders))
  const { lexicon } = yield* HouseRules
  const overheard = yield* Overheard
  const pulse = yield* Pulse
  const { roll } = yield* Dice
  const { textMax } = yield* Doorbell
  // against: outage kept
  const outages = pulse.outages(nowMs)
  const foldings = new Map<ConversationId, Folding>()
  for (const [conversation, tasks] of groups) {
    const before = games.get(conversation)
    if (before === undefined) continue
    const timely = overheard.withoutOutdated(before, tasks)
    const all = outages.length === 0 ? timely : [...lostBefore(before, outages), ...timely]
    foldings.set(
      conversation,
      foldTasks({ stored: before, ...overheard.recall(conversation, nowMs) }, all, { nowMs, roll, lexicon, textMax })
    )
  }
  return yield* finishFoldings(foldings, {
    draw: bank.draw,
    shelves: shelves.of,
    tell: statistics.tell,
    remind: reminders === null ? null : reminders.change
  })
})

/** Time lost is given back before anything else happens: no timer may fire in it, no wait begin in it. */
const lostBefore = (
  { conversation, state, updatedAtMs }: StoredGame,
  outages: ReadonlyArray<LostTime>
): ReadonlyArray<Task> =>
  "deadline" in state
    ? outages
        .filter(({ atMs }) => updatedAtMs < atMs)
        .map((outage) => ({ _tag: "Outage", conversation, ...lostIn(conversation, outage), done: Effect.void }))
    : []

/** Stores what changed; returns what was refused. */
const commit = Effect.fnUntraced(function* (
  folded: ReadonlyMap<ConversationId, Folded>,
  groups: Groups,
  nowMs: EpochMs
) {
  const pulse = yield* Pulse
  const store = yield* GameStore
  const batch: Array<Commit> = []
  for (const { commit } of folded.values()) if (commit !== null) batch.push(commit)
  const refused = new Map<ConversationId, Exclude<CommitResult, { _tag: "Committed" }>>()
  if (batch.length === 0) return refused
  const recorder = yield* Tracing
  const commitAll = timed(commitTime, steadyMs)(store.commit(batch))
  const results = yield* recorder === null ? commitAll : recordCommit(recorder, groups, batch)(commitAll)
  pulse.feel(nowMs)
  yield* measure(batch, results)
  for (const [i, { next }] of batch.entries()) {
    const result = results[i]
    if (result !== undefined && result._tag !== "Committed") refused.set(next.conversation, result)
  }
  return refused
})

const measure = (batch: ReadonlyArray<Commit>, results: ReadonlyArray<CommitResult>) =>
  Effect.contextWith((context: Context.Context<never>) => {
    commitSize.updateUnsafe(batch.length, context)
    for (const [i, { log, next }] of batch.entries()) {
      const result = results[i]
      if (result === undefined) continue
      commits(result._tag).updateUnsafe(1, context)
      if (result._tag !== "Committed") continue
      for (const { event } of log) {
        gameEvents(event._tag).updateUnsafe(1, context)
        if (event._tag === "QuestionDrawn" && "players" in next.state)
          roundPlayers.updateUnsafe(next.state.players.length, context)
        if (event._tag === "TextSaid" && event.judgement !== undefined) {
          verdicts(event.judgement.verdict).updateUnsafe(1, context)
        }
      }
    }
    return Effect.void
  })

const remember = (
  residents: Residents["Service"],
  before: StoredGame | undefined,
  { commit, hearsAll }: Folded
): void => {
  if (commit !== null) return residents.put(commit.next)
  // Talk is not stored, but the next commit tells that it was heard.
  if (before === undefined || hearsAll === before.hearsAll) return
  if (residents.get(before.conversation) === before) residents.putUnstored({ ...before, hearsAll })
}

/** What a commit has to say; nothing of one that says nothing. */
const ringOf = ({ commit }: Folded): ReadonlyArray<Ring> =>
  commit === null || commit.outgoing.length === 0
    ? []
    : [{ conversation: commit.next.conversation, upTo: commit.next.lastSeq, messages: commit.outgoing }]

/** Whoever was there first may be a commit of ours whose answer got lost: its messages go before what follows. */
const loadAnew = (conversations: Iterable<ConversationId>) =>
  loadAndRing(conversations).pipe(
    untilReachable,
    Effect.catchCause((cause) => Effect.logError("a conversation that moved cannot be read", cause))
  )

/** Whoever played there before may not have said everything. */
const loadAndRing = Effect.fnUntraced(function* (conversations: Iterable<ConversationId>) {
  const bell = yield* Doorbell
  const residents = yield* Residents
  const { games, read } = yield* residents.load(conversations)
  const rings = read.map(({ conversation, lastSeq }): Ring => ({ conversation, upTo: lastSeq, messages: [] }))
  if (rings.length > 0) yield* bell.ring(rings)
  return games
})

/** And those that were applied before, apart. */
const byConversation = (tasks: ReadonlyArray<Task>, applied: ReadonlySet<SourceId>) => {
  const groups = new Map<ConversationId, Array<Task>>()
  const over: Array<Task> = []
  for (const task of tasks) {
    if (applied.has(sourceOf(task))) {
      over.push(task)
      continue
    }
    const conversation = conversationOf(task)
    const group = groups.get(conversation)
    if (group === undefined) groups.set(conversation, [task])
    else group.push(task)
  }
  return { groups, over }
}
