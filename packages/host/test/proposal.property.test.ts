/** A question that is proposed, in whatever order people say and press what they like. */
import { plainText } from "@znatoki/chat/plain-text"
import { Proposal, type ProposalDraft, ProposedQuestion } from "@znatoki/chat/proposal"
import { PlayerId } from "@znatoki/engine"
import type { Keyboard } from "@znatoki/chat/message"
import { gameMenu, menu, verdictKeyboard } from "@znatoki/host/keyboards"
import { inPrivate } from "@znatoki/host/proposal/proposal-keyboard"
import { lengths, sentInDayMax, steps } from "@znatoki/host/proposal/proposal-limits"
import { noProposal, type ProposalEvent, reduceProposal } from "@znatoki/host/proposal/reduce-proposal"
import { speakProposal } from "@znatoki/host/proposal/speak-proposal"
import { Schema } from "effect"
import fc from "fast-check"
import { assert, describe, it } from "vitest"
import { verdict } from "./support/states.ts"
import { faultsOf } from "./support/typography.ts"

const by = { id: PlayerId.make("5"), name: "Аня" }
const hourMs = 3_600_000
const dayMs = 24 * hourMs

const said = (text: string, atMs = 0, picture = false): ProposalEvent => ({
  _tag: "Said",
  atMs,
  by,
  text,
  picture: picture ? { url: "https://vk.ru/1.jpg", attachment: "photo5_1" } : null,
  cropped: false
})
const wished = (wish: "back" | "skip" | "cancel" | "send", move: number | null = null, atMs = 0): ProposalEvent => ({
  _tag: "Wished",
  atMs,
  by,
  wish,
  move
})
const opened = (atMs = 0): ProposalEvent => ({ _tag: "Opened", atMs, by })

const words = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom("Почему чайки летят за плугом?", "черви", "он же; она же\nони", "", " ", "х".repeat(1_501)),
  fc.string({ minLength: 100, maxLength: 1_600 })
)
const anyEvent: fc.Arbitrary<ProposalEvent> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(words, fc.boolean()).map(([text, picture]) => said(text, 0, picture)) },
  { weight: 3, arbitrary: fc.constantFrom("skip", "send", "back", "cancel").map((wish) => wished(wish)) },
  { weight: 1, arbitrary: fc.nat({ max: 30 }).map((move) => wished("send", move)) },
  { weight: 1, arbitrary: fc.constant(opened()) }
)
const anyEvents = fc.array(fc.tuple(anyEvent, fc.nat({ max: 4 * hourMs })), { maxLength: 60 }).map((some) => {
  let atMs = 0
  return some.map(([event, later]): ProposalEvent => ({ ...event, atMs: (atMs += later) }))
})

const run = (events: ReadonlyArray<ProposalEvent>, from = noProposal) => {
  const turns = []
  let state = from
  for (const event of events) {
    const stepped = reduceProposal(state, event)
    turns.push({ event, before: state, ...stepped })
    state = stepped.state
  }
  return turns
}

const sentIn = (turns: ReturnType<typeof run>) =>
  turns.flatMap(({ effects, event }) =>
    effects.flatMap((effect) => (effect._tag === "Sent" ? [{ ...effect, atMs: event.atMs }] : []))
  )

/** A whole question, piece by piece. */
const whole = (atMs = 0): ReadonlyArray<ProposalEvent> => [
  opened(atMs),
  said("Почему чайки летят за плугом?", atMs),
  said("За червями", atMs),
  wished("skip", null, atMs),
  said("Плуг выворачивает червей.", atMs),
  said("Наблюдение автора", atMs),
  wished("skip", null, atMs),
  wished("send", null, atMs)
]

const draftAfter = (text: string): ProposalDraft | undefined =>
  run([...whole().slice(0, 3), said(text)]).at(-1)?.state.writing?.draft

describe("whatever people say and press", () => {
  it("every state is as the schema has it, every step is answered, and nothing but a step moves the buttons", () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        for (const { before, effects, state } of run(events)) {
          assert.deepStrictEqual(Schema.decodeUnknownSync(Proposal)(JSON.parse(JSON.stringify(state))), state)
          assert.lengthOf(effects, 1)
          assert.strictEqual(state.move, before.move + (effects[0]?._tag === "Refused" ? 0 : 1))
          if (effects[0]?._tag === "Refused") assert.strictEqual(state, before)
        }
      })
    )
  })

  it("what is sent is whole, within its lengths, and never more than so many in 24 hours", () => {
    fc.assert(
      fc.property(anyEvents, fc.array(fc.nat({ max: 10 * hourMs }), { maxLength: 12 }), (some, pauses) => {
        let atMs = some.at(-1)?.atMs ?? 0
        const more = pauses.flatMap((pause) => whole((atMs += pause)))
        const sent = sentIn(run([...some, ...more]))
        for (const { question } of sent) {
          Schema.decodeUnknownSync(ProposedQuestion)(question)
          for (const step of ["text", "answer", "comment", "source"] as const) {
            assert.isAtMost(question[step].length, lengths[step].max)
            assert.strictEqual(question[step], question[step].trim())
          }
        }
        for (const { atMs } of sent) {
          assert.isAtMost(sent.filter((other) => other.atMs <= atMs && atMs - other.atMs < dayMs).length, sentInDayMax)
        }
      })
    )
  })

  it("what is said fits into one message, and in good Russian", () => {
    fc.assert(
      fc.property(anyEvents, fc.constantFrom("press", "words"), (events, via) => {
        for (const { effects, event, state } of run(events)) {
          const { notice, outgoing } = speakProposal(effects, {
            via,
            atMs: event.atMs,
            move: state.move,
            textMax: 4_096
          })
          assert.isAtMost((notice ?? "").length, 90)
          assert.strictEqual(outgoing.length + (notice === null ? 0 : 1) > 0, true)
          for (const { text } of outgoing) assert.isAtMost(plainText(text).length, 4_096)
        }
      })
    )
    const told = run(whole()).flatMap(
      ({ effects, event, state }) =>
        speakProposal(effects, { via: "words", atMs: event.atMs, move: state.move, textMax: 4_096 }).outgoing
    )
    for (const { text } of told) assert.deepStrictEqual(faultsOf(plainText(text)), [])
  })
})

describe("a question that is proposed", () => {
  it("goes through its steps and is sent with what was told", () => {
    const [sent] = sentIn(run(whole(7)))
    assert.deepStrictEqual(sent?.question, {
      text: "Почему чайки летят за плугом?",
      answer: "За червями",
      accepted: [],
      comment: "Плуг выворачивает червей.",
      source: "Наблюдение автора",
      picture: null,
      by: by.id,
      name: "Аня"
    })
    assert.strictEqual(sent?.leftToday, sentInDayMax - 1)
  })

  it("is the same after going back and keeping what was told", () => {
    const events = whole()
    const there = events.slice(0, -1)
    for (let back = 1; back < steps.length; back++) {
      const detour = [...Array(back).fill(wished("back")), ...Array(back).fill(wished("skip"))]
      const detoured = sentIn(run([...there, ...detour, wished("send")]))
      assert.deepStrictEqual(detoured, sentIn(run(events)), `back by ${back}`)
    }
  })

  it("takes a picture with its text, and does not ask for it again", () => {
    const turns = run([opened(), said("Что изображено на картинке?", 0, true), ...whole().slice(2, 6), wished("send")])
    assert.deepStrictEqual(sentIn(turns)[0]?.question.picture, { url: "https://vk.ru/1.jpg", attachment: "photo5_1" })
  })

  it("reads variants a line each, once each, ten at most", () => {
    assert.deepStrictEqual(draftAfter("черви\n дождевые черви ; черви\n\n")?.accepted, ["черви", "дождевые черви"])
    assert.deepStrictEqual(draftAfter(Array.from({ length: 11 }, (_, n) => `в${n}`).join(";"))?.accepted, [])
    assert.deepStrictEqual(draftAfter(";;")?.accepted, [])
  })

  it.each([
    ["what a button of an earlier step asks for", wished("cancel", 1)],
    ["leaving out what is needed", wished("skip")],
    ["sending before all is told", wished("send")],
    ["too few words", said("Что?")],
    ["no words", said("  ")],
    ["words that came in part", { ...said("Почему чайки летят за плугом"), cropped: true }]
  ])("refuses %s", (_, event) => {
    const state = { ...noProposal, move: 3, writing: run([opened()])[0]?.state.writing ?? null }
    assert.strictEqual(reduceProposal(state, event).state, state)
  })

  it("that is all told has nothing left to skip, and the buttons that are there are named", () => {
    const { effects } = run([...whole().slice(0, -1), wished("skip")]).at(-1) ?? assert.fail("nothing happened")
    const said = speakProposal(effects, { via: "words", atMs: 0, move: 0, textMax: 4_096 }).outgoing[0]
    assert.strictEqual(plainText(said?.text ?? []), "Всё заполнено. Жмите «Отправить», «Назад» или «Отмена».")
  })

  it("goes on where it was, when somebody comes back", () => {
    const turns = run([...whole().slice(0, 3), opened(9 * hourMs)])
    assert.deepInclude(turns.at(-1)?.effects[0], { _tag: "Asked", step: "accepted", resumed: true })
  })

  it("waits for the next day when five were sent, and says for how long", () => {
    const five = [0, 1, 2, 3, 4].flatMap((n) => whole(n * hourMs))
    const { effects, state } = run([...five, opened(6 * hourMs)]).at(-1) ?? assert.fail("nothing happened")
    assert.deepInclude(effects[0], { _tag: "Refused" })
    const said = speakProposal(effects, { via: "words", atMs: 6 * hourMs, move: state.move, textMax: 4_096 })
      .outgoing[0]
    assert.strictEqual(plainText(said?.text ?? []), "За сутки можно предложить 5 вопросов. Следующий — через 18 часов.")
    assert.strictEqual(reduceProposal(state, opened(24 * hourMs)).effects[0]?._tag, "Asked")
  })
})

const labels = (keyboard: Keyboard): ReadonlyArray<ReadonlyArray<string>> =>
  inPrivate([{ _tag: "Say", text: ["да"], keyboard, slot: null }]).flatMap(({ keyboard }) =>
    (keyboard?.rows ?? []).map((row) => row.map(({ label }) => label))
  )

describe("the buttons of a private dialog", () => {
  it("offer to propose where a game can be begun, and nobody else a seat", () => {
    assert.deepStrictEqual(labels(menu).at(-1), ["Предложить вопрос"])
    assert.notInclude(labels(gameMenu).flat(), "Предложить вопрос")
    assert.notInclude(labels(verdictKeyboard(verdict)).flat(), "Я играю")
    assert.include(labels(verdictKeyboard(verdict)).flat(), "Дальше")
  })
})
