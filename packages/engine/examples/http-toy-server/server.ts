/**
 * A table over HTTP: `POST /enter` gives whoever comes a key, `POST /<wish>` is something they wish for, `GET /` what they see.
 *
 *     node server.ts                       # PORT=8080
 *     curl -d '{"name":"Anna"}' localhost:8080/enter
 *     curl -H "authorization: Bearer $KEY" -d '{}' localhost:8080/StartRequested
 *     curl -H "authorization: Bearer $KEY" localhost:8080
 */
import { randomUUID } from "node:crypto"
import { createServer, type IncomingMessage } from "node:http"
import {
  decodeWish,
  dueIn,
  type EffectOf,
  finishTurn,
  type GameEvent,
  initialState,
  type Player,
  PlayerId,
  presets,
  publicEffect,
  type PublicEffect,
  Question,
  turn,
  viewFor
} from "@znatoki/engine"
import { Result, Schema } from "effect"

const plain = { accepted: [], rejected: [], handout: null, comment: null, source: null, author: null }
const bank = [
  { id: "sea", text: "Its water is so salty that people float on it like corks. Which sea?", answer: "Dead Sea" },
  { id: "day", text: "A day on it is longer than its year. Which planet?", answer: "Venus" },
  { id: "jar", text: "Found in the tombs of pharaohs, it was still good to eat. What is it?", answer: "honey" }
].map((each) => Schema.decodeUnknownSync(Question)({ ...plain, ...each }))

let state = initialState(presets.quick)
let waiting: NodeJS.Timeout | undefined
const happened: Array<PublicEffect> = []
/** Who everybody is, by the key they were given: nobody speaks for another. */
const people = new Map<string, Player>()

/** Time and dice come from outside the rules: here from the clock and from the machine. */
const roll = (): number => Math.trunc(Math.random() * 2 ** 31)
const now = (): { readonly atMs: number; readonly seed: number } => ({ atMs: Date.now(), seed: roll() })

/** Reduces one event and whatever follows from it, and tells what came of it, as people may see it. */
const happen = (event: GameEvent): ReadonlyArray<PublicEffect> => {
  const turned = finishTurn(turn(state, event, roll), ({ round }) => bank[round - 1] ?? null)
  state = turned.state
  for (const effect of turned.effects) {
    if (effect._tag === "TimerSet") setTimer(effect)
    if (effect._tag === "TimerCleared") clearTimeout(waiting)
  }
  const told = turned.effects.map(publicEffect)
  happened.push(...told)
  return told
}

/** There is one deadline at a time. A timer of Node may fire early: it is only a reason to look again. */
const setTimer = (deadline: EffectOf<"TimerSet">): void => {
  clearTimeout(waiting)
  const { atMs, seed } = now()
  const leftMs = dueIn(deadline, atMs)
  if (leftMs > 0) waiting = setTimeout(() => setTimer(deadline), leftMs)
  else happen({ _tag: "TimerFired", atMs, seed, game: state.game, timer: deadline.timer })
}

const mostBytes = 100_000

/** Null: more than anybody has to say, or not JSON. */
const bodyOf = async (request: IncomingMessage): Promise<object | null> => {
  let text = ""
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > mostBytes) return null
  }
  return Result.getOrNull(Result.try((): object => Object(JSON.parse(text))))
}

const readName = Schema.decodeUnknownResult(Schema.Struct({ name: Schema.NonEmptyString }))

const enter = (body: object): Answer => {
  const named = readName(body)
  if (Result.isFailure(named)) return [422, { problem: String(named.failure) }]
  const [id, key] = [PlayerId.make(`player-${people.size + 1}`), randomUUID()]
  people.set(key, { id, name: named.success.name })
  return [200, { id, key }]
}

type Answer = readonly [status: number, body: unknown]

const answerTo = async (request: IncomingMessage): Promise<Answer> => {
  const tag = (request.url ?? "/").slice(1)
  const by = people.get(request.headers.authorization?.replace("Bearer ", "") ?? "")
  if (request.method !== "POST") return by === undefined ? [401, null] : [200, { ...viewFor(state, by.id), happened }]
  const body = await bodyOf(request)
  if (body === null) return [400, { problem: "not JSON" }]
  if (tag === "enter") return enter(body)
  if (by === undefined) return [401, { problem: "enter first" }]
  const wish = decodeWish({ ...body, _tag: tag }, { by, ...now() })
  if (wish._tag === "Broken") return [422, { problem: wish.problem }]
  const effects = happen(wish.event)
  return [effects.some(({ _tag }) => _tag === "Refused") ? 409 : 200, { phase: state._tag, effects }]
}

const server = createServer(async (request, response) => {
  const [status, body] = await answerTo(request)
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body))
})

server.listen(Number(process.env["PORT"] ?? 8080), "127.0.0.1", () => {
  const address = server.address()
  process.stdout.write(`listening on ${typeof address === "object" ? address?.port : address}\n`)
})
