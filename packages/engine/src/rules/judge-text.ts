/** Whose words are the answer, and whether they are right. */
import type { EventOf, GameEvent } from "../game-event.ts"
import type { Answer, GameState } from "../game-state.ts"
import type { EpochMs } from "../ids.ts"
import { compileAnswer, type CompiledAnswer } from "../judge/compile-answer.ts"
import { judge } from "../judge/judge.ts"
import type { Lexicon } from "../judge/words/lexicon.ts"
import type { Question } from "../question.ts"
import { soundEvent } from "../sound-event.ts"
import { go, ignore, type Step } from "../step.ts"
import { toDecided } from "../transitions/judge-round.ts"
import { toVote } from "../transitions/vote.ts"
import { playerOf } from "./seats.ts"

/** Only the named player's first words count. A sticker is no answer, nor is part of one; who sends such is told so once. */
export const judgeText = (state: Answer, event: EventOf<"TextSaid">): Step => {
  if (event.by !== state.answerer) return ignore(state)
  if (!isAnswer(state, event)) return askForWords(state, event)
  const { atMs, text: given } = event
  const judgement = event.judgement ?? judge(compiledOnce(state.question), given)
  const answered = { ...answeringOf(state, atMs), given, judgement }
  if (judgement.verdict === "disputed" && state.settings.voteMs > 0) return toVote(state, answered, atMs)
  return toDecided(state, { ...answered, right: judgement.verdict === "accepted" }, atMs)
}

/** A log of before tells with its judgement what was an answer then. */
const isAnswer = (state: Answer, { by, cropped, judgement, text }: EventOf<"TextSaid">): boolean =>
  by === state.answerer &&
  cropped !== true &&
  text.trim() !== "" &&
  (hasWords(text) || judgement !== undefined || asksForSign(state))

/** Signs and pictures alone say nothing. */
const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** «Какой знак …?» is answered by a sign. */
const asksForSign = ({ question }: Answer): boolean => ![question.answer, ...question.accepted].every(hasWords)

const askForWords = (state: Answer, { cropped }: EventOf<"TextSaid">): Step => {
  if (state.hinted === true) return ignore(state)
  const why = cropped === true ? "cropped" : "no words"
  return go({ ...state, hinted: true }, { _tag: "TextWanted", answerer: playerOf(state, state.answerer), why })
}

/**
 * The event as it should be logged: as the rules take it, and an answer with the judge's word on it. A log of such events
 * replays to the same game with any later judge and any dictionary, or none. `state` is the one before the event.
 */
export const judged = (state: GameState, event: GameEvent, lexicon?: Lexicon): GameEvent => {
  const sound = soundEvent(event)
  if (sound?._tag !== "TextSaid") return sound ?? event
  return sound.judgement === undefined && state._tag === "Answer" && isAnswer(state, sound)
    ? { ...sound, judgement: judge(compiledOnce(state.question), sound.text, lexicon) }
    : sound
}

/** A question that is asked again and again is read once; it goes when nobody holds the question any more. */
const compiled = new WeakMap<Question, CompiledAnswer>()

const compiledOnce = (question: Question): CompiledAnswer => {
  const known = compiled.get(question)
  if (known !== undefined) return known
  const fresh = compileAnswer(question)
  compiled.set(question, fresh)
  return fresh
}

/** Silence is a wrong answer. */
export const judgeSilence = (state: Answer, atMs: EpochMs): Step =>
  toDecided(state, { ...answeringOf(state, atMs), given: null, judgement: null, right: false }, atMs)

const answeringOf = (state: Answer, atMs: EpochMs) => ({
  answerer: playerOf(state, state.answerer),
  decidedBy: "judge" as const,
  tookMs: Math.max(0, atMs - state.askedAtMs)
})
