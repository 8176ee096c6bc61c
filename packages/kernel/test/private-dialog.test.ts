/** A process may end at any point while somebody proposes a question or likes one, and nobody can tell. */
import { assert, it } from "@effect/vitest"
import { Incoming, PressRef, SourceId } from "@znatoki/chat/chat-input"
import type { Action } from "@znatoki/chat/action"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { makeWorld, startBot } from "../src/testing/bot-world.ts"
import { ChatRoom, conversation } from "../src/testing/chat-room.ts"
import type { CrashPoint } from "../src/testing/crash.ts"
import { anna, questions, quiet } from "./scripted-game.ts"

const dialog = conversation(5)
const [question] = questions
if (question === undefined) throw new Error("there are no questions")
const never: CrashPoint = { call: 0, when: "before" }

const like = (good: boolean): Action => ({ _tag: "Like", question: question.id, good })

const steps: ReadonlyArray<string | Action> = [
  "Предложить вопрос",
  "Почему чайки летят за плугом?",
  like(true),
  "За червями",
  "назад",
  "оставить",
  "пропустить",
  "Плуг выворачивает червей.",
  like(false),
  "Наблюдение автора",
  "пропустить",
  "отправить"
]

const incoming = (step: string | Action, order: number): Incoming =>
  Incoming.make({
    source: SourceId.make(`dialog:${order}`),
    conversation: dialog,
    atMs: 0,
    input:
      typeof step === "string"
        ? { _tag: "Wrote", by: anna, text: step, action: null, order }
        : { _tag: "Pressed", by: anna, action: step, press: PressRef.make(`press-${order}`) },
    hearsAll: true,
    alone: true
  })

const proposing = Effect.fnUntraced(function* (crash: CrashPoint, copies: number) {
  yield* TestClock.setTime(0)
  const room = new ChatRoom()
  room.copies = copies
  const world = yield* makeWorld(room, questions)
  let bot = yield* startBot(world, { crash })
  const { mortal } = bot
  for (const [i, step] of steps.entries()) {
    room.arrive(incoming(step, i + 1))
    yield* quiet(world)
    if (!bot.mortal.alive) bot = yield* startBot(world)
    yield* quiet(world)
  }
  // What a life left unsaid is looked for.
  yield* TestClock.adjust("31 seconds")
  yield* quiet(world)
  const votes = [...(world.database.votes.get(question.id)?.values() ?? [])]
  return {
    transcript: room.transcript(dialog),
    seqs: room.messages(dialog).map(({ seq }) => seq),
    proposed: [...world.database.proposals.values()].map(({ question }) => question),
    votes: votes.map(({ by, good }) => ({ by, good })),
    pressed: new Set(room.notices.map(({ press }) => press)).size,
    isDone: room.acknowledged.every((times) => times > 0),
    mortal
  }
}, Effect.scoped)

it.effect(
  "a crash before or after any call: every step is asked once, one question is proposed, one voice counts",
  () =>
    Effect.gen(function* () {
      const whole = yield* proposing(never, 1)
      assert.strictEqual(whole.proposed.length, 1)
      assert.deepStrictEqual(whole.votes, [{ by: anna.id, good: false }])
      assert.strictEqual(whole.pressed, 2)
      assert.deepStrictEqual({ ...(yield* proposing(never, 2)), mortal: null }, { ...whole, mortal: null })
      for (const when of ["before", "after"] as const) {
        for (let call = 1; call <= whole.mortal.calls; call++) {
          if (when === "after" && !whole.mortal.answered.has(call)) continue
          const { isDone, proposed, seqs, transcript, votes } = yield* proposing({ call, when }, 1)
          const where = `crash ${when} call ${call}`
          assert.strictEqual(transcript, whole.transcript, where)
          assert.deepStrictEqual(proposed, whole.proposed, where)
          assert.deepStrictEqual(votes, whole.votes, where)
          assert.strictEqual(new Set(seqs).size, seqs.length, where)
          assert.isTrue(isDone, where)
        }
      }
    })
)
