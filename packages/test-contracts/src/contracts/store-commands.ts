/** Any sequence of commands to all the stores together, and what they answer: two implementations are held side by side. */
import { CursorStore } from "@znatoki/ports/cursor-store"
import { DeadLetters } from "@znatoki/ports/dead-letters"
import { type Commit, GameStore } from "@znatoki/ports/game-store"
import { Heartbeat } from "@znatoki/ports/heartbeat"
import { Outbox, type OutboxPlace, type Settled } from "@znatoki/ports/outbox"
import { QuestionBank } from "@znatoki/ports/question-bank"
import { wholeSlice } from "@znatoki/ports/slice"
import { Effect } from "effect"
import fc from "fast-check"
import {
  amend,
  commitOf,
  conversation,
  discussion,
  finished,
  idle,
  lobby,
  question,
  queued,
  say,
  source
} from "./sample-commits.ts"

const ids = ["a", "b", "c", "d"].map(conversation)
/** The questions that the stores are to hold. */
export const bank = [1, 2, 3, 4].map((id) => question(id))
const slots = ["s", "t"]

const anId = fc.constantFrom(...ids)
/** Mostly the next version, sometimes one too low or too high. */
const aStep = fc.constantFrom(1, 1, 1, 1, 1, 0, 2)
const aSource = fc.nat(25).map(String)
const aState = fc.oneof(
  fc.record({ phase: fc.constant("lobby" as const), newGame: fc.boolean(), atMs: fc.nat(9) }),
  fc.record({ phase: fc.constant("discussion" as const), newGame: fc.boolean(), atMs: fc.nat(9) }),
  fc.record({ phase: fc.constant("finished" as const), newGame: fc.boolean(), atMs: fc.nat(9) }),
  fc.record({ phase: fc.constant("idle" as const), newGame: fc.constant(false), atMs: fc.constant(0) })
)
const aMessage = fc.oneof(
  fc.record({ kind: fc.constant("say" as const), slot: fc.option(fc.constantFrom(...slots)), text: fc.string() }),
  fc.record({ kind: fc.constant("amend" as const), slot: fc.constantFrom(...slots), text: fc.string() })
)
const aPart = fc.record({
  id: anId,
  step: aStep,
  sources: fc.uniqueArray(aSource, { maxLength: 3 }),
  state: aState,
  messages: fc.array(aMessage, { maxLength: 3 }),
  updatedAtMs: fc.nat(9),
  asked: fc.array(fc.constantFrom(...bank.map((each) => each.id)), { maxLength: 2 })
})
/** Of a message that waits, by its number among them; or one where none may be. */
const aPlace = fc.oneof(
  { weight: 2, arbitrary: fc.nat(10) },
  { weight: 1, arbitrary: fc.record({ conversation: anId, seq: fc.nat(8) }) }
)
const aSettled = fc.record({
  _tag: fc.constantFrom("Sent" as const, "Dead" as const),
  which: aPlace,
  name: fc.option(fc.nat().map(String)),
  atMs: fc.nat(3)
})

const aCommand = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("commit" as const), parts: fc.array(aPart, { minLength: 1, maxLength: 4 }) })
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("settle" as const), results: fc.array(aSettled, { maxLength: 5 }) })
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("draw" as const),
      draws: fc.array(fc.record({ conversation: anId, seed: fc.integer() }), { maxLength: 3 })
    })
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("look" as const),
      slice: fc.oneof(fc.constant([...wholeSlice]), fc.subarray([...wholeSlice])),
      beforeMs: fc.nat(10),
      limit: fc.integer({ min: 1, max: 5 }),
      movedBeforeMs: fc.nat(10),
      after: fc.option(fc.record({ conversation: anId, atMs: fc.nat(9) })),
      place: fc.option(aPlace)
    })
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("mourn" as const),
      before: fc.option(fc.record({ conversation: anId, seq: fc.nat(12), deadAtMs: fc.nat(4) })),
      limit: fc.integer({ min: 1, max: 5 })
    })
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("ask" as const),
      ids: fc.uniqueArray(anId),
      sources: fc.uniqueArray(aSource, { maxLength: 5 })
    })
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("save" as const), name: fc.constantFrom("vk", "other"), value: fc.string() })
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom("beat", "last", "wake", "forget"),
      role: fc.constantFrom("bot", "other"),
      atMs: fc.nat(9)
    })
  }
)
type Command = typeof aCommand extends fc.Arbitrary<infer A> ? A : never
type Result = typeof aSettled extends fc.Arbitrary<infer A> ? A : never
type Part = typeof aPart extends fc.Arbitrary<infer A> ? A : never

/** As many as a short test has time for. */
export const someCommands = fc.array(aCommand, { minLength: 10, maxLength: 40 })

/** What happens to the stores: every answer and every failure, in order. Commands adapt to what the stores hold. */
export const play = (commands: ReadonlyArray<Command>) =>
  Effect.gen(function* () {
    const answers: Array<unknown> = []
    for (const command of commands) {
      const answer = yield* answerTo(command).pipe(Effect.catch((error) => Effect.succeed(error._tag)))
      answers.push(answer)
    }
    return answers
  })

const answerTo = Effect.fnUntraced(function* (command: Command) {
  const store = yield* GameStore
  const outbox = yield* Outbox
  const heartbeat = yield* Heartbeat
  switch (command.do) {
    case "commit": {
      const before = yield* store.load(ids)
      const results = yield* store.commit(
        command.parts.map((part) => {
          const stored = before.get(part.id)
          return commitFrom(part, stored?.version ?? 0, stored?.state.game ?? 0, stored?.lastSeq ?? 0)
        })
      )
      const sources = Array.from({ length: 26 }, (_, i) => source(String(i)))
      return { results, after: yield* store.load(ids), applied: yield* store.applied(sources) }
    }
    case "settle": {
      const waiting = yield* outbox.pending(wholeSlice, null, 1_000)
      yield* outbox.settle(command.results.flatMap((result) => settledFrom(result, waiting.messages)))
      return yield* Effect.forEach(ids, (id) => Effect.forEach(slots, (slot) => outbox.externalId(id, slot)))
    }
    case "draw":
      return yield* (yield* QuestionBank).draw(command.draws)
    case "look": {
      const { messages } = yield* outbox.pending(wholeSlice, null, 1_000)
      const after =
        command.after === null ? null : { ...command.after, game: 1, timer: "1/discussion" as const, updatedAtMs: 0 }
      const page = { after, limit: command.limit }
      return {
        pendingOf: yield* outbox.pendingOf(messages.slice(0, command.limit).map(({ conversation }) => conversation)),
        due: yield* store.timersDue(command.slice, command.beforeMs, page),
        unmoved: yield* store.timersUnmoved(command.slice, command.movedBeforeMs, page),
        pending: yield* outbox.pending(command.slice, placeAt(command.place, messages), command.limit)
      }
    }
    case "mourn":
      return yield* (yield* DeadLetters).list(command.before, command.limit)
    case "ask":
      return { games: yield* store.load(command.ids), applied: yield* store.applied(command.sources.map(source)) }
    case "save": {
      const cursors = yield* CursorStore
      const before = yield* cursors.load(command.name)
      yield* cursors.save(command.name, command.value)
      return { before, after: yield* cursors.load(command.name) }
    }
    case "beat":
      return yield* heartbeat.beat(command.role, command.atMs)
    case "last":
      return yield* heartbeat.last(command.role)
    case "wake":
      return yield* heartbeat.wake(command.role, command.atMs)
    case "forget":
      return yield* heartbeat.forget(command.role, command.atMs)
  }
})

const commitFrom = (part: Part, version: number, game: number, lastSeq: number): Commit => {
  const { asked, id, messages, sources, state, step, updatedAtMs } = part
  const ordinal = state.newGame ? game + 1 : game
  const deadline = { timer: "1/discussion", atMs: state.atMs } as const
  const next = {
    lobby: () => lobby(ordinal, state.atMs),
    discussion: () => discussion(ordinal, deadline),
    finished: () => finished(ordinal),
    idle: () => idle
  }
  return commitOf(id, version + step, {
    state: next[state.phase](),
    sources,
    asked,
    outgoing: queued(
      lastSeq + 1,
      ...messages.map(({ kind, slot, text }) => (kind === "amend" ? amend(text, slot) : say(text, slot)))
    ),
    lastSeq: lastSeq + messages.length,
    lastOrder: version,
    hearsAll: version % 2 === 0,
    updatedAtMs
  })
}

const placeAt = (which: number | OutboxPlace | null, waiting: ReadonlyArray<OutboxPlace>): OutboxPlace | null => {
  const found = typeof which === "number" ? waiting[which % (waiting.length + 1)] : which
  return found === undefined || found === null ? null : { conversation: found.conversation, seq: found.seq }
}

const settledFrom = (
  { _tag, atMs, name, which }: Result,
  waiting: ReadonlyArray<OutboxPlace>
): ReadonlyArray<Settled> => {
  const place = placeAt(which, waiting)
  if (place === null) return []
  return _tag === "Sent" ? [{ _tag, ...place, externalId: name }] : [{ _tag, ...place, reason: name ?? "", atMs }]
}
