/** `/api/v1/dead-letters`: messages that never arrived and never will, with the reason. */
import { DeadLetters } from "@znatoki/ports/dead-letters"
import { Effect, Schema } from "effect"
import { named, reply, route, says, saysNothing } from "../api/route.ts"
import { DeadLetterCursor, pageJson, pageOf } from "../cursor.ts"
import { defaultLimit, Limit } from "../parse-request.ts"
import { Problem } from "../problem.ts"
import { ConversationText } from "../schemas/game-json.ts"
import { wholeConversation } from "../whole-name.ts"
import { DeadLetterJson, deadLetterJson } from "../schemas/dead-letter-json.ts"

const Query = Schema.Struct({
  limit: Schema.optionalKey(Limit),
  cursor: Schema.optionalKey(DeadLetterCursor)
})

const RetriedJson = Schema.Struct({ conversation: Schema.String, seq: Schema.Natural })
const DeadLetterPage = named("DeadLetterPage", pageJson(DeadLetterJson))
const writeCursor = Schema.encodeSync(DeadLetterCursor)

const list = route({
  method: "GET",
  path: "/api/v1/dead-letters",
  operationId: "listDeadLetters",
  summary: "Messages that never arrived, newest first",
  tag: "dead letters",
  role: "viewer",
  query: Query,
  answers: { 200: says("A page", DeadLetterPage) },
  handle: Effect.fnUntraced(function* ({ query: { limit = defaultLimit, cursor } }) {
    const letters = yield* DeadLetters
    const before = cursor === undefined ? null : { deadAtMs: cursor[1], conversation: cursor[2], seq: cursor[3] }
    const found = yield* letters.list(before, limit + 1)
    const page = pageOf(found, limit, deadLetterJson, (last) =>
      writeCursor(["dead-letters", last.deadAtMs, last.conversation, last.seq])
    )
    return reply(200, page)
  })
})

const params = {
  conversation: ConversationText,
  seq: Schema.FiniteFromString.check(Schema.isInt(), Schema.isBetween({ minimum: 1, maximum: 1_000_000_000 }))
}
const example = { params: { conversation: "vk:1:2000000001", seq: "1" } }

const noLetter = () => new Problem({ kind: "not-found", detail: "There is no such dead letter." })

const retry = route({
  method: "POST",
  path: "/api/v1/dead-letters/{conversation}/{seq}/retry",
  operationId: "retryDeadLetter",
  summary: "Send it again: it waits for the messenger like any other",
  tag: "dead letters",
  role: "owner",
  params,
  answers: { 202: says("The running bot sends it within about half a minute", named("RetriedLetter", RetriedJson)) },
  refuses: ["not-found"],
  example,
  handle: Effect.fnUntraced(function* ({ params: { conversation: name, seq } }) {
    const conversation = yield* wholeConversation(name)
    if (!(yield* (yield* DeadLetters).revive({ conversation, seq }))) return yield* noLetter()
    return reply(202, { conversation, seq })
  })
})

const forget = route({
  method: "DELETE",
  path: "/api/v1/dead-letters/{conversation}/{seq}",
  operationId: "forgetDeadLetter",
  summary: "Let it go: it is never sent",
  tag: "dead letters",
  role: "owner",
  params,
  answers: { 204: saysNothing("It is gone") },
  refuses: ["not-found"],
  example,
  handle: Effect.fnUntraced(function* ({ params: { conversation, seq } }) {
    const letter = { conversation: yield* wholeConversation(conversation), seq }
    return (yield* (yield* DeadLetters).forget(letter)) ? reply(204, null) : yield* noLetter()
  })
})

export const deadLetterRoutes = [list, retry, forget]
