/** What must hold after every simulated run, whatever went wrong in it. Each broken promise is told in one line. */
import { encodeSnapshot, type GameState } from "@znatoki/engine"
import type { ConversationId, Incoming } from "@znatoki/chat/chat-input"
import type { Outgoing } from "@znatoki/chat/message"
import type { LoggedEvent, QueuedMessage, StoredGame } from "@znatoki/ports/game-store"
import { checkShown } from "./check-shown.ts"
import { checkTime } from "./check-time.ts"
import { foldLog, type FoldedLog, type HeardInputs } from "./fold-log.ts"
import { surelyHeard } from "./people.ts"
import type { SimulatedWorld } from "./simulated-world.ts"

/** Everything that people did is done with, everything said is shown, no game waits. */
export const isQuiet = (world: SimulatedWorld): boolean => unquiet(world, minuteMs).length === 0

const minuteMs = 60_000

export const checkWorld = (world: SimulatedWorld): ReadonlyArray<string> => [
  ...unquiet(world, -minuteMs).map((what) => `it never becomes quiet: ${what}`),
  ...world.conversations.flatMap((conversation) =>
    checkConversation(world, conversation).map((wrong) => `${conversation}: ${wrong}`)
  )
]

/** A pause may hold a game for an hour, and the bot's clock differ from the world's: one that ends within `marginMs` counts. */
const unquiet = (world: SimulatedWorld, marginMs: number): ReadonlyArray<string> => {
  const { database, feed, time } = world
  return [
    ...[...database.parked.keys()].map((conversation) => `${conversation} is parked`),
    ...(feed.undone > 0 ? [`${feed.undone} events are not done with`] : []),
    ...[...database.conversations].flatMap(([conversation, { pending, stored }]) => [
      ...(pending.size > 0 ? [`${conversation} has ${pending.size} messages unsaid`] : []),
      ...(isHeldForNothing(world, stored) ? [`${conversation} is held as if nobody were there`] : []),
      ...waitingIn(stored.state, conversation, time.nowMs, marginMs)
    ])
  ]
}

const waitingIn = (state: GameState, conversation: string, nowMs: number, marginMs: number): ReadonlyArray<string> =>
  "deadline" in state && !(state._tag === "Paused" && state.deadline.atMs > nowMs + marginMs)
    ? [`${conversation} is in ${state._tag}, ${state.deadline.timer} was due ${nowMs - state.deadline.atMs} ms ago`]
    : []

/**
 * When all is said the bot is in every chat. Not asked where the word of it may go with who brings it: of two that say it at once the one that was
 * refused may be the one that ends, who hears may die before who decides is there, and of a clock that is set back between two lives the
 * word of the first may seem to be the second's. Such a game goes on when somebody at the table wants it to.
 */
const isHeldForNothing = ({ between, isAlone, planned }: SimulatedWorld, { state }: StoredGame): boolean =>
  between === null &&
  isAlone &&
  planned.clockJumpEveryMs === null &&
  state._tag === "Paused" &&
  state.why === "host gone"

const checkConversation = (world: SimulatedWorld, conversation: ConversationId): ReadonlyArray<string> => {
  const log = [...(world.database.conversations.get(conversation)?.games.values() ?? [])].flatMap(({ log }) => log)
  const heard: HeardInputs = new Map(world.feed.eventsOf(conversation).map((each) => [each.source, sound(each)]))
  const folded = foldLog(world, log, heard)
  const queued = world.queued.get(conversation) ?? []
  return [
    ...checkOnce(world, log, heard),
    ...checkOrder(log, heard),
    ...checkStored(world, conversation, folded.state),
    ...checkQuestions(world, folded),
    ...checkQueued(queued, folded),
    ...checkShown(world, conversation, queued),
    ...checkTime(world, conversation, folded)
  ]
}

/** What makes the code throw is kept as something that does not. */
const sound = (incoming: Incoming): Incoming =>
  incoming.source.startsWith("poison") ? (JSON.parse(JSON.stringify(incoming)) as Incoming) : incoming

/** Each event applied once; and what can never be passed over, was not. */
const checkOnce = (
  { skipped }: SimulatedWorld,
  log: ReadonlyArray<LoggedEvent>,
  heard: HeardInputs
): ReadonlyArray<string> => {
  const wrongs: Array<string> = []
  const applied = new Set<string>()
  for (const { source } of log) {
    if (source === null) continue
    if (applied.has(source)) wrongs.push(`${source} was applied twice`)
    applied.add(source)
  }
  for (const { input, source } of heard.values()) {
    const isSure = input._tag === "Wrote" && input.text === surelyHeard && !skipped.has(source)
    if (isSure && !applied.has(source)) wrongs.push(`${source} was acknowledged and never applied`)
  }
  return wrongs
}

/** What was said before something that was applied, other than talk, is not an answer to what happened since. */
const checkOrder = (log: ReadonlyArray<LoggedEvent>, heard: HeardInputs): ReadonlyArray<string> => {
  const wrongs: Array<string> = []
  let newest = 0
  for (const { event, source } of log) {
    const input = source === null ? undefined : heard.get(source)?.input
    if (input?._tag !== "Wrote") continue
    if (event._tag === "TextSaid" && input.order < newest) wrongs.push(`${source} is no answer, it came before others`)
    if (event._tag !== "TextSaid" || event.judgement !== undefined) newest = Math.max(newest, input.order)
  }
  return wrongs
}

const checkStored = (
  { database }: SimulatedWorld,
  conversation: ConversationId,
  folded: GameState
): ReadonlyArray<string> => {
  const stored = database.conversations.get(conversation)?.stored.state
  const isSame = stored === undefined || encodeSnapshot(stored) === encodeSnapshot(folded)
  return isSame ? [] : ["the fold of the log is not the stored state"]
}

/** None again before all were asked. */
const checkQuestions = ({ questions }: SimulatedWorld, { asked }: FoldedLog): ReadonlyArray<string> => {
  const first = asked.slice(0, questions.length)
  return new Set(first).size === first.length ? [] : ["a question was asked twice"]
}

/** What was queued is what the log says, word for word, numbered without a gap. */
const checkQueued = (
  queued: ReadonlyArray<QueuedMessage>,
  { said, saidUnsure }: Pick<FoldedLog, "said" | "saidUnsure">
): ReadonlyArray<string> => {
  const gap = queued.findIndex(({ seq }, i) => seq !== i + 1)
  if (gap !== -1) return [`message ${gap + 1} has the number ${queued[gap]?.seq}`]
  if (queued.length !== said.length) return [`the log speaks ${said.length} messages, ${queued.length} were queued`]
  const other = queued.findIndex(({ message }, i) => said[i] !== null && !isOneOf(message, said[i], saidUnsure[i]))
  return other === -1 ? [] : [`message ${other + 1} is not what the log says`]
}

/** When it was decided on, and after which event, is not in the log. */
const isOneOf = (message: Outgoing, ...all: ReadonlyArray<Outgoing | undefined>): boolean => {
  const { decidedAtMs: _, origin: __, ...said } = message
  return all.some((each) => JSON.stringify(each) === JSON.stringify(said))
}
