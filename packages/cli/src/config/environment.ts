/** Every environment variable the program reads, checked with words that say what to do. */
import { PresetName } from "@znatoki/engine"
import { partitionCount } from "@znatoki/ports/slice"
import { messagesPerHourByDefault } from "@znatoki/adapter-vk/say/hourly-budget"
import { Effect, Option, Redacted } from "effect"
import { resolve } from "node:path"
import { CannotRun } from "../cannot-run.ts"
import { readFile } from "./read-file.ts"

export interface Environment {
  /** Null: the embedded server. */
  readonly databaseUrl: Redacted.Redacted | null
  readonly dataDir: string
  readonly preset: PresetName
  /** Where our servers listen; loopback unless told otherwise. */
  readonly host: string
  /** Names by which our servers may be asked, beside loopback and the addresses they listen on. */
  readonly allowedHosts: ReadonlyArray<string>
  readonly sandboxPort: number
  /** Where the sandbox may call a bot back, beside loopback; `*`: anywhere. */
  readonly callbackHosts: ReadonlyArray<string>
  readonly adminPort: number
  readonly adminToken: Redacted.Redacted | null
  /** Null: nowhere. */
  readonly healthPort: number | null
  readonly vkToken: Redacted.Redacted | null
  readonly vkGroupId: number | null
  /** A file, see `communities.ts`. */
  readonly vkCommunities: string | null
  readonly vkApiUrl: string
  /** How many messages a conversation may have in an hour; 0: as many as there are. */
  readonly vkMessagesPerHour: number
  /** Whether a game that is over is shown as a picture. */
  readonly cards: boolean
  /** Whether what is done by the clock is done here. */
  readonly jobs: boolean
  /** Conversations of admins, `vk:<community>:<peer>`. */
  readonly digestTo: ReadonlyArray<string>
  /** Null: logs of games are kept for ever. */
  readonly gameLogDays: number | null
  readonly vkIntake: Intake
  readonly vkCallbackConfirmation: string | null
  /** The new one and the old, split by a comma or a new line. */
  readonly vkCallbackSecret: Redacted.Redacted | null
  /** Null: nowhere. */
  readonly vkCallbackPort: number | null
  /** Null: no broker, so roles cannot be apart. */
  readonly amqpUrl: Redacted.Redacted | null
  /** Null: each process keeps answers in its own memory. */
  readonly redisUrl: Redacted.Redacted | null
  /** Into how many the conversations of a community are divided among workers. */
  readonly buckets: number
  /** Null: as much as the command finds right. */
  readonly logLevel: LogLevelName | null
  /** Null: text where a person watches, else JSON. */
  readonly logFormat: "json" | "text" | null
  /** What takes as long is told in the log; infinite: nothing is. */
  readonly slowStatementMs: number
  readonly slowRequestMs: number
  /** Ends with a slash. Null: the ways of events are not recorded. */
  readonly otlpEndpoint: string | null
  /** They may have a key. */
  readonly otlpHeaders: Redacted.Redacted | null
  /** From 0 to 1: which share of events has its way recorded. */
  readonly tracesShare: number
}

/** How events come: we ask VK, VK brings them, or both at once. */
export const intakes = ["long-poll", "callback", "both"] as const
export type Intake = (typeof intakes)[number]

const logLevels = ["error", "warn", "info", "debug"] as const
export type LogLevelName = (typeof logLevels)[number]

type Variables = Readonly<Record<string, string | undefined>>

const textOf = (variables: Variables, name: string): string | null => {
  const value = variables[name]?.trim()
  return value === undefined || value === "" ? null : value
}

/** Enough to know the value by, and too little of a token that was given to the wrong variable. */
const shown = (value: string): string => (value.length > 20 ? `${value.slice(0, 6)}…` : value)

const refuse = (name: string, value: string, wanted: string) =>
  new CannotRun({ advice: `${name} is "${shown(value)}", but it has to be ${wanted}.` })

const portOrNone = Effect.fnUntraced(function* (variables: Variables, name: string) {
  const text = textOf(variables, name)
  if (text === null) return null
  const value = Number(text)
  if (/^\d+$/.test(text) && value <= 65_535) return value
  return yield* refuse(name, text, "a port number from 0 to 65535 (0 takes any free port)")
})

const port = (variables: Variables, name: string, byDefault: number) =>
  Effect.map(portOrNone(variables, name), (value) => value ?? byDefault)

const count = Effect.fnUntraced(function* (variables: Variables, name: string, byDefault: number) {
  const text = textOf(variables, name)
  if (text === null) return byDefault
  return /^\d{1,9}$/.test(text) ? Number(text) : yield* refuse(name, text, "a whole number, 0 for no limit")
})

const peers = Effect.fnUntraced(function* (variables: Variables, name: string) {
  const named = (textOf(variables, name) ?? "").split(/[\s,]+/u).filter((each) => each !== "")
  const strange = named.find((each) => !/^vk:[1-9]\d{0,14}:[1-9]\d{0,14}$/u.test(each))
  if (strange !== undefined)
    return yield* refuse(name, strange, "conversations like vk:123456:2000000001 (community, peer), split by commas")
  return [...new Set(named)]
})

const oneOf = Effect.fnUntraced(function* <A extends string>(
  variables: Variables,
  name: string,
  allowed: ReadonlyArray<A>
) {
  const text = textOf(variables, name)
  if (text === null) return null
  const found = allowed.find((each) => each === text.toLowerCase())
  return found ?? (yield* refuse(name, text, `one of: ${allowed.join(", ")}`))
})

const secret = (variables: Variables, name: string): Redacted.Redacted | null => {
  const text = textOf(variables, name)
  return text === null ? null : Redacted.make(text)
}

/** What a header can carry; a wrong one is not shown. */
const token = Effect.fnUntraced(function* (variables: Variables, name: string, { min }: { readonly min: number }) {
  const text = textOf(variables, name)
  if (text !== null && !/^[\x21-\x7e]*$/.test(text)) {
    return yield* new CannotRun({
      advice: `${name} has a character that no header can carry: it may have Latin letters, digits and signs, and no spaces.`
    })
  }
  if (text !== null && text.length < min) {
    return yield* new CannotRun({
      advice:
        `${name} is ${text.length} characters long, but it has to be ${min} at least: ` +
        "set it to what `openssl rand -hex 24` prints."
    })
  }
  return secret(variables, name)
})

/** Secrets may be mounted as files: `inFile` names the one that holds it. What is to be read, and from where. */
const orItsFile = Effect.fnUntraced(function* (variables: Variables, name: string, inFile: string) {
  const file = textOf(variables, inFile)
  if (file === null) return { name, variables }
  if (textOf(variables, name) !== null) {
    return yield* new CannotRun({ advice: `${name} and ${inFile} are both set: unset one of them.` })
  }
  return { name: inFile, variables: { [inFile]: yield* readFile(inFile, file) } }
})

const tokenOrItsFile =
  (min: number) =>
  (...known: Parameters<typeof orItsFile>) =>
    Effect.flatMap(orItsFile(...known), ({ name, variables }) => token(variables, name, { min }))

const secretOrItsFile = (...known: Parameters<typeof orItsFile>) =>
  Effect.map(orItsFile(...known), ({ name, variables }) => secret(variables, name))

/** Split by commas. */
const hostNames = Effect.fnUntraced(function* (variables: Variables, name: string) {
  const text = textOf(variables, name)
  const names = (text ?? "").split(",").flatMap((each) => (each.trim() === "" ? [] : [each.trim().toLowerCase()]))
  if (text === null || names.every((each) => /^[\w.-]+$|^[\da-f:.]+$|^\*$/.test(each))) return names
  return yield* refuse(name, text, "names without ports, split by commas, like admin.example.org,sandbox")
})

const groupId = Effect.fnUntraced(function* (variables: Variables) {
  const text = textOf(variables, "VK_GROUP_ID")
  if (text === null) return null
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  return yield* refuse("VK_GROUP_ID", text, "the number of the community (club123 → 123)")
})

const bucketCount = Effect.fnUntraced(function* (variables: Variables) {
  const text = textOf(variables, "ZNATOKI_BUCKETS") ?? "16"
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= 1 && value <= partitionCount) return value
  return yield* refuse("ZNATOKI_BUCKETS", text, `a number from 1 to ${partitionCount}, the same for every process`)
})

const apiUrl = Effect.fnUntraced(function* (variables: Variables) {
  const text = textOf(variables, "VK_API_URL") ?? "https://api.vk.ru/method/"
  const url = Option.liftThrowable(() => new URL(text))()
  if (Option.isSome(url) && /^https?:$/.test(url.value.protocol)) return text.endsWith("/") ? text : `${text}/`
  return yield* refuse("VK_API_URL", text, "an address like https://api.vk.ru/method/")
})

const longestMs = Effect.fnUntraced(function* (variables: Variables, name: string, byDefault: number) {
  const ms = yield* count(variables, name, byDefault)
  return ms === 0 ? Infinity : ms
})

/** It may have a password, so a wrong one is not shown. */
const otlpEndpoint = Effect.fnUntraced(function* (variables: Variables) {
  const text = textOf(variables, "OTEL_EXPORTER_OTLP_ENDPOINT")
  if (text === null) return null
  if (/^https?:$/.test(URL.parse(text)?.protocol ?? "")) return text.endsWith("/") ? text : `${text}/`
  return yield* new CannotRun({
    advice: "OTEL_EXPORTER_OTLP_ENDPOINT has to be an address like http://127.0.0.1:4318."
  })
})

const share = Effect.fnUntraced(function* (variables: Variables, name: string, byDefault: number) {
  const text = textOf(variables, name)
  if (text === null) return byDefault
  const value = Number(text)
  return value >= 0 && value <= 1 ? value : yield* refuse(name, text, "a share from 0 (none) to 1 (all), like 0.01")
})

/** It may have a password, so a wrong one is not shown. */
const redisUrl = Effect.fnUntraced(function* (variables: Variables) {
  const url = yield* secretOrItsFile(variables, "REDIS_URL", "REDIS_URL_FILE")
  if (url === null || /^rediss?:$/.test(URL.parse(Redacted.value(url))?.protocol ?? "")) return url
  return yield* new CannotRun({ advice: "REDIS_URL has to be an address like redis://user:password@host:6379/0." })
})

export const readEnvironment = Effect.fnUntraced(function* (variables: Variables) {
  const environment: Environment = {
    databaseUrl: yield* secretOrItsFile(variables, "DATABASE_URL", "DATABASE_URL_FILE"),
    dataDir: resolve(textOf(variables, "ZNATOKI_DATA") ?? ".znatoki"),
    preset: (yield* oneOf(variables, "ZNATOKI_PRESET", PresetName.literals)) ?? "classic",
    host: textOf(variables, "ZNATOKI_HOST") ?? "127.0.0.1",
    allowedHosts: yield* hostNames(variables, "ZNATOKI_ALLOWED_HOSTS"),
    sandboxPort: yield* port(variables, "SANDBOX_PORT", 8400),
    callbackHosts: yield* hostNames(variables, "SANDBOX_CALLBACK_HOSTS"),
    adminPort: yield* port(variables, "ADMIN_PORT", 8480),
    adminToken: yield* tokenOrItsFile(16)(variables, "ADMIN_TOKEN", "ADMIN_TOKEN_FILE"),
    healthPort: yield* portOrNone(variables, "HEALTH_PORT"),
    vkToken: yield* tokenOrItsFile(1)(variables, "VK_TOKEN", "VK_TOKEN_FILE"),
    vkGroupId: yield* groupId(variables),
    vkCommunities: textOf(variables, "VK_COMMUNITIES"),
    vkApiUrl: yield* apiUrl(variables),
    vkMessagesPerHour: yield* count(variables, "VK_MESSAGES_PER_HOUR", messagesPerHourByDefault),
    cards: (yield* oneOf(variables, "ZNATOKI_CARDS", ["on", "off"])) !== "off",
    jobs: (yield* oneOf(variables, "ZNATOKI_JOBS", ["on", "off"])) !== "off",
    digestTo: yield* peers(variables, "ZNATOKI_DIGEST_TO"),
    gameLogDays: (yield* count(variables, "ZNATOKI_GAME_LOG_DAYS", 0)) || null,
    vkIntake: (yield* oneOf(variables, "VK_INTAKE", intakes)) ?? "long-poll",
    vkCallbackConfirmation: textOf(variables, "VK_CALLBACK_CONFIRMATION"),
    vkCallbackSecret: yield* secretOrItsFile(variables, "VK_CALLBACK_SECRET", "VK_CALLBACK_SECRET_FILE"),
    vkCallbackPort: yield* portOrNone(variables, "VK_CALLBACK_PORT"),
    amqpUrl: yield* secretOrItsFile(variables, "AMQP_URL", "AMQP_URL_FILE"),
    redisUrl: yield* redisUrl(variables),
    buckets: yield* bucketCount(variables),
    logLevel: yield* oneOf(variables, "LOG_LEVEL", logLevels),
    logFormat: yield* oneOf(variables, "LOG_FORMAT", ["json", "text"]),
    slowStatementMs: yield* longestMs(variables, "LOG_SLOW_STATEMENT_MS", 500),
    slowRequestMs: yield* longestMs(variables, "LOG_SLOW_REQUEST_MS", 2_000),
    otlpEndpoint: yield* otlpEndpoint(variables),
    otlpHeaders: yield* secretOrItsFile(variables, "OTEL_EXPORTER_OTLP_HEADERS", "OTEL_EXPORTER_OTLP_HEADERS_FILE"),
    tracesShare: yield* share(variables, "OTEL_TRACES_SAMPLER_ARG", 0.01)
  }
  return environment
})
