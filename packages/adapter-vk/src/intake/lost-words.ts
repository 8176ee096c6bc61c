/**
 * What was written where games run and VK's Long Poll has lost: fetched by the numbers that follow the last one known. What
 * was heard already may be among it; it has the same source, so it is played once.
 */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { Conversations, type Playing } from "@znatoki/ports/conversations"
import type { StoreError } from "@znatoki/ports/store-error"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import { Effect, Option, Schedule, Schema } from "effect"
import { type CallOutcome, executeBatch, type VkCall } from "../api/execute-batch.ts"
import type { VkApi } from "../api/vk-api.ts"
import { vkConversationOf } from "../api/vk-id.ts"

/** VK's limit of one call. */
const numbersInCall = 100
/** Who wrote more than this in one silence is told that some of it is lost. */
const callsMax = 20
const pageSize = 500
const patience = { attempts: 3, timeoutMs: 10_000 }

const patiently = Schedule.min([Schedule.exponential("1 second"), Schedule.spaced("30 seconds")]).pipe(
  Schedule.jittered
)

export interface Fetched {
  /** As if Long Poll had brought them, by number in each conversation. */
  readonly updates: ReadonlyArray<unknown>
  /** Conversations that play and could not be read; null: nobody knows which play. */
  readonly unread: ReadonlyArray<ConversationId> | null
  /** In which VK shows us everything: elsewhere it would not have brought talk. */
  readonly hearing: ReadonlySet<ConversationId>
}

const nothing: Fetched = { updates: [], unread: null, hearing: new Set() }

const decodeFound = Schema.decodeUnknownOption(Schema.Struct({ items: Schema.Array(Schema.Unknown) }))
const decodeItem = Schema.decodeUnknownOption(Schema.Struct({ conversation_message_id: Schema.Natural }))

interface Numbered {
  readonly number: number
  readonly message: object
}

interface Gap extends Playing {
  readonly peerId: number
  /** The last number known. It is asked for too: who may not read it may not read what follows. */
  readonly known: number
}

const messagesIn = (response: unknown): ReadonlyArray<Numbered> | null => {
  const found = Option.getOrNull(decodeFound(response))
  if (found === null) return null
  return found.items.flatMap((message) =>
    typeof message === "object" && message !== null
      ? Option.match(decodeItem(message), {
          onNone: () => [],
          onSome: ({ conversation_message_id: number }) => [{ number, message }]
        })
      : []
  )
}

const callFor = ({ peerId }: Gap, from: number): VkCall => ({
  method: "messages.getByConversationMessageId",
  params: {
    peer_id: String(peerId),
    conversation_message_ids: Array.from({ length: numbersInCall }, (_, i) => from + i).join(",")
  }
})

interface Reading {
  readonly gap: Gap
  /** The next number to ask for. */
  readonly from: number
  readonly found: ReadonlyArray<Numbered>
  readonly state: "more" | "whole" | "unread"
}

const readOn = (reading: Reading, outcome: CallOutcome | undefined): Reading => {
  const messages = outcome?._tag === "Answered" ? messagesIn(outcome.response) : null
  const isFirst = reading.from === reading.gap.known
  if (messages === null || (isFirst && !messages.some(({ number }) => number === reading.gap.known))) {
    return { ...reading, state: "unread" }
  }
  const fresh = messages.filter(({ number }) => number > reading.gap.known)
  if (fresh.length === 0) return { ...reading, state: "whole" }
  const from = Math.max(...fresh.map(({ number }) => number)) + 1
  return { ...reading, from, found: [...reading.found, ...fresh] }
}

/** All conversations side by side, as many calls in one request as VK takes. */
const readAll = Effect.fnUntraced(function* (vk: VkApi["Service"], gaps: ReadonlyArray<Gap>) {
  let readings = gaps.map((gap): Reading => ({
    gap,
    from: gap.known,
    found: [],
    state: gap.known > 0 ? "more" : "unread"
  }))
  for (let calls = 0; calls < callsMax; calls++) {
    const open = readings.filter(({ state }) => state === "more")
    if (open.length === 0) break
    const outcomes = yield* executeBatch(
      vk,
      open.map(({ from, gap }) => callFor(gap, from)),
      patience
    )
    const read = new Map(open.map((reading, i) => [reading, readOn(reading, outcomes[i])]))
    readings = readings.map((reading) => read.get(reading) ?? reading)
  }
  return readings
})

const updatesOf = ({ found, gap: { peerId } }: Reading): ReadonlyArray<unknown> =>
  found
    .toSorted((a, b) => a.number - b.number)
    .map(({ message }) => ({ type: "message_new", object: { message: { ...message, peer_id: peerId } } }))

const tellBroken = (error: StoreError) =>
  error._tag === "StoreBroken"
    ? Effect.as(
        Effect.logWarning("nobody knows which conversations play, so their lost words are not fetched", error),
        null
      )
    : Effect.fail(error)

/** `known`: the greatest number that was heard in a conversation, if it is remembered. */
export const makeFetchLost = Effect.fnUntraced(function* (vk: VkApi["Service"]) {
  const conversations = yield* Conversations
  const trouble = yield* StoreTrouble

  const playing = (after: ConversationId | null) =>
    Effect.scoped(
      Effect.flatMap(trouble.watching, (watched) =>
        watched(conversations.playing(after, pageSize)).pipe(
          Effect.catch(tellBroken),
          Effect.retry(patiently),
          Effect.orDie
        )
      )
    )

  return Effect.fnUntraced(function* (known: (conversation: ConversationId) => number) {
    const gaps: Array<Gap> = []
    for (let after: ConversationId | null = null; ;) {
      const page: ReadonlyArray<Playing> | null = yield* playing(after)
      if (page === null) return nothing
      for (const each of page) {
        const peerId = vkConversationOf(each.conversation)?.peerId
        if (peerId !== undefined)
          gaps.push({ ...each, peerId, known: Math.max(each.lastOrder, known(each.conversation)) })
      }
      after = page.at(-1)?.conversation ?? null
      if (after === null || page.length < pageSize) break
    }
    const readings = yield* readAll(vk, gaps)
    const unread = readings.filter(({ state }) => state !== "whole").map(({ gap }) => gap.conversation)
    const updates = readings.flatMap(updatesOf)
    yield* Effect.logInfo("what VK has lost was asked for", {
      conversations: gaps.length,
      messages: updates.length,
      unread: unread.length
    })
    const hearing = new Set(gaps.filter(({ hearsAll }) => hearsAll).map(({ conversation }) => conversation))
    return { updates, unread, hearing } satisfies Fetched
  })
})
