/** `/api/v1/conversations/{conversation}/daily-question`: when a conversation is asked its question of the day. */
import type { Reminder } from "@znatoki/chat/reminder"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { AdminOrders } from "@znatoki/ports/admin-orders"
import { ConversationSettings } from "@znatoki/ports/conversation-settings"
import { GameArchive } from "@znatoki/ports/game-archive"
import { Clock, Effect } from "effect"
import { named, reply, route, says } from "../api/route.ts"
import { moved } from "../api/version-asked.ts"
import { dailyQuestionKept, dailyQuestionVersion } from "../daily-question-kept.ts"
import { Problem } from "../problem.ts"
import { DailyQuestionGiven, DailyQuestionOrderedJson, reminderOf } from "../schemas/daily-question-json.ts"
import { ConversationText } from "../schemas/game-json.ts"
import { wholeConversation } from "../whole-name.ts"

const facts = {
  tag: "conversations",
  role: "editor",
  path: "/api/v1/conversations/{conversation}/daily-question"
} as const
const params = { conversation: ConversationText }
const example = { params: { conversation: "vk:1:2000000001" } }
const Ordered = named("DailyQuestionOrdered", DailyQuestionOrderedJson)
const answers = { 202: says("The running bot does so within about a second, and tells the conversation", Ordered) }

const unknown = () =>
  new Problem({ kind: "not-found", detail: "Nobody has played in this conversation, and nothing was settled for it." })

/** Whoever owns the conversation keeps its times, so it is asked to. */
const give = Effect.fnUntraced(function* (name: ConversationId, at: Reminder | null, version: number | null) {
  const conversation = yield* wholeConversation(name)
  const games = yield* (yield* GameArchive).list({ status: null, conversation }, null, 1)
  const settled = yield* (yield* ConversationSettings).of([conversation])
  if (games.length === 0 && !settled.has(conversation)) return yield* unknown()
  const now = dailyQuestionVersion(yield* dailyQuestionKept(conversation))
  if (version !== null && version !== now) return yield* moved(now)
  const atMs = yield* Clock.currentTimeMillis
  yield* (yield* AdminOrders).give({ conversation, order: { _tag: "SetDailyQuestion", at }, atMs })
  return reply(202, { conversation })
})

const set = route({
  ...facts,
  method: "PUT",
  operationId: "setDailyQuestion",
  summary: "Ask a question of the day on these days, at this time of the conversation's time zone",
  params,
  body: named("DailyQuestionTime", DailyQuestionGiven),
  answers,
  refuses: ["not-found"],
  versioned: true,
  example: { ...example, body: { days: [1, 2, 3, 4, 5], time: "12:00" } },
  handle: ({ body, params, version }) => give(params.conversation, reminderOf(body), version)
})

const off = route({
  ...facts,
  method: "DELETE",
  operationId: "stopDailyQuestion",
  summary: "Ask no question of the day any more; one that is open is still told the answer of",
  params,
  answers,
  refuses: ["not-found"],
  versioned: true,
  example,
  handle: ({ params, version }) => give(params.conversation, null, version)
})

export const dailyQuestionRoutes = [set, off]
