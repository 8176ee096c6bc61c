/** fast-check generators of the things a game is made of. Small pools, so that people, rounds and timers meet. */
import fc from "fast-check"
import { type GameEvent, InfoTopic, type Moment } from "../game-event.ts"
import { GameState } from "../game-state.ts"
import { type Player, PlayerId, QuestionId, TimerKind, type TimerName } from "../ids.ts"
import type { Question } from "../question.ts"
import { timerName } from "../rules/deadline.ts"
import { PresetName, type Settings } from "../settings.ts"

const person = (id: string, name: string): Player => ({ id: PlayerId.make(id), name })

/** Everybody who can come to a generated game; more than the smaller tables seat. */
export const people = [
  person("ann", "Аня"),
  person("bob", "Боря"),
  person("cid", "Сид"),
  person("dan", "Даня")
] as const

const anyLengthMs = fc.integer({ min: 1, max: 600_000 })

/** Few sectors, so that the wheel comes round; now and then more blitzes than sectors. */
const anyWheel = fc.record({
  sectors: fc.integer({ min: 1, max: 4 }),
  blitz: fc.nat({ max: 2 }),
  superBlitz: fc.nat({ max: 2 })
})

/** Valid settings: few rounds and small tables, every rule on or off. */
export const anySettings: fc.Arbitrary<Settings> = fc.record({
  preset: fc.constantFrom(...PresetName.literals),
  rounds: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null, freq: 3 }),
  pointsToWin: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null, freq: 2 }),
  playersMax: fc.integer({ min: 1, max: 4 }),
  lobbyMs: anyLengthMs,
  wheelMs: anyLengthMs,
  discussionMs: anyLengthMs,
  warningMs: fc.oneof(fc.constant(0), anyLengthMs),
  choiceMs: anyLengthMs,
  answerMs: anyLengthMs,
  verdictMs: anyLengthMs,
  outageNoticeMs: fc.nat({ max: 5_000 }),
  wheel: fc.option(anyWheel, { nil: null, freq: 2 }),
  blitzQuestions: fc.integer({ min: 1, max: 3 }),
  blitzMs: anyLengthMs,
  extraMinutesMax: fc.nat({ max: 2 }),
  clubHelps: fc.nat({ max: 2 }),
  clubHelpMs: anyLengthMs,
  voteMs: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: anyLengthMs }),
  tieGoesTo: fc.constantFrom("team", "bot"),
  appeals: fc.nat({ max: 2 }),
  appealBy: fc.constantFrom("table", "admin"),
  appealMs: anyLengthMs,
  pauseMaxMs: anyLengthMs,
  voters: fc.constantFrom("conversation", "table"),
  authorVotes: fc.boolean(),
  lastVotesMs: fc.oneof(fc.constant(0), anyLengthMs),
  silentRoundsMax: fc.nat({ max: 2 }),
  stopConfirmMs: fc.oneof(fc.constant(0), anyLengthMs),
  skipsLoneChoice: fc.boolean(),
  clock: fc.boolean()
})

const anyWord = fc.constantFrom("четыре", "Пушкин", "вода", "тысяча", "Ёлка", "маятник")
/** Mostly words, now and then whatever an editor's keyboard holds. */
const anyReference = fc.oneof(
  { weight: 8, arbitrary: anyWord },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }) }
)
const maybeText = fc.option(fc.constantFrom("да", "такое бывает"), { nil: null })

/** Questions with the id `id`: whoever draws decides when two questions are the same. */
const anyQuestionOf = (id: fc.Arbitrary<string>): fc.Arbitrary<Question> =>
  fc.record({
    id: id.map((text) => QuestionId.make(text)),
    text: anyWord.map((word) => `Загадано слово из ${word.length} букв. Какое?`),
    handout: fc.option(fc.record({ text: maybeText, imageUrl: fc.constant(null) }), { nil: null }),
    answer: anyReference,
    accepted: fc.array(anyReference, { maxLength: 2 }),
    rejected: fc.array(fc.constantFrom("нет", "ничто"), { maxLength: 1 }),
    comment: maybeText,
    source: maybeText,
    author: maybeText
  })

/** Short questions, each with an id out of a thousand. */
export const anyQuestion: fc.Arbitrary<Question> = anyQuestionOf(fc.nat({ max: 999 }).map((n) => `q${n}`))

const anyRound = fc.nat({ max: 3 })
const anyGameNumber = fc.nat({ max: 2 })
export const anySeed = fc.integer()
const at = {
  atMs: fc.oneof({ weight: 9, arbitrary: fc.nat({ max: 10_000_000 }) }, { weight: 1, arbitrary: fc.maxSafeNat() }),
  seed: anySeed
}

const anyTimer: fc.Arbitrary<TimerName> = fc
  .tuple(anyRound, fc.constantFrom(...TimerKind.literals), fc.integer({ min: 1, max: 3 }))
  .map(([round, kind, attempt]) => timerName({ round, attempt }, kind))

const anyMoment: fc.Arbitrary<Moment> = fc.record({
  game: anyGameNumber,
  round: anyRound,
  phase: fc.constantFrom(...GameState.discriminants)
})
const anyPlace = fc.integer({ min: 1, max: 3 })

const press = { ...at, seen: fc.option(anyMoment, { nil: null, freq: 2 }) }
const anyPerson = fc.constantFrom(...people)
const anyId = anyPerson.map((player) => player.id)
const anyText = fc.oneof(anyWord, fc.constantFrom("", "  ", "не знаю"), fc.string({ unit: "grapheme", maxLength: 20 }))

const tagged = <const Tag extends GameEvent["_tag"]>(tag: Tag) => ({ _tag: fc.constant(tag) })

/** Any event at all, sensible or not: what a hostile or confused world could send. */
export const anyEvent: fc.Arbitrary<GameEvent> = fc.oneof(
  fc.record({
    ...tagged("StartRequested"),
    ...press,
    by: anyPerson,
    settings: fc.option(anySettings, { nil: null })
  }),
  fc.record({
    ...tagged("StartRequested"),
    ...press,
    by: anyPerson,
    settings: fc.constant(null),
    again: fc.constant(true)
  }),
  fc.record({ ...tagged("SettingsChanged"), ...press, by: anyId, settings: anySettings }),
  fc.record({ ...tagged("JoinRequested"), ...press, by: anyPerson }),
  fc.record({ ...tagged("LeaveRequested"), ...press, by: anyId }),
  fc.record({ ...tagged("PlayerGone"), ...at, player: anyId }),
  fc.record({ ...tagged("GoRequested"), ...press, by: anyId }),
  anyRound.chain((round) =>
    fc.record({
      ...tagged("QuestionDrawn"),
      ...at,
      round: fc.constant(round),
      place: anyPlace,
      question: anyQuestionOf(fc.nat({ max: 9 }).map((n) => `wild-${round}-${n}`))
    })
  ),
  fc.record({ ...tagged("QuestionsExhausted"), ...at, round: anyRound, place: anyPlace }),
  fc.record({ ...tagged("EarlyAnswerRequested"), ...press, by: anyId }),
  fc.record({ ...tagged("AnswererNamed"), ...press, by: anyId, player: anyId }),
  fc.record({ ...tagged("TextSaid"), ...at, by: anyId, text: anyText }),
  fc.record({ ...tagged("TextSaid"), ...at, by: anyId, text: anyText, cropped: fc.constant(true as const) }),
  fc.record({ ...tagged("ExtraMinuteRequested"), ...press, by: anyId }),
  fc.record({ ...tagged("ClubHelpRequested"), ...press, by: anyId }),
  fc.record({ ...tagged("VoteCast"), ...press, by: anyId, yes: fc.boolean() }),
  fc.record({ ...tagged("AppealRequested"), ...press, by: anyId }),
  fc.record({ ...tagged("RulingMade"), ...at, game: anyGameNumber, round: anyRound, accepted: fc.boolean() }),
  fc.record({ ...tagged("PauseRequested"), ...press, by: anyId }),
  fc.record({ ...tagged("ResumeRequested"), ...press, by: anyId }),
  fc.record({ ...tagged("NextRequested"), ...press, by: anyId }),
  fc.record({ ...tagged("StopRequested"), ...press, by: anyId }),
  fc.record({
    ...tagged("StopAnswered"),
    ...at,
    by: anyId,
    game: anyGameNumber,
    askedAtMs: at.atMs,
    yes: fc.boolean()
  }),
  fc.record({ ...tagged("StopOrdered"), ...at }),
  fc.record({ ...tagged("InfoRequested"), ...at, by: anyId, topic: fc.constantFrom(...InfoTopic.literals) }),
  fc.record({ ...tagged("TimerFired"), ...at, game: anyGameNumber, timer: anyTimer }),
  fc.record({ ...tagged("HostGone"), ...at }),
  fc.record({ ...tagged("HostReturned"), ...at }),
  fc.record({ ...tagged("OutageEnded"), ...at, lostMs: fc.oneof(fc.nat({ max: 20_000 }), fc.maxSafeNat()) })
)
