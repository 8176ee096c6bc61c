/** `/api/v1/parked`: conversations that stand still because an event made the code fail, and how they go on. */
import { Parking } from "@znatoki/ports/parking"
import { Effect, Schema } from "effect"
import { named, reply, route, says } from "../api/route.ts"
import { pageJson, pageOf, ParkedCursor } from "../cursor.ts"
import { defaultLimit, Limit } from "../parse-request.ts"
import { Problem } from "../problem.ts"
import { ConversationText } from "../schemas/game-json.ts"
import {
  ParkedJson,
  parkedJson,
  ReleasedJson,
  ReleaseOrder,
  WholeParkedJson,
  wholeParkedJson
} from "../schemas/parked-json.ts"
import { wholeConversation } from "../whole-name.ts"

const Query = Schema.Struct({
  limit: Schema.optionalKey(Limit),
  cursor: Schema.optionalKey(ParkedCursor)
})

const ParkedPage = named("ParkedPage", pageJson(ParkedJson))
const WholeParked = named("Parked", WholeParkedJson)
const Released = named("Released", ReleasedJson)
const writeCursor = Schema.encodeSync(ParkedCursor)
const params = { conversation: ConversationText }
const example = { params: { conversation: "vk:1:2000000001" } }

const notParked = () => new Problem({ kind: "not-found", detail: "This conversation is not parked." })

const list = route({
  method: "GET",
  path: "/api/v1/parked",
  operationId: "listParked",
  summary: "Conversations that stand still because an event made the code fail, by conversation",
  tag: "parked",
  role: "viewer",
  query: Query,
  answers: { 200: says("A page", ParkedPage) },
  handle: Effect.fnUntraced(function* ({ query: { limit = defaultLimit, cursor } }) {
    const parking = yield* Parking
    const found = yield* parking.list(cursor?.[1] ?? null, limit + 1)
    return reply(
      200,
      pageOf(found, limit, parkedJson, (last) => writeCursor(["parked", last.conversation]))
    )
  })
})

const show = route({
  method: "GET",
  path: "/api/v1/parked/{conversation}",
  operationId: "showParked",
  summary: "The event that failed, its error, the state it met, and how many events wait",
  tag: "parked",
  role: "viewer",
  params,
  answers: { 200: says("The parked conversation", WholeParked) },
  refuses: ["not-found"],
  example,
  handle: Effect.fnUntraced(function* ({ params }) {
    const parking = yield* Parking
    const found = yield* parking.get(yield* wholeConversation(params.conversation))
    return found === null ? yield* notParked() : reply(200, wholeParkedJson(found))
  })
})

/** The bot does it with its next look. */
const release = route({
  method: "POST",
  path: "/api/v1/parked/{conversation}/release",
  operationId: "releaseParked",
  summary: "Let it go on, with the event that failed once more (`retry`) or without it (`skip`)",
  tag: "parked",
  role: "owner",
  params,
  body: named("ReleaseOrder", ReleaseOrder),
  answers: { 202: says("The running bot does so within about a second", Released) },
  refuses: ["not-found"],
  example: { ...example, body: { with: "retry" } },
  handle: Effect.fnUntraced(function* ({ body: { with: way }, params }) {
    const conversation = yield* wholeConversation(params.conversation)
    const parking = yield* Parking
    if (!(yield* parking.release(conversation, way))) return yield* notParked()
    return reply(202, { conversation, release: way })
  })
})

export const parkedRoutes = [list, show, release]
