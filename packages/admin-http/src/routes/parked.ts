/** `/api/v1/parked`: conversations that stand still because an event made the code fail, and how they go on. */
import { Parking } from "@znatoki/ports/parking"
import { Effect, Schema } from "effect"
import type { Handler } from "../answer.ts"
import { pageOf, ParkedCursor } from "../cursor.ts"
import { bodyOf, defaultLimit, idOf, Limit, queryOf } from "../parse-request.ts"
import { Problem } from "../problem.ts"
import type { Methods } from "../resource.ts"
import { ConversationText } from "../schemas/game-json.ts"
import { parkedJson, ReleaseOrder, wholeParkedJson } from "../schemas/parked-json.ts"
import { wholeConversation } from "../whole-name.ts"

export const ParkedQuery = Schema.Struct({
  limit: Schema.optionalKey(Limit),
  cursor: Schema.optionalKey(ParkedCursor)
})

const readQuery = queryOf(ParkedQuery)
const readOrder = bodyOf(ReleaseOrder)
const readConversation = idOf(ConversationText, "conversation")
const writeCursor = Schema.encodeSync(ParkedCursor)

const notParked = () => new Problem({ kind: "not-found", detail: "This conversation is not parked." })

const list: Handler = Effect.fn("admin.listParked")(function* (context) {
  const { limit = defaultLimit, cursor } = yield* readQuery(context)
  const parking = yield* Parking
  const found = yield* parking.list(cursor?.[1] ?? null, limit + 1)
  return context.json(pageOf(found, limit, parkedJson, (last) => writeCursor(["parked", last.conversation])))
})

const show: Handler = Effect.fn("admin.showParked")(function* (context) {
  const conversation = yield* wholeConversation(yield* readConversation(context))
  const parking = yield* Parking
  const found = yield* parking.get(conversation)
  return found === null ? yield* notParked() : context.json(wholeParkedJson(found))
})

/** The bot does it with its next look. */
const release: Handler = Effect.fn("admin.releaseParked")(function* (context) {
  const conversation = yield* wholeConversation(yield* readConversation(context))
  const { with: way } = yield* readOrder(context)
  const parking = yield* Parking
  if (!(yield* parking.release(conversation, way))) return yield* notParked()
  return context.json({ conversation, release: way }, 202)
})

export const parked: Methods = { GET: list }
export const parkedOne: Methods = { GET: show }
export const parkedRelease: Methods = { POST: release }
