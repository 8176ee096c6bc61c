/**
 * What of an event the rules take. A value of its type need not be one of its schema: `atMs` may be a fraction, a name
 * empty, a question a whole row of a database. What such a value made could be stored and not be read again, so it becomes
 * the nearest that can be.
 */
import { Schema } from "effect"
import type { GameEvent, Moment } from "./game-event.ts"
import type { Player } from "./ids.ts"
import { JsonValue } from "./json-value.ts"
import { Judgement } from "./judge/verdict/judgement.ts"
import { Handout, Question } from "./question.ts"
import { soundSettings } from "./sound-settings.ts"
import { isWhole, wholeNumber } from "./whole-number.ts"

/** Null: it cannot be mended, so it is as if it had not come. */
export const soundEvent = (event: GameEvent): GameEvent | null => {
  const counted = withWholeNumbers(event)
  switch (counted._tag) {
    case "StartRequested":
      return { ...counted, by: soundPlayer(counted.by), settings: counted.settings && soundSettings(counted.settings) }
    case "JoinRequested":
      return { ...counted, by: soundPlayer(counted.by) }
    case "SettingsChanged":
      return { ...counted, settings: soundSettings(counted.settings) }
    case "QuestionDrawn": {
      const question = soundQuestion(counted.question)
      return question === counted.question ? counted : question && { ...counted, question }
    }
    case "TextSaid": {
      const judgement = counted.judgement && soundJudgement(counted.judgement)
      return judgement === undefined || judgement === counted.judgement ? counted : { ...counted, judgement }
    }
    default:
      return counted
  }
}

/** The very same object if all its numbers are whole, which is looked at without making any other. */
const withWholeNumbers = (event: GameEvent): GameEvent => {
  const seen = "seen" in event ? event.seen : null
  if (hasWholeNumbers(event) && (seen === null || hasWholeNumbers(seen))) return event
  // Dice may be negative.
  const seed = Number.isSafeInteger(event.seed) ? event.seed : wholeNumber(event.seed)
  const mended = { ...event, ...mendedNumbers(event), seed }
  return "seen" in mended && seen !== null ? { ...mended, seen: { ...seen, ...mendedNumbers(seen) } } : mended
}

const hasWholeNumbers = (event: GameEvent | Moment): boolean =>
  (!("atMs" in event) || (isWhole(event.atMs) && Number.isSafeInteger(event.seed))) &&
  (!("game" in event) || isWhole(event.game)) &&
  (!("round" in event) || isWhole(event.round)) &&
  (!("place" in event) || isWhole(event.place)) &&
  (!("lostMs" in event) || isWhole(event.lostMs))

const mendedNumbers = (value: object): object =>
  Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (typeof part === "number" ? [[key, wholeNumber(part)]] : []))
  )

const isJson = Schema.is(JsonValue)

/** Only what a state keeps: a whole user record may hold what no JSON can. Whoever has no name is called by the id. */
const soundPlayer = ({ extra, id, name }: Player): Player => ({
  id,
  name: name === "" ? id : name,
  ...(extra !== undefined && isJson(extra) ? { extra } : {})
})

/** A question that asks nothing, or has no answer, is none; it is asked for again. What is sound is the very same object. */
const soundQuestion = (question: Question): Question | null => {
  if (question.text === "" || question.answer === "") return null
  return isBareQuestion(question) ? question : barely(question)
}

const isWord = (text: string): boolean => text !== ""

/** With nothing of which a question knows nothing; what it need not have may be missing. */
const hasOnly = (fields: object, value: object): boolean => {
  for (const key of Object.keys(value)) if (!Object.hasOwn(fields, key)) return false
  return true
}

const optional = ["answerImageUrl", "credit"] as const
const isSaid = (text: string | undefined): text is string => typeof text === "string" && isWord(text)

const hasSoundOptions = (question: Question): boolean => {
  for (const key of optional) if (key in question && !isSaid(question[key])) return false
  return true
}

const isBareQuestion = (question: Question): boolean =>
  hasOnly(Question.fields, question) &&
  hasSoundOptions(question) &&
  (question.handout === null || hasOnly(Handout.fields, question.handout)) &&
  question.accepted.every(isWord) &&
  question.rejected.every(isWord)

const barely = (question: Question): Question => {
  const { accepted, answer, answerImageUrl, author, comment, credit, handout, id, rejected, source, text } = question
  return {
    id,
    text,
    handout: handout && { text: handout.text, imageUrl: handout.imageUrl },
    answer,
    accepted: accepted.filter(isWord),
    rejected: rejected.filter(isWord),
    comment,
    source,
    author,
    ...(isSaid(answerImageUrl) ? { answerImageUrl } : {}),
    ...(isSaid(credit) ? { credit } : {})
  }
}

const soundJudgement = (judgement: Judgement): Judgement => {
  const { matched, reason, verdict } = judgement
  return Object.keys(judgement).length === Object.keys(Judgement.fields).length
    ? judgement
    : { verdict, reason, matched }
}
