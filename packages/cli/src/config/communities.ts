/** Which communities the bot plays for: the one of `VK_TOKEN`, or all that the file of `VK_COMMUNITIES` names. */
import { PresetName } from "@znatoki/engine"
import { Effect, Option, Redacted, Schema } from "effect"
import { CannotRun } from "../cannot-run.ts"
import type { CommunitySettings } from "../compose/bot.ts"
import type { Environment } from "./environment.ts"
import { readFile } from "./read-file.ts"

const File = Schema.fromJsonString(Schema.NonEmptyArray(Schema.Unknown))

/** `token`, or the file that holds it. */
const Entry = Schema.Struct({
  group: Schema.Int.check(Schema.isGreaterThan(0)),
  token: Schema.optionalKey(Schema.NonEmptyString),
  tokenFile: Schema.optionalKey(Schema.NonEmptyString),
  preset: Schema.optionalKey(PresetName)
})

const decodeFile = Schema.decodeUnknownOption(File)
const decodeEntry = Schema.decodeUnknownOption(Entry, { onExcessProperty: "error" })

const refuse = (file: string, what: string) => new CannotRun({ advice: `VK_COMMUNITIES: the file ${file} ${what}` })

const wanted =
  'has to be like {"group": 123456, "token": "vk1.a.…"}; in place of "token" may be "tokenFile", beside it ' +
  `"preset": one of ${PresetName.literals.join(", ")}.`

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
  const { group: groupId, preset, token, tokenFile } = decoded
  const secret = token ?? (yield* readFile("tokenFile of VK_COMMUNITIES", tokenFile ?? ""))
  const settings: CommunitySettings = {
    token: Redacted.make(secret.trim()),
    groupId,
    apiUrl: environment.vkApiUrl,
    preset: preset ?? environment.preset
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

export const readCommunities = (
  environment: Environment
): Effect.Effect<ReadonlyArray<CommunitySettings>, CannotRun> => {
  const { preset, vkApiUrl: apiUrl, vkCommunities, vkGroupId: groupId, vkToken: token } = environment
  if (vkCommunities !== null) return ofFile(vkCommunities, environment)
  if (token !== null) return Effect.succeed([{ token, groupId, apiUrl, preset }])
  return Effect.fail(
    new CannotRun({
      advice:
        "VK_TOKEN is not set: create a community token (community → Manage → API usage) and set VK_TOKEN to it, " +
        "or run `znatoki demo` to play without VK."
    })
  )
}
