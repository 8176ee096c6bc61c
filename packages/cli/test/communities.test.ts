/** Which communities the bot plays for, from what the environment and its files say; what is wrong is told in one line. */
import { Effect, Exit, Redacted } from "effect"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { callbackPlace, readCommunities } from "../src/config/communities.ts"
import { readEnvironment } from "../src/config/environment.ts"

let folder = ""
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "znatoki-communities-"))
})
afterAll(() => rmSync(folder, { recursive: true }))

const secret = "vk1.a.canary"

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const read = (variables: Record<string, string>) =>
  Effect.runSyncExit(
    Effect.map(Effect.flatMap(readEnvironment(variables), readCommunities), (communities) =>
      communities.map(({ callback, token, ...rest }) => ({
        ...rest,
        token: Redacted.value(token),
        callback: callback && { ...callback, secrets: callback.secrets.map(Redacted.value) }
      }))
    )
  )
const place = (variables: Record<string, string>) =>
  Effect.runSyncExit(
    Effect.gen(function* () {
      const environment = yield* readEnvironment(variables)
      return yield* callbackPlace(environment, yield* readCommunities(environment))
    })
  )
const adviceOf = (exit: Exit.Exit<unknown, { readonly advice: string }>): string =>
  Exit.match(exit, {
    onSuccess: () => "",
    onFailure: (cause) => JSON.stringify(cause.reasons.map((reason) => ("error" in reason ? reason.error.advice : "")))
  })

const apiUrl = "https://api.vk.ru/method/"

it("one community is that of VK_TOKEN, which may be in a file", () => {
  const one = [{ token: secret, groupId: null, apiUrl, messagesPerHour: 1_000, preset: "classic", callback: null }]
  expect(read({ VK_TOKEN: secret })).toEqual(Exit.succeed(one))
  expect(read({ VK_TOKEN_FILE: file("token", `${secret}\n`) })).toEqual(Exit.succeed(one))
})

it("several are those of a file, each with its token and, where it says so, its preset", () => {
  const communities = [
    { group: 77, token: secret },
    { group: 88, tokenFile: file("second", "vk1.b\n"), preset: "quick" }
  ]
  const variables = { VK_COMMUNITIES: file("both", JSON.stringify(communities)), ZNATOKI_PRESET: "slow" }
  expect(read(variables)).toEqual(
    Exit.succeed([
      { token: secret, groupId: 77, apiUrl, messagesPerHour: 1_000, preset: "slow", callback: null },
      { token: "vk1.b", groupId: 88, apiUrl, messagesPerHour: 1_000, preset: "quick", callback: null }
    ])
  )
})

it("the file may be one that Windows wrote, with a mark before it", () => {
  const text = `\uFEFF${JSON.stringify([{ group: 77, token: secret }])}\r\n`
  expect(read({ VK_COMMUNITIES: file("windows", text) })).toMatchObject({ value: [{ groupId: 77, token: secret }] })
})

it("VK brings the events of those who say so, by a secret or by two", () => {
  const alone = {
    VK_TOKEN: secret,
    VK_GROUP_ID: "77",
    VK_INTAKE: "callback",
    VK_CALLBACK_CONFIRMATION: "1a2b",
    VK_CALLBACK_SECRET_FILE: file("secrets", "new\nold\n")
  }
  const callback = { confirmation: "1a2b", secrets: ["new", "old"], longPoll: false }
  expect(read(alone)).toEqual(
    Exit.succeed([{ token: secret, groupId: 77, apiUrl, messagesPerHour: 1_000, preset: "classic", callback }])
  )
  const several = [
    { group: 77, token: secret },
    { group: 88, token: secret, intake: "both", confirmation: "3c4d", secrets: ["one"] }
  ]
  expect(read({ VK_COMMUNITIES: file("ways", JSON.stringify(several)) })).toMatchObject({
    value: [{ callback: null }, { callback: { confirmation: "3c4d", secrets: ["one"], longPoll: true } }]
  })
})

it("the address of those events is asked for where there are any", () => {
  const callback = { VK_TOKEN: secret, VK_GROUP_ID: "77", VK_INTAKE: "both", VK_CALLBACK_CONFIRMATION: "1a2b" }
  expect(place({ VK_TOKEN: secret, VK_CALLBACK_PORT: "8490" })).toEqual(Exit.succeed(null))
  expect(place({ ...callback, VK_CALLBACK_PORT: "8490" })).toEqual(Exit.succeed({ host: "127.0.0.1", port: 8490 }))
  expect(adviceOf(place(callback))).toMatch(/VK_CALLBACK_PORT is not set/)
})

it.each([
  ["nothing", "", /has to be a JSON array/],
  ["no array", "{}", /has to be a JSON array/],
  ["none", "[]", /has to be a JSON array/],
  ["no number", JSON.stringify([{ token: secret }]), /names as community 1 what has to be like/],
  ["no token", JSON.stringify([{ group: 1, token: secret }, { group: 2 }]), /names as community 2 what has to be like/],
  ["two tokens", JSON.stringify([{ group: 1, token: secret, tokenFile: "x" }]), /community 1/],
  ["a preset nobody knows", JSON.stringify([{ group: 1, token: secret, preset: "fast" }]), /lightning, quick/],
  ["what nobody knows", JSON.stringify([{ group: 1, token: secret, tokn: secret }]), /community 1/],
  [
    "a callback nobody can confirm",
    JSON.stringify([{ group: 1, token: secret, intake: "callback" }]),
    /names community 1 with .*no .*confirmation.*API usage/
  ],
  ["one twice", JSON.stringify([1, 1].map((group) => ({ group, token: secret }))), /names community 1 twice/],
  [
    "a file that is not there",
    JSON.stringify([{ group: 1, tokenFile: "/nowhere" }]),
    /nowhere, which cannot be read \(ENOENT\)/
  ]
])("a file with %s is refused in one line without a secret", (_, text, advice) => {
  const told = adviceOf(read({ VK_COMMUNITIES: file("wrong", text) }))
  expect(told).toMatch(advice)
  expect(told).not.toContain(secret)
  expect(told).not.toContain("\\n")
})

it.each([
  [{}, /VK_TOKEN is not set/],
  [{ VK_COMMUNITIES: "/nowhere" }, /VK_COMMUNITIES is the file \/nowhere/],
  [{ VK_COMMUNITIES: "/nowhere", VK_TOKEN: secret }, /unset VK_TOKEN and VK_GROUP_ID/],
  [{ VK_TOKEN: secret, VK_TOKEN_FILE: "/nowhere" }, /VK_TOKEN and VK_TOKEN_FILE are both set/],
  [{ VK_TOKEN: secret, VK_INTAKE: "webhook" }, /VK_INTAKE is .*webhook.*long-poll, callback, both/],
  [{ VK_TOKEN: secret, VK_INTAKE: "callback" }, /VK_CALLBACK_CONFIRMATION is not set/],
  [{ VK_TOKEN: secret, VK_INTAKE: "both", VK_CALLBACK_CONFIRMATION: "1a2b" }, /VK_GROUP_ID is not set/],
  [{ VK_TOKEN_FILE: "/nowhere" }, /VK_TOKEN_FILE is the file \/nowhere/]
])("%o is refused", (variables, advice) => {
  expect(adviceOf(read(variables))).toMatch(advice)
})
