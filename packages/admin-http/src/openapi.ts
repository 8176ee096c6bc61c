/** The API described in OpenAPI 3.1, from the same schemas that validate it. */
import { Effect, Schema } from "effect"
import type { Handler } from "./answer.ts"
import { defaultLimit } from "./parse-request.ts"
import { ProblemJson, ReadinessJson } from "./problem.ts"
import type { Methods } from "./resource.ts"
import { DeadLettersQuery } from "./routes/dead-letters.ts"
import { EventsQuery, GamesQuery } from "./routes/games.ts"
import { ParkedQuery } from "./routes/parked.ts"
import { QuestionsQuery } from "./routes/questions.ts"
import { DeadLetterJson } from "./schemas/dead-letter-json.ts"
import { EventJson, GameJson, GameWithStateJson } from "./schemas/game-json.ts"
import { ParkedJson, ReleaseOrder, WholeParkedJson } from "./schemas/parked-json.ts"
import { NewQuestion, QuestionChanges, QuestionJson } from "./schemas/question-json.ts"

const pageSchema = <S extends Schema.Constraint>(item: S) =>
  Schema.Struct({ items: Schema.Array(item), next: Schema.NullOr(Schema.String) })

/** Whole in one place: nothing is left to references. */
const jsonSchema = (schema: Schema.Constraint, onExcessProperty: "error" | "ignore" = "ignore") =>
  Schema.toJsonSchemaDocument(schema, { onExcessProperty, referencePolicy: () => undefined }).schema

const makeSchemas = () => ({
  NewQuestion: jsonSchema(NewQuestion, "error"),
  QuestionChanges: jsonSchema(QuestionChanges, "error"),
  Question: jsonSchema(QuestionJson),
  QuestionPage: jsonSchema(pageSchema(QuestionJson)),
  GamePage: jsonSchema(pageSchema(GameJson)),
  Game: jsonSchema(GameWithStateJson),
  EventPage: jsonSchema(pageSchema(EventJson)),
  ParkedPage: jsonSchema(pageSchema(ParkedJson)),
  Parked: jsonSchema(WholeParkedJson),
  ReleaseOrder: jsonSchema(ReleaseOrder, "error"),
  DeadLetterPage: jsonSchema(pageSchema(DeadLetterJson)),
  Readiness: jsonSchema(ReadinessJson),
  Problem: jsonSchema(ProblemJson)
})

type SchemaName = keyof ReturnType<typeof makeSchemas>

const content = (name: SchemaName) => ({
  [name === "Problem" ? "application/problem+json" : "application/json"]: {
    schema: { $ref: `#/components/schemas/${name}` }
  }
})

const says = (description: string, name: SchemaName) => ({ description, content: content(name) })
const body = (name: SchemaName) => ({ required: true, content: content(name) })
const refused = { default: says("Refused; `type` tells why", "Problem") }

/** A query is text; what the text of `limit` has to say is a number. */
const limit = { type: "integer", minimum: 1, maximum: 200, default: defaultLimit }

const query = (fields: Schema.Struct.Fields) =>
  Object.entries(fields).map(([name, schema]) => ({
    name,
    in: "query",
    required: false,
    schema: name === "limit" ? limit : jsonSchema(schema)
  }))

const id = [{ name: "id", in: "path", required: true, schema: { type: "string" } }]
const conversation = [{ name: "conversation", in: "path", required: true, schema: { type: "string" } }]
const open = { security: [] }

const makeParkedPaths = () => ({
  "/api/v1/parked": {
    get: {
      summary: "Conversations that stand still because an event made the code fail, by conversation",
      parameters: query(ParkedQuery.fields),
      responses: { 200: says("A page", "ParkedPage"), ...refused }
    }
  },
  "/api/v1/parked/{conversation}": {
    parameters: conversation,
    get: {
      summary: "The event that failed, its error, the state it met, and how many events wait",
      responses: { 200: says("The parked conversation", "Parked"), ...refused }
    }
  },
  "/api/v1/parked/{conversation}/release": {
    parameters: conversation,
    post: {
      summary: "Let it go on, with the event that failed once more (`retry`) or without it (`skip`)",
      requestBody: body("ReleaseOrder"),
      responses: { 202: { description: "The running bot does so within about a second" }, ...refused }
    }
  }
})

const makePaths = () => ({
  "/api/v1/questions": {
    get: {
      summary: "Questions by id",
      parameters: query(QuestionsQuery.fields),
      responses: { 200: says("A page", "QuestionPage"), ...refused }
    },
    post: {
      summary: "Write a question",
      requestBody: body("NewQuestion"),
      responses: { 201: says("Written; Location names it", "Question"), ...refused }
    }
  },
  "/api/v1/questions/{id}": {
    parameters: id,
    get: { summary: "One question", responses: { 200: says("The question", "Question"), ...refused } },
    patch: {
      summary: "Change some fields; absent ones stay",
      requestBody: body("QuestionChanges"),
      responses: { 200: says("As it is now", "Question"), ...refused }
    },
    delete: { summary: "Remove a question", responses: { 204: { description: "Removed" }, ...refused } }
  },
  "/api/v1/games": {
    get: {
      summary: "Games, newest change first",
      parameters: query(GamesQuery.fields),
      responses: { 200: says("A page", "GamePage"), ...refused }
    }
  },
  "/api/v1/games/{id}": {
    parameters: id,
    get: { summary: "One game with its whole state", responses: { 200: says("The game", "Game"), ...refused } }
  },
  "/api/v1/games/{id}/events": {
    parameters: id,
    get: {
      summary: "What happened in a game, in order",
      parameters: query(EventsQuery.fields),
      responses: { 200: says("A page", "EventPage"), ...refused }
    }
  },
  ...makeParkedPaths(),
  "/api/v1/dead-letters": {
    get: {
      summary: "Messages that never arrived, newest first",
      parameters: query(DeadLettersQuery.fields),
      responses: { 200: says("A page", "DeadLetterPage"), ...refused }
    }
  },
  "/health/live": { get: { ...open, summary: "Is the process alive", responses: { 200: { description: "It is" } } } },
  "/health/ready": {
    get: {
      ...open,
      summary: "Can it do its work",
      responses: {
        200: says("It can", "Readiness"),
        503: says("`checks` tells what is not ready, and since when", "Problem")
      }
    }
  }
})

const makeDocument = () => ({
  openapi: "3.1.0",
  info: { title: "Znatoki admin API", version: "1" },
  security: [{ token: [] }],
  paths: makePaths(),
  components: { schemas: makeSchemas(), securitySchemes: { token: { type: "http", scheme: "bearer" } } }
})

let document: ReturnType<typeof makeDocument> | undefined

/** Made for the first who asks: most processes are never asked. */
const show: Handler = (context) => Effect.sync(() => context.json((document ??= makeDocument())))

export const openApiDocument: Methods = { GET: show }
