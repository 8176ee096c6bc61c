/** What happens to a question of the day: state and event → state and effects. Pure and total, like the rules. */
import type { EpochMs, Judgement, Player, Question } from "@znatoki/engine"
import type { DailyQuestion } from "@znatoki/chat/daily-question"

export type DailyEvent =
  /** It is time for the next one. `busy`: they play, or the bot is silenced there. */
  | { readonly _tag: "Due"; readonly atMs: EpochMs; readonly question: Question | null; readonly busy: boolean }
  /** `isAddressed`: said to the bot, and no talk that might be an answer. `wroteAtMs`: at the earliest. */
  | {
      readonly _tag: "Said"
      readonly atMs: EpochMs
      readonly wroteAtMs: EpochMs
      readonly by: Player
      readonly text: string
      readonly judgement: Judgement
      readonly isAddressed: boolean
    }
  /** The time of the question with that number is over, as far as the clock goes. */
  | { readonly _tag: "Over"; readonly atMs: EpochMs; readonly number: number; readonly busy: boolean }

export type DailyEffect =
  | { readonly _tag: "Asked"; readonly question: Question; readonly openMs: number }
  /** `answered`: null where nobody knew it. */
  | {
      readonly _tag: "Told"
      readonly question: Question
      readonly answered: { readonly by: Player; readonly text: string; readonly judgement: Judgement } | null
    }
  | { readonly _tag: "NotThat"; readonly by: Player; readonly text: string; readonly judgement: Judgement }

export interface DailyStepped {
  /** The very same object as before if nothing changed. */
  readonly state: DailyQuestion
  readonly effects: ReadonlyArray<DailyEffect>
}

export const noDailyQuestion: DailyQuestion = { number: 0, open: null }

/** Whoever looks into the chat after lunch is not too late. */
export const openMs = 3 * 3_600_000
/** So much later it is looked again whether the answer may be told. */
export const againMs = 10 * 60_000
/** A job that looks each minute is later only where the bot was away: what was written meanwhile is to be heard first. */
export const lateMs = 5 * 60_000
/** A messenger may tell whole seconds. */
const doubtMs = 1_000

type Open = NonNullable<DailyQuestion["open"]>

const ignore = (state: DailyQuestion): DailyStepped => ({ state, effects: [] })

const ask = (state: DailyQuestion, question: Question, atMs: EpochMs): DailyStepped => {
  const { number, open } = state
  const told: ReadonlyArray<DailyEffect> =
    open === null ? [] : [{ _tag: "Told", question: open.question, answered: null }]
  return {
    state: { number: number + 1, open: { question, askedAtMs: atMs, closesAtMs: atMs + openMs, prolonged: false } },
    effects: [...told, { _tag: "Asked", question, openMs }]
  }
}

const said = (
  state: DailyQuestion,
  { askedAtMs, question }: Open,
  { by, isAddressed, judgement, text, wroteAtMs }: Extract<DailyEvent, { readonly _tag: "Said" }>
): DailyStepped => {
  if (wroteAtMs < askedAtMs - doubtMs) return ignore(state)
  if (judgement.verdict !== "accepted")
    return isAddressed ? { state, effects: [{ _tag: "NotThat", by, text, judgement }] } : ignore(state)
  return {
    state: { ...state, open: null },
    effects: [{ _tag: "Told", question, answered: { by, text, judgement } }]
  }
}

const over = (
  state: DailyQuestion,
  open: Open,
  { atMs, busy, number }: Extract<DailyEvent, { readonly _tag: "Over" }>
): DailyStepped => {
  if (number !== state.number || atMs < open.closesAtMs) return ignore(state)
  const isLate = !open.prolonged && atMs - open.closesAtMs > lateMs
  if (busy || isLate) {
    const prolonged = open.prolonged || isLate
    return { state: { ...state, open: { ...open, closesAtMs: atMs + againMs, prolonged } }, effects: [] }
  }
  return {
    state: { ...state, open: null },
    effects: [{ _tag: "Told", question: open.question, answered: null }]
  }
}

export const reduceDailyQuestion = (state: DailyQuestion, event: DailyEvent): DailyStepped => {
  if (event._tag === "Due")
    return event.busy || event.question === null ? ignore(state) : ask(state, event.question, event.atMs)
  const { open } = state
  if (open === null) return ignore(state)
  return event._tag === "Said" ? said(state, open, event) : over(state, open, event)
}
