/** Whatever happens in whatever order: a question of the day is answered by who knew it, told once, and asked never while they play. */
import { assert, it } from "vitest"
import { Player, PlayerId, Question, QuestionId } from "@znatoki/engine"
import {
  againMs,
  type DailyEffect,
  type DailyEvent,
  lateMs,
  noDailyQuestion,
  openMs,
  reduceDailyQuestion
} from "@znatoki/host/daily/reduce-daily-question"
import fc from "fast-check"

const question = (id: number): Question =>
  Question.make({
    id: QuestionId.make(String(id)),
    text: `Вопрос ${id}?`,
    handout: null,
    answer: "Пушкин",
    accepted: [],
    rejected: [],
    comment: null,
    source: null,
    author: null
  })
const by = Player.make({ id: PlayerId.make("1"), name: "Аня" })

/** What happens next: a kind, how much later, and what may be otherwise. */
const step = fc.record({
  kind: fc.constantFrom("Due", "Said", "Over"),
  afterMs: fc.nat(openMs),
  wroteMsBefore: fc.nat(2 * openMs),
  right: fc.boolean(),
  isAddressed: fc.boolean(),
  busy: fc.boolean(),
  isOld: fc.boolean()
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const eventOf = (each: Step, atMs: number, number: number): DailyEvent => {
  switch (each.kind) {
    case "Due":
      return { _tag: "Due", atMs, busy: each.busy, question: question(number + 1) }
    case "Over":
      return { _tag: "Over", atMs, busy: each.busy, number: each.isOld ? number - 1 : number }
    default: {
      const verdict = each.right ? "accepted" : "rejected"
      const judgement = { verdict, reason: each.right ? "exact" : "other", matched: null } as const
      const wroteAtMs = Math.max(0, atMs - each.wroteMsBefore)
      return { _tag: "Said", atMs, wroteAtMs, by, text: "Пушкин", judgement, isAddressed: each.isAddressed }
    }
  }
}

const isTold = ({ _tag }: DailyEffect): boolean => _tag === "Told"
const isAsked = ({ _tag }: DailyEffect): boolean => _tag === "Asked"

it("each that was asked is told once before the next, none is asked or told while they play, and no answer is older than it", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (all) => {
      let state = noDailyQuestion
      let atMs = 1_000_000
      let [asked, told] = [0, 0]
      for (const each of all) {
        atMs += each.afterMs
        const event = eventOf(each, atMs, state.number)
        const before = state
        const stepped = reduceDailyQuestion(state, event)
        state = stepped.state
        const { effects } = stepped
        told += effects.filter(isTold).length
        asked += effects.filter(isAsked).length
        assert.strictEqual(asked - told, state.open === null ? 0 : 1)
        assert.strictEqual(state.number, asked)
        if (event._tag !== "Said" && event.busy) assert.deepStrictEqual(effects, [])
        if (event._tag === "Said" && before.open !== null && event.wroteAtMs < before.open.askedAtMs - 1_000)
          assert.deepStrictEqual(effects, [])
        if (event._tag === "Over" && event.number !== before.number) assert.strictEqual(state, before)
      }
    })
  )
})

it("whatever happened, it is told when its time is over and nobody plays, at the second time of asking at the latest", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (all) => {
      let state = reduceDailyQuestion(noDailyQuestion, {
        _tag: "Due",
        atMs: 1,
        busy: false,
        question: question(1)
      }).state
      let atMs = 1
      for (const each of all) {
        atMs += each.afterMs
        state = reduceDailyQuestion(state, eventOf(each, atMs, state.number)).state
      }
      for (let times = 0; times < 2 && state.open !== null; times += 1) {
        atMs = Math.max(atMs, state.open.closesAtMs)
        state = reduceDailyQuestion(state, { _tag: "Over", atMs, busy: false, number: state.number }).state
      }
      assert.isNull(state.open)
    })
  )
})

it("who was away as the time ended hears for some minutes more what was written meanwhile, once", () => {
  const due: DailyEvent = { _tag: "Due", atMs: 1_000, busy: false, question: question(1) }
  const open = reduceDailyQuestion(noDailyQuestion, due).state
  const late = 1_000 + openMs + lateMs + 1
  const longer = reduceDailyQuestion(open, { _tag: "Over", atMs: late, busy: false, number: 1 })
  assert.deepStrictEqual(longer.effects, [])
  assert.strictEqual(longer.state.open?.closesAtMs, late + againMs)
  const later = late + againMs + lateMs + 1
  assert.isNull(reduceDailyQuestion(longer.state, { _tag: "Over", atMs: later, busy: false, number: 1 }).state.open)
})
