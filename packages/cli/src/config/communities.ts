/** Which communities the bot plays for: the one of `VK_TOKEN`, or all that the file of `VK_COMMUNITIES` names. */
import { PresetName } from "@znatoki/engine"
import { Effect, Option, Redacted, Schema } from "effect"
import { CannotRun } from "../cannot-run.ts"
import type { CallbackWay, CommunitySettings } from "../compose/bot.ts"
import type { CallbackPlace } from "../compose/callbacks.ts"
import { type Environment, type Intake, intakes } from "./environment.ts"
import { readFile } from "./read-file.ts"

const File = Schema.fromJsonString(Schema.NonEmptyArray(Schema.Unknown))

/** `token`, or the file that holds it. */
const Entry = Schema.Struct({
  group: Schema.Int.check(Schema.isGreaterThan(0)),
  token: Schema.optionalKey(Schema.NonEmptyString),
  tokenFile: Schema.optionalKey(Schema.NonEmptyString),
  preset: Schema.optionalKey(PresetName),
  intake: Schema.optionalKey(Schema.Literals(intakes)),
  confirmation: Schema.optionalKey(Schema.NonEmptyString),
  /** The new one and the old, while one takes the other's place. */
  secrets: Schema.optionalKey(Schema.Array(Schema.NonEmptyString))
})

const decodeFile = Schema.decodeUnknownOption(File)
const decodeEntry = Schema.decodeUnknownOption(Entry, { onExcessProperty: "error" })

const refuse = (file: string, what: string) => new CannotRun({ advice: `VK_COMMUNITIES: the file ${file} ${what}` })

const wanted =
  'has to be like {"group": 123456, "token": "vk1.a.…"}; in place of "token" may be "tokenFile", beside it ' +
  `"preset": one of ${PresetName.literals.join(", ")}; and, for VK's Callback API, "intake": "callback" or "both", ` +
  '"confirmation": the string that VK shows, "secrets": ["…"].'

const whereConfirmed = "it is shown by the community → Manage → API usage → Callback API."

const callbackOf = (intake: Intake, confirmation: string, secrets: ReadonlyArray<string>): CallbackWay | null =>
  intake === "long-poll"
    ? null
    : { confirmation, secrets: secrets.map((secret) => Redacted.make(secret)), longPoll: intake === "both" }

const communityOf = Effect.fnUntraced(function* (
  file: string,
  place: number,
  entry: unknown,
  environment: Environment
) {
  const decoded = Option.getOrNull(decodeEntry(entry))
  if (decoded === null || (decoded.token === undefined) === (decoded.tokenFile === undefined)) {
    return yield* refuse(file, `names as community ${place} what ${wanted}`)
  }
  const { confirmation, group: groupId, intake = "long-poll", preset, secrets = [], token, tokenFile } = decoded
  if (intake !== "long-poll" && confirmation === undefined) {
    return yield* refuse(
      file,
      `names community ${groupId} with "intake": "${intake}" and no "confirmation": ${whereConfirmed}`
    )
  }
  const secret = token ?? (yield* readFile("tokenFile of VK_COMMUNITIES", tokenFile ?? ""))
  const settings: CommunitySettings = {
    token: Redacted.make(secret.trim()),
    groupId,
    apiUrl: environment.vkApiUrl,
    messagesPerHour: environment.vkMessagesPerHour,
    preset: preset ?? environment.preset,
    callback: callbackOf(intake, confirmation ?? "", secrets)
  }
  return settings
})

const ofFile = Effect.fnUntraced(function* (file: string, environment: Environment) {
  if (environment.vkToken !== null || environment.vkGroupId !== null) {
    return yield* new CannotRun({
      advice:
        "VK_COMMUNITIES names every community: unset VK_TOKEN and VK_GROUP_ID, or put their community into its file."
    })
  }
  const entries = decodeFile(yield* readFile("VK_COMMUNITIES", file))
  if (Option.isNone(entries))
    return yield* refuse(file, `has to be a JSON array of communities, each of which ${wanted}`)
  const communities = yield* Effect.forEach(entries.value, (entry, i) => communityOf(file, i + 1, entry, environment))
  const twice = communities.find(({ groupId }, i) => communities.findIndex((each) => each.groupId === groupId) < i)
  if (twice !== undefined) return yield* refuse(file, `names community ${twice.groupId} twice.`)
  return communities
})

const wordsIn = (secret: Redacted.Redacted | null): ReadonlyArray<string> =>
  (secret === null ? "" : Redacted.value(secret))
    .split(/[,\n]/)
    .flatMap((each) => (each.trim() === "" ? [] : [each.trim()]))

const ofEnvironment = Effect.fnUntraced(function* (environment: Environment, token: Redacted.Redacted) {
  const {
    preset,
    vkApiUrl: apiUrl,
    vkCallbackConfirmation,
    vkCallbackSecret,
    vkGroupId: groupId,
    vkIntake,
    vkMessagesPerHour: messagesPerHour
  } = environment
  const byCallback = vkIntake !== "long-poll"
  if (byCallback && vkCallbackConfirmation === null) {
    const advice = `VK_INTAKE is ${vkIntake}, and VK_CALLBACK_CONFIRMATION is not set: ${whereConfirmed}`
    return yield* new CannotRun({ advice })
  }
  if (byCallback && groupId === null) {
    const advice = `VK_INTAKE is ${vkIntake}, and VK_GROUP_ID is not set: set it to the number of the community (club123 → 123).`
    return yield* new CannotRun({ advice })
  }
  const callback = callbackOf(vkIntake, vkCallbackConfirmation ?? "", wordsIn(vkCallbackSecret))
  return { token, groupId, apiUrl, messagesPerHour, preset, callback } satisfies CommunitySettings
})

/** Where VK brings events; null where it brings none. */
export const callbackPlace = (
  { host, vkCallbackPort: port }: Environment,
  communities: ReadonlyArray<CommunitySettings>
): Effect.Effect<CallbackPlace | null, CannotRun> => {
  if (communities.every(({ callback }) => callback === null)) return Effect.succeed(null)
  if (port !== null) return Effect.succeed({ host, port })
  return Effect.fail(
    new CannotRun({
      advice:
        "VK_CALLBACK_PORT is not set: set it to the port where VK's events shall come, behind a proxy that speaks https."
    })
  )
}

export const readCommunities = (
  environment: Environment
): Effect.Effect<ReadonlyArray<CommunitySettings>, CannotRun> => {
  const { vkCommunities, vkToken: token } = environment
  if (vkCommunities !== null) return ofFile(vkCommunities, environment)
  if (token !== null) return Effect.map(ofEnvironment(environment, token), (community) => [community])
  return Effect.fail(
    new CannotRun({
      advice:
        "VK_TOKEN is not set: create a community token (community → Manage → API usage) and set VK_TOKEN to it, " +
        "or run `znatoki demo` to play without VK."
    })
  )
}

const withoutNumber = new CannotRun({
  advice: "VK_GROUP_ID is not set: roles that are apart find each other by the number of the community (club123 → 123)."
})

/** As `readCommunities`, each by its number: roles that are apart have to know it before VK has told. */
export const readKnown = (environment: Environment) =>
  Effect.flatMap(readCommunities(environment), (communities) =>
    Effect.forEach(communities, ({ groupId, ...settings }) =>
      groupId === null ? Effect.fail(withoutNumber) : Effect.succeed({ ...settings, groupId })
    )
  )

/** What whoever decides has to know of them: no secret. */
export const readPlayed = (environment: Environment) => {
  const { preset, vkCommunities, vkGroupId: groupId, vkIntake } = environment
  if (vkCommunities !== null) return playedOfFile(vkCommunities, environment)
  return groupId === null
    ? Effect.fail(withoutNumber)
    : Effect.succeed([{ groupId, preset, callback: listeningOf(vkIntake) }])
}

const listeningOf = (intake: Intake) => (intake === "long-poll" ? null : { longPoll: intake === "both" })

const playedOfFile = Effect.fnUntraced(function* (file: string, environment: Environment) {
  const entries = decodeFile(yield* readFile("VK_COMMUNITIES", file))
  if (Option.isNone(entries))
    return yield* refuse(file, `has to be a JSON array of communities, each of which ${wanted}`)
  return yield* Effect.forEach(entries.value, (entry, i) => {
    const decoded = Option.getOrNull(decodeEntry(entry))
    if (decoded === null) return Effect.fail(refuse(file, `names as community ${i + 1} what ${wanted}`))
    const { group: groupId, intake = "long-poll", preset = environment.preset } = decoded
    return Effect.succeed({ groupId, preset, callback: listeningOf(intake) })
  })
})
