/** One go at a batch of tasks: reduce, commit, and then what follows from the commit. */
import type { EpochMs } from "@znatoki/engine"
import type { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import { nothingSaid, stillLately } from "@znatoki/host/said-lately"
import { Clock, Effect } from "effect"
import { type Workshop, load, put } from "./workshop.ts"
import { finishFoldings } from "./finish-foldings.ts"
import { finishTasks, type PressAnswer, pressesOf } from "./finish-tasks.ts"
import { type Before, type Folded, type Folding, foldTasks } from "./fold-tasks.ts"
import { park, type Poison } from "../park/park.ts"
import type { CommitResult, DueTimer, StoredGame } from "@znatoki/ports/game-store"
import type { Outage } from "@znatoki/ports/heartbeat"
import { conversationOf, sourceOf, type Task } from "./task.ts"
import { untilReachable } from "../outage/until-reachable.ts"

type Groups = ReadonlyMap<ConversationId, ReadonlyArray<Task>>

/** Returns what is left: disturbed by somebody else, of another game, behind a failure. After the commit nothing fails. */
export const attempt = Effect.fnUntraced(function* (
  workshop: Workshop,
  tasks: ReadonlyArray<Task>,
  applied: ReadonlySet<SourceId>
) {
  const groups = byConversation(tasks.filter((task) => !applied.has(sourceOf(task))))
  // against: stale memory believed
  forgetOutdated(workshop, groups)
  // What a conversation waits for has to be known also when all of its tasks are over.
  const games = yield* load(workshop, new Set(tasks.map(conversationOf)))
  const nowMs = yield* Clock.currentTimeMillis
  const folded = yield* fold(workshop, games, groups, nowMs)
  // against: done before the commit, offered before the commit
  const refused = yield* commit(workshop, folded, nowMs)
  const over = tasks.filter((task) => applied.has(sourceOf(task)))
  const again: Array<Task> = []
  const poisons: Array<Poison> = []
  const finished: Array<Task> = []
  const answers: Array<PressAnswer> = []
  for (const [conversation, result] of folded) {
    const group = groups.get(conversation) ?? []
    const refusal = refused.get(conversation)
    if (refusal === undefined) {
      remember(workshop, games.get(conversation), result)
      // Talk is not stored, but the next wait that begins tells how far it was heard.
      workshop.heardOrder.set(conversation, result.heardOrder)
      if (result.saidLately === nothingSaid) workshop.saidLately.delete(conversation)
      else workshop.saidLately.set(conversation, result.saidLately)
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
    workshop.resident.delete(conversation)
    const known = new Set(refusal._tag === "Duplicate" ? refusal.sources : [])
    // against: repeated after a refusal, dropped after a refusal
    for (const task of group) (known.has(sourceOf(task)) ? over : again).push(task)
  }
  yield* finishTasks(workshop, finished, answers)
  yield* loadAnew(workshop, refused.keys())
  yield* finishTasks(workshop, over, pressesOf(over))
  const leftOut = yield* park(workshop, poisons)
  return leftOut.length === 0 ? again : yield* withoutStuck(workshop, again, leftOut)
})

/** Time that can neither be given back nor parked would come up before these tasks again and again: they are left out too. */
const withoutStuck = Effect.fnUntraced(function* (
  workshop: Workshop,
  tasks: ReadonlyArray<Task>,
  leftOut: ReadonlyArray<Task>
) {
  const stuck = new Set(leftOut.filter((task) => task._tag === "Outage").map(conversationOf))
  const lost = tasks.filter((task) => stuck.has(conversationOf(task)))
  yield* finishTasks(workshop, lost, pressesOf(lost))
  return tasks.filter((task) => !stuck.has(conversationOf(task)))
})

/** A deadline that the store holds and memory does not wait for: somebody else played here, and memory is behind. */
const forgetOutdated = (workshop: Workshop, groups: Groups): void => {
  for (const [conversation, tasks] of groups) {
    const state = workshop.resident.get(conversation)?.state
    if (state === undefined) continue
    const deadline = "deadline" in state ? state.deadline : null
    const isKnown = ({ game, timer }: DueTimer): boolean => game === state.game && timer === deadline?.timer
    if (tasks.some((task) => task._tag === "Timer" && !isKnown(task.due))) workshop.resident.delete(conversation)
  }
}

const fold = (workshop: Workshop, games: ReadonlyMap<ConversationId, StoredGame>, groups: Groups, nowMs: EpochMs) => {
  // against: outage kept
  const outages = workshop.pulse.outages(nowMs)
  const foldings = new Map<ConversationId, Folding>()
  for (const [conversation, tasks] of groups) {
    const before = games.get(conversation)
    if (before === undefined) continue
    const all = outages.length === 0 ? tasks : [...lostBefore(before, outages), ...tasks]
    foldings.set(
      conversation,
      foldTasks({ stored: before, ...rememberedOf(workshop, conversation, nowMs) }, all, {
        nowMs,
        roll: workshop.dice.roll,
        lexicon: workshop.lexicon,
        textMax: workshop.messenger.textMax
      })
    )
  }
  return finishFoldings(foldings, workshop.bank.draw)
}

/** Time lost is given back before anything else happens: no timer may fire in it, no wait begin in it. */
const lostBefore = (
  { conversation, state, updatedAtMs }: StoredGame,
  outages: ReadonlyArray<Outage>
): ReadonlyArray<Task> =>
  "deadline" in state
    ? outages
        .filter(({ atMs }) => updatedAtMs < atMs)
        .map((outage) => ({ _tag: "Outage", conversation, ...outage, done: Effect.void }))
    : []

/** Stores what changed; returns what was refused. */
const commit = Effect.fnUntraced(function* (
  workshop: Workshop,
  folded: ReadonlyMap<ConversationId, Folded>,
  nowMs: EpochMs
) {
  const batch = [...folded.values()].map((each) => each.commit).filter((each) => each !== null)
  const refused = new Map<ConversationId, Exclude<CommitResult, { _tag: "Committed" }>>()
  if (batch.length === 0) return refused
  const results = yield* workshop.store.commit(batch)
  workshop.pulse.feel(nowMs)
  for (const [i, { next }] of batch.entries()) {
    const result = results[i]
    if (result !== undefined && result._tag !== "Committed") refused.set(next.conversation, result)
  }
  return refused
})

const rememberedOf = (workshop: Workshop, conversation: ConversationId, nowMs: EpochMs): Omit<Before, "stored"> => ({
  saidLately: stillLately(workshop.saidLately.get(conversation) ?? nothingSaid, nowMs),
  heardOrder: workshop.heardOrder.get(conversation) ?? 0
})

const remember = (workshop: Workshop, before: StoredGame | undefined, { commit, hearsAll }: Folded): void => {
  if (commit === null) {
    // Talk is not stored, but the next commit tells that it was heard.
    if (before === undefined || hearsAll === before.hearsAll) return
    if (workshop.resident.get(before.conversation) === before)
      workshop.resident.set(before.conversation, { ...before, hearsAll })
    return
  }
  const { next, outgoing } = commit
  put(workshop, next)
  workshop.deliverer.offer(outgoing.map((message) => ({ conversation: next.conversation, ...message })))
}

/** Whoever was there first may be a commit of ours whose answer got lost: its messages go before what follows. */
const loadAnew = (workshop: Workshop, conversations: Iterable<ConversationId>) =>
  load(workshop, conversations).pipe(
    untilReachable(workshop.trouble),
    Effect.catchCause((cause) => Effect.logError("a conversation that moved cannot be read", cause))
  )

const byConversation = (tasks: ReadonlyArray<Task>): Groups => {
  const groups = new Map<ConversationId, Array<Task>>()
  for (const task of tasks) {
    const conversation = conversationOf(task)
    const group = groups.get(conversation)
    if (group === undefined) groups.set(conversation, [task])
    else group.push(task)
  }
  return groups
}
