/** What a conversation's waiting tasks do to its game, all of them together: pure but for the questions it asks for. */
import { type GameEvent, type GameState, type Lexicon, type QuestionId, type Seed, type Turned } from "@znatoki/engine"
import type { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import type { ProposedQuestion } from "@znatoki/chat/proposal"
import type { SaidLately } from "@znatoki/host/said-lately"
import type { Via } from "@znatoki/host/via"
import type { KeptReminders } from "@znatoki/chat/reminder"
import type { Told } from "@znatoki/chat/statistics"
import type { Shelves } from "@znatoki/chat/question-choice"
import { inquiryIn } from "@znatoki/host/inquiry"
import { asksForShelves, choiceOfGame, type Known, withKnownNames } from "@znatoki/host/questions/choose-questions"
import { type Occasion, showTurn } from "@znatoki/host/show-turn"
import { Cause } from "effect"
import { withSettledNext } from "@znatoki/ports/conversation-settings"
import type { PressAnswer } from "@znatoki/ports/press-answers"
import type { Poison } from "../park/park.ts"
import type { Commit, LoggedEvent, QueuedMessage, StoredGame } from "@znatoki/ports/game-store"
import type { Draw, Drawn } from "@znatoki/ports/question-bank"
import type { Asked } from "@znatoki/ports/statistics"
import type { Unstored } from "./overheard.ts"
import { inLine } from "./in-line.ts"
import { asPrivate, foldPrivately, type PrivatelyFolded } from "./fold-private.ts"
import { answerTo } from "./finish-tasks.ts"
import { foldDailyQuestion } from "./fold-daily-question.ts"
import { foldReminders, type Reminding } from "./fold-reminders.ts"
import { isMuted } from "./muted.ts"
import { hearsAllAfter, isAboutDaily, isAlone, meaningOf, orderOf, sourceOf, speakerOf, type Task } from "./task.ts"

export interface Folded extends Unstored {
  /** Null: nothing to store. */
  readonly commit: Commit | null
  readonly answers: ReadonlyArray<PressAnswer>
  /** The task that made the code throw: nothing of its conversation is played after it. */
  readonly poison: Poison | null
  readonly hearsAll: boolean
  /** What begins another game, for a commit holds one game only; or what came after a task that made the code throw. */
  readonly rest: ReadonlyArray<Task>
}

export interface Before extends Unstored {
  readonly stored: StoredGame
}

/** What a folding is played with beside the game. */
export interface Circumstances {
  readonly nowMs: number
  readonly roll: () => Seed
  /** The words that answers are judged with. */
  readonly lexicon?: Lexicon | undefined
  /** How long a text the messenger takes. */
  readonly textMax: number
}

/** What a folding cannot know by itself: a question to play, what the statistics say, which questions there are. */
export type Wanted =
  | { readonly _tag: "Question"; readonly draw: Draw }
  | { readonly _tag: "Told"; readonly asked: Asked }
  | { readonly _tag: "Shelves"; readonly conversation: ConversationId }
  | { readonly _tag: "Reminders"; readonly reminding: Reminding }

/** What it is given. A question: null when there are none; `told`: null when they could not be asked. */
export interface Given {
  readonly drawn: Drawn | null
  readonly told: Told | null
  readonly shelves: Shelves | null
  /** What there is after a wish; null where nobody keeps any. */
  readonly reminders: KeptReminders | null
}

export const nothingGiven: Given = { drawn: null, told: null, shelves: null, reminders: null }

export type Folding = Generator<Wanted, Folded, Given>

interface Meant extends ReturnType<typeof meaningOf> {
  /** What is no matter of the game; null: it is the game's to hear. */
  readonly aside: PrivatelyFolded | null
}

/**
 * What is said to the bot alone may be about a proposal, whatever else it says, and while a question of the day is open all may
 * be an answer to it; of reminders nobody speaks in a word of the game.
 */
function* meantBy(task: Task, stored: StoredGame, alone: boolean, circumstances: Circumstances) {
  const { nowMs, roll } = circumstances
  const proposed = alone ? foldPrivately(task, stored, circumstances) : null
  if (proposed !== null) return notTheGames(proposed)
  if (isAboutDaily(task, stored)) {
    const aside = (yield* foldReminders(task, stored, nowMs)) ?? (yield* foldDailyQuestion(task, stored, circumstances))
    if (aside !== null) return notTheGames(aside)
  }
  // against: late talk answers
  const meant: Meant = { ...meaningOf(task, stored, { nowMs, seed: roll() }), aside: null }
  if (meant.via === "words" || meant.via === "press") return meant
  const reminded = yield* foldReminders(task, stored, nowMs)
  return reminded === null ? meant : notTheGames(reminded)
}

const notTheGames = (aside: PrivatelyFolded): Meant => ({ event: null, via: "talk", aside })

export function* foldTasks(from: Before, tasks: ReadonlyArray<Task>, circumstances: Circumstances): Folding {
  const before = from.stored
  const log: Array<LoggedEvent> = []
  const outgoing: Array<QueuedMessage> = []
  const asked: Array<QuestionId> = []
  const answers: Array<PressAnswer> = []
  const version = before.version + 1
  const talk: Talk = { version, talked: [], proposed: [] }
  const seen = new Set<string>()
  let stored = before
  let heardOrder = Math.max(from.heardOrder, before.lastOrder)
  let hearsAll = before.hearsAll
  let saidLately = from.saidLately
  let poison: Poison | null = null
  let rest: ReadonlyArray<Task> = []

  for (const [i, task] of tasks.entries()) {
    const source = sourceOf(task)
    if (seen.has(source)) continue
    seen.add(source)
    let notice: string | null = null
    hearsAll = hearsAllAfter(task, hearsAll)
    try {
      const alone = isAlone(task, stored)
      const { aside, event, via } = yield* meantBy(task, stored, alone, circumstances)
      if (aside !== null) {
        notice = aside.notice
        outgoing.push(...aside.outgoing)
        stored = besideTheGame(talk, source, stored, aside)
        asked.push(...(aside.asked ?? []))
      }
      if (event !== null) {
        const occasion = {
          via,
          by: speakerOf(task),
          order: orderOf(task),
          hearsAll,
          alone,
          saidLately,
          lexicon: circumstances.lexicon,
          textMax: circumstances.textMax
        }
        const played = inSilence(task, stored, yield* play(stored, event, occasion, { ...circumstances, task }))
        if (log.length > 0 && played.stored.state.game !== stored.state.game) {
          rest = tasks.slice(i)
          break
        }
        notice = played.notice
        saidLately = played.saidLately
        if (played.matters) {
          played.steps.forEach(({ event }, i) => {
            log.push({ source: i === 0 ? source : null, event })
            // against: asked forgotten
            if (event._tag === "QuestionDrawn") asked.push(event.question.id)
          })
          // against: last words only
          outgoing.push(...played.outgoing)
          stored = { ...advanced(stored, played, { task, via, heardOrder, alone }), version }
        }
      }
    } catch (error) {
      poison = { task, cause: Cause.die(error), met: stored }
      rest = tasks.slice(i + 1)
      break
    }
    heardOrder = Math.max(heardOrder, orderOf(task) ?? 0)
    answers.push(...answerTo(task, notice))
  }

  const commit = worthStoring({ next: { ...stored, hearsAll }, log, outgoing, asked }, talk, before)
  return { commit, answers, poison, heardOrder, hearsAll, saidLately, rest }
}

/** Null: nothing that was applied. */
const worthStoring = (commit: Commit, { proposed, talked }: Talk, before: StoredGame): Commit | null => {
  if (talked.length === 0) return commit.log.length > 0 ? commit : null
  const { daily } = commit.next
  return { ...commit, talked, proposed, ...(daily === undefined || daily === before.daily ? {} : { daily }) }
}

/** What of several tasks goes into one commit beside the game. */
interface Talk {
  readonly version: number
  readonly talked: Array<SourceId>
  readonly proposed: Array<ProposedQuestion>
}

/** The dialog as it is after it. */
const besideTheGame = (
  { proposed, talked, version }: Talk,
  source: SourceId,
  before: StoredGame,
  { sent, stored }: PrivatelyFolded
): StoredGame => {
  if (stored === before) return stored
  talked.push(source)
  proposed.push(...sent)
  return { ...stored, version }
}

/** Where the bot is silenced it says what an admin's order brings, and nothing else. */
const inSilence = (task: Task, before: StoredGame, played: Played): Played =>
  isMuted(before) && task._tag !== "Order"
    ? { ...played, stored: { ...played.stored, lastSeq: before.lastSeq }, outgoing: [], notice: null }
    : played

/**
 * What was said before a wait began is no answer to it. Talk since then makes no answer late: one may be delivered again, after
 * what was said later.
 */
const advanced = (
  before: StoredGame,
  { stored }: Played,
  how: { readonly heardOrder: number; readonly task: Task; readonly via: Via; readonly alone: boolean }
): StoredGame => {
  const { alone, heardOrder, task, via } = how
  const after = alone ? asPrivate(stored) : stored
  const begins = isAnotherWait(before.state, after.state)
  if (via === "talk" && !begins) return after
  return { ...after, lastOrder: Math.max(before.lastOrder, orderOf(task) ?? 0, begins ? heardOrder : 0) }
}

const isAnotherWait = (before: GameState, after: GameState): boolean =>
  before._tag !== after._tag || before.game !== after.game || timerOf(before) !== timerOf(after)

const timerOf = (state: GameState): string | null => ("deadline" in state ? state.deadline.timer : null)

interface Played {
  /** Whether anything is worth storing: the state moved or something is to be said. */
  readonly matters: boolean
  readonly stored: StoredGame
  readonly steps: Turned["steps"]
  readonly outgoing: ReadonlyArray<QueuedMessage>
  readonly notice: string | null
  readonly saidLately: SaidLately
}

/** Who asks, begins or settles something may use names, or ask for numbers. */
const mayWantToKnow = ({ _tag }: GameEvent): boolean =>
  _tag === "InfoRequested" || _tag === "StartRequested" || _tag === "SettingsChanged"

/** What has to be looked up before it can happen, and the event with the names that the questions have. */
function* informed(
  { conversation, state }: StoredGame,
  heard: GameEvent,
  by: Occasion["by"]
): Generator<Wanted, Pick<Given, "told" | "shelves"> & Known, Given> {
  const inquiry = heard._tag === "InfoRequested" ? inquiryIn(heard, by) : null
  const { told } = inquiry === null ? nothingGiven : yield { _tag: "Told", asked: { conversation, inquiry } }
  const { shelves } = asksForShelves(heard, state) ? yield { _tag: "Shelves", conversation } : nothingGiven
  const known = shelves === null ? { event: heard, unknown: null } : withKnownNames(heard, state, shelves)
  return { told, shelves, ...known }
}

/** A question wanted is asked of the bank for this conversation; what somebody wants to know, of the statistics. */
function* play(
  before: StoredGame,
  heard: GameEvent,
  occasion: Occasion,
  { nowMs, roll, task }: Circumstances & { readonly task: Task }
): Generator<Wanted, Played, Given> {
  const { conversation } = before
  const { event, shelves, told, unknown } = mayWantToKnow(heard)
    ? yield* informed(before, heard, occasion.by)
    : { ...nothingGiven, event: heard, unknown: null }
  const drawOf = (seed: Seed): Draw => {
    // Most games have chosen nothing.
    const isChosen = event._tag === "StartRequested" || before.state.settings.extra !== undefined
    const choice = isChosen ? choiceOfGame(event, before.state) : null
    return { conversation, seed, ...(choice === null ? {} : { choice }) }
  }
  let drawn: Drawn | null = null
  const leftOfChoice = () => drawn?.choice ?? null
  const showing = showTurn(before.state, event, { ...occasion, told, shelves, unknown, leftOfChoice }, roll)
  let next = showing.next(null)
  while (next.done !== true) {
    drawn = (yield { _tag: "Question", draw: drawOf(roll()) }).drawn
    next = showing.next(drawn?.question ?? null)
  }
  const { notice, outgoing, saidLately, state, steps } = next.value
  // Never backwards: a clock that was set back must not make an outage look as if it were not given back yet.
  // against: change goes back
  const updatedAtMs = Math.max(before.updatedAtMs, event.atMs)
  return {
    matters: state !== before.state || outgoing.length > 0,
    stored: {
      ...before,
      state: before.settled === undefined ? state : withSettledNext(state, before.settled),
      lastSeq: before.lastSeq + outgoing.length,
      updatedAtMs
    },
    steps,
    outgoing: inLine(before, outgoing, task, nowMs),
    notice,
    saidLately
  }
}
