/** What happens to a question that is being proposed: state and event → state and effects. Pure and total, like the rules. */
import type { EpochMs, Player } from "@znatoki/engine"
import type {
  Picture,
  Proposal,
  ProposalDraft,
  ProposalStep,
  ProposalWish,
  ProposedQuestion
} from "@znatoki/chat/proposal"
import {
  acceptedMax,
  awakeMs,
  dayMs,
  lengths,
  optional,
  sentInDayMax,
  steps,
  type TextStep
} from "./proposal-limits.ts"

export type ProposalEvent =
  /** Somebody wants to propose a question, or to go on with the one begun. */
  | { readonly _tag: "Opened"; readonly atMs: EpochMs; readonly by: Player }
  /** `cropped`: the messenger did not hand over all of the words. */
  | {
      readonly _tag: "Said"
      readonly atMs: EpochMs
      readonly by: Player
      readonly text: string
      readonly picture: Picture | null
      readonly cropped: boolean
    }
  /** `move`: the one the button was shown with; null: said in words, which mean the present one. */
  | {
      readonly _tag: "Wished"
      readonly atMs: EpochMs
      readonly by: Player
      readonly wish: ProposalWish
      readonly move: number | null
    }

export type ProposalRefusal =
  | { readonly _tag: "NothingOpen" }
  /** The button belongs to a question that is over. */
  | { readonly _tag: "Stale" }
  | { readonly _tag: "Empty" }
  | { readonly _tag: "Cropped" }
  | { readonly _tag: "TooShort"; readonly min: number }
  | { readonly _tag: "TooLong"; readonly max: number; readonly length: number }
  | { readonly _tag: "TooMany"; readonly max: number }
  | { readonly _tag: "NotOptional" }
  | { readonly _tag: "FirstStep" }
  | { readonly _tag: "PictureWanted" }
  /** All is told: a button is wanted. */
  | { readonly _tag: "ButtonWanted" }
  | { readonly _tag: "NotReady" }
  | { readonly _tag: "DayLimit"; readonly max: number; readonly againAtMs: EpochMs }

export type ProposalEffect =
  | { readonly _tag: "Asked"; readonly step: ProposalStep; readonly draft: ProposalDraft; readonly resumed: boolean }
  | { readonly _tag: "Refused"; readonly step: ProposalStep | null; readonly reason: ProposalRefusal }
  | { readonly _tag: "Cancelled" }
  | { readonly _tag: "Sent"; readonly question: ProposedQuestion; readonly leftToday: number }

export interface ProposalStepped {
  /** The very same object as before if nothing changed. */
  readonly state: Proposal
  readonly effects: ReadonlyArray<ProposalEffect>
}

export const noProposal: Proposal = { writing: null, move: 0, sentAtMs: [] }

const emptyDraft: ProposalDraft = {
  text: null,
  answer: null,
  accepted: [],
  comment: null,
  source: null,
  picture: null
}

type Writing = NonNullable<Proposal["writing"]>

/** Whether words that come now are an answer to what was asked. */
export const isAwake = ({ writing }: Proposal, atMs: EpochMs): boolean =>
  writing !== null && atMs - writing.touchedAtMs < awakeMs

export const isTold = (draft: ProposalDraft, step: ProposalStep): boolean => {
  switch (step) {
    case "accepted":
      return draft.accepted.length > 0
    case "confirm":
      return false
    default:
      return draft[step] !== null
  }
}

const refuse = (state: Proposal, reason: ProposalRefusal): ProposalStepped => ({
  state,
  effects: [{ _tag: "Refused", step: state.writing?.step ?? null, reason }]
})

const ask = (state: Proposal, writing: Writing, resumed = false): ProposalStepped => ({
  state: { ...state, writing, move: state.move + 1 },
  effects: [{ _tag: "Asked", step: writing.step, draft: writing.draft, resumed }]
})

const sentLately = ({ sentAtMs }: Proposal, atMs: EpochMs): ReadonlyArray<EpochMs> =>
  sentAtMs.filter((sent) => atMs - sent < dayMs)

/** Null: another one may be sent. */
const dayLimit = (state: Proposal, atMs: EpochMs): ProposalRefusal | null => {
  const lately = sentLately(state, atMs)
  const [oldest] = lately
  return oldest === undefined || lately.length < sentInDayMax
    ? null
    : { _tag: "DayLimit", max: sentInDayMax, againAtMs: oldest + dayMs }
}

const open = (state: Proposal, atMs: EpochMs): ProposalStepped => {
  const { writing } = state
  if (writing !== null) return ask(state, { ...writing, touchedAtMs: atMs }, true)
  const limit = dayLimit(state, atMs)
  return limit === null ? ask(state, { step: "text", draft: emptyDraft, touchedAtMs: atMs }) : refuse(state, limit)
}

const stepAt = (step: ProposalStep, away: number): ProposalStep | undefined => steps[steps.indexOf(step) + away]

/** A picture that came with the text is not asked for again. */
const stepAfter = (step: ProposalStep, draft: ProposalDraft): ProposalStep => {
  const next = stepAt(step, 1) ?? "confirm"
  return next === "picture" && draft.picture !== null ? "confirm" : next
}

const goOn = (state: Proposal, { step }: Writing, draft: ProposalDraft, atMs: EpochMs): ProposalStepped =>
  ask(state, { step: stepAfter(step, draft), draft, touchedAtMs: atMs })

/** One a line, or divided by semicolons; each once. */
const variantsIn = (words: string): ReadonlyArray<string> => [
  ...new Set(
    words
      .split(/[\n;]/u)
      .map((variant) => variant.trim())
      .filter((variant) => variant !== "")
  )
]

const wordsRefused = (step: TextStep, words: string): ProposalRefusal | null => {
  const { max, min } = lengths[step]
  if (words === "") return { _tag: "Empty" }
  if (words.length > max) return { _tag: "TooLong", max, length: words.length }
  if (words.length < min) return { _tag: "TooShort", min }
  if (step !== "accepted") return null
  const variants = variantsIn(words).length
  if (variants === 0) return { _tag: "Empty" }
  return variants > acceptedMax ? { _tag: "TooMany", max: acceptedMax } : null
}

const said = (
  state: Proposal,
  writing: Writing,
  { atMs, cropped, picture, text }: Extract<ProposalEvent, { readonly _tag: "Said" }>
): ProposalStepped => {
  const { draft, step } = writing
  if (step === "confirm") return refuse(state, { _tag: "ButtonWanted" })
  if (step === "picture") {
    return picture === null
      ? refuse(state, { _tag: "PictureWanted" })
      : goOn(state, writing, { ...draft, picture }, atMs)
  }
  if (cropped) return refuse(state, { _tag: "Cropped" })
  const words = text.trim()
  const reason = wordsRefused(step, words)
  if (reason !== null) return refuse(state, reason)
  const told = step === "accepted" ? { ...draft, accepted: variantsIn(words) } : { ...draft, [step]: words }
  return goOn(state, writing, picture === null ? told : { ...told, picture }, atMs)
}

/** Null: something is missing. */
const questionOf = (draft: ProposalDraft, by: Player): ProposedQuestion | null => {
  const { accepted, answer, comment, picture, source, text } = draft
  return text === null || answer === null || comment === null || source === null
    ? null
    : { text, answer, accepted, comment, source, picture, by: by.id, name: by.name }
}

const send = (state: Proposal, { draft, step }: Writing, by: Player, atMs: EpochMs): ProposalStepped => {
  const question = questionOf(draft, by)
  if (step !== "confirm" || question === null) return refuse(state, { _tag: "NotReady" })
  const limit = dayLimit(state, atMs)
  if (limit !== null) return refuse(state, limit)
  const sentAtMs = [...sentLately(state, atMs), atMs]
  return {
    state: { writing: null, move: state.move + 1, sentAtMs },
    effects: [{ _tag: "Sent", question, leftToday: sentInDayMax - sentAtMs.length }]
  }
}

const wished = (
  state: Proposal,
  writing: Writing,
  { atMs, by, move, wish }: Extract<ProposalEvent, { readonly _tag: "Wished" }>
): ProposalStepped => {
  if (move !== null && move !== state.move) return refuse(state, { _tag: "Stale" })
  const { draft, step } = writing
  switch (wish) {
    case "cancel":
      return { state: { ...state, writing: null, move: state.move + 1 }, effects: [{ _tag: "Cancelled" }] }
    case "back": {
      const before = stepAt(step, -1)
      return before === undefined
        ? refuse(state, { _tag: "FirstStep" })
        : ask(state, { step: before, draft, touchedAtMs: atMs })
    }
    case "skip":
      if (step === "confirm") return refuse(state, { _tag: "ButtonWanted" })
      return optional.has(step) || isTold(draft, step)
        ? goOn(state, writing, draft, atMs)
        : refuse(state, { _tag: "NotOptional" })
    case "send":
      return send(state, writing, by, atMs)
  }
}

export const reduceProposal = (state: Proposal, event: ProposalEvent): ProposalStepped => {
  if (event._tag === "Opened") return open(state, event.atMs)
  const { writing } = state
  if (writing === null) {
    const isOld = event._tag === "Wished" && event.move !== null
    return refuse(state, { _tag: isOld ? "Stale" : "NothingOpen" })
  }
  return event._tag === "Said" ? said(state, writing, event) : wished(state, writing, event)
}
