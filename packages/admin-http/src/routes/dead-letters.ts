/** `/api/v1/dead-letters`: messages that never arrived and never will, with the reason. */
import { DeadLetters } from "@znatoki/ports/dead-letters"
import { Effect, Schema } from "effect"
import type { Handler } from "../answer.ts"
import { DeadLetterCursor, pageOf } from "../cursor.ts"
import { defaultLimit, Limit, queryOf } from "../parse-request.ts"
import type { Methods } from "../resource.ts"
import { deadLetterJson } from "../schemas/dead-letter-json.ts"

export const DeadLettersQuery = Schema.Struct({
  limit: Schema.optionalKey(Limit),
  cursor: Schema.optionalKey(DeadLetterCursor)
})

const readQuery = queryOf(DeadLettersQuery)
const writeCursor = Schema.encodeSync(DeadLetterCursor)

const list: Handler = Effect.fn("admin.listDeadLetters")(function* (context) {
  const { limit = defaultLimit, cursor } = yield* readQuery(context)
  const letters = yield* DeadLetters
  const before = cursor === undefined ? null : { deadAtMs: cursor[1], conversation: cursor[2], seq: cursor[3] }
  const found = yield* letters.list(before, limit + 1)
  return context.json(
    pageOf(found, limit, deadLetterJson, (last) =>
      writeCursor(["dead-letters", last.deadAtMs, last.conversation, last.seq])
    )
  )
})

export const deadLetters: Methods = { GET: list }
