/**
 * A table over HTTP: `POST /<event>` with the event's fields as JSON, `GET /` for the state and everything that happened.
 *
 *     node server.ts                       # PORT=8080
 *     curl -d '{"by":{"id":"a","name":"Anna"}}' localhost:8080/StartRequested
 *     curl -d '{"by":"a"}' localhost:8080/GoRequested
 */
import { createServer, type IncomingMessage } from "node:http"
import { type EffectOf, type GameEffect, GameEvent, initialState, presets, Question, reduce } from "@znatoki/engine"
import { Result, Schema } from "effect"

const plain = { accepted: [], rejected: [], handout: null, comment: null, source: null, author: null }
const bank = [
  { id: "sea", text: "Its water is so salty that people float on it like corks. Which sea?", answer: "Dead Sea" },
  { id: "day", text: "A day on it is longer than its year. Which planet?", answer: "Venus" },
  { id: "jar", text: "Found in the tombs of pharaohs, it was still good to eat. What is it?", answer: "honey" }
].map((each) => Schema.decodeUnknownSync(Question)({ ...plain, ...each }))

let state = initialState(presets.quick)
let waiting: NodeJS.Timeout | undefined
const happened: Array<GameEffect> = []

/** Time and dice come from outside the rules: here from the clock and from the machine. */
const now = (): { readonly atMs: number; readonly seed: number } => ({
  atMs: Date.now(),
  seed: Math.trunc(Math.random() * 2 ** 31)
})

/** Reduces one event and whatever follows from it, and tells what came of it. */
const happen = (first: GameEvent): ReadonlyArray<GameEffect> => {
  const told: Array<GameEffect> = []
  const events = [first]
  for (const event of events) {
    const step = reduce(state, event)
    state = step.state
    told.push(...step.effects)
    // What an effect asks for becomes an event after all effects of this step have been carried out.
    events.push(...step.effects.flatMap(carryOut))
  }
  happened.push(...told)
  return told
}

const carryOut = (effect: GameEffect): ReadonlyArray<GameEvent> => {
  switch (effect._tag) {
    case "QuestionWanted": {
      const drawn = bank[effect.round - 1]
      const { place, round } = effect
      return [
        drawn === undefined
          ? { _tag: "QuestionsExhausted", ...now(), round, place }
          : { _tag: "QuestionDrawn", ...now(), round, place, question: drawn }
      ]
    }
    case "TimerSet":
      setTimer(effect)
      return []
    case "TimerCleared":
      clearTimeout(waiting)
      return []
    default:
      return []
  }
}

/** There is one deadline at a time. A timer of Node may fire a millisecond early; the rules take no early timer. */
const setTimer = ({ atMs, timer }: EffectOf<"TimerSet">): void => {
  const { game } = state
  clearTimeout(waiting)
  waiting = setTimeout(
    () => happen({ _tag: "TimerFired", ...now(), atMs: Math.max(atMs, Date.now()), game, timer }),
    Math.max(0, atMs - Date.now())
  )
}

/** Only people at the table speak here: nobody may send in a timer, a question or a ruling. */
const closed = new Set(["TimerFired", "QuestionDrawn", "QuestionsExhausted", "OutageEnded", "PlayerGone", "RulingMade"])

const decode = Schema.decodeUnknownResult(GameEvent)

const textOf = async (request: IncomingMessage): Promise<string> => {
  let text = ""
  for await (const chunk of request) text += String(chunk)
  return text
}

const answerTo = async (request: IncomingMessage): Promise<readonly [status: number, body: unknown]> => {
  if (request.method !== "POST") return [200, { state, happened }]
  const tag = (request.url ?? "/").slice(1)
  if (!Object.hasOwn(GameEvent.cases, tag) || closed.has(tag)) return [404, { problem: `no such event: ${tag}` }]
  const text = await textOf(request)
  const json = Result.try((): object => Object(JSON.parse(text)))
  if (Result.isFailure(json)) return [400, { problem: "not JSON" }]
  const event = decode({ seen: null, settings: null, ...json.success, ...now(), _tag: tag })
  if (Result.isFailure(event)) return [422, { problem: String(event.failure) }]
  const effects = happen(event.success)
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
