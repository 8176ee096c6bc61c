/** `/api/v1/dead-letters`: messages that never arrived and never will, with the reason. */
import { DeadLetters } from "@znatoki/ports/dead-letters"
import { Effect, Schema } from "effect"
import { named, reply, route, says } from "../api/route.ts"
import { DeadLetterCursor, pageJson, pageOf } from "../cursor.ts"
import { defaultLimit, Limit } from "../parse-request.ts"
import { DeadLetterJson, deadLetterJson } from "../schemas/dead-letter-json.ts"

const Query = Schema.Struct({
  limit: Schema.optionalKey(Limit),
  cursor: Schema.optionalKey(DeadLetterCursor)
})

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

export const deadLetterRoutes = [list]
