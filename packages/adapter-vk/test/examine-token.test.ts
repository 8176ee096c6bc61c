import { assert, it } from "@effect/vitest"
import { Effect, Layer, Schema } from "effect"
import { VkApi } from "../src/api/vk-api.ts"
import { examineRights } from "../src/examine/examine-token.ts"
import { uploadPicture } from "../src/pictures/upload-picture.ts"
import { VkForbidden } from "../src/api/vk-error.ts"

/** VK, as far as it tells what a token may do; everything else is forbidden to it. */
const vkOf = (...rights: ReadonlyArray<string>) =>
  Layer.mock(VkApi, {
    call: (method, _params, result) =>
      method === "groups.getTokenPermissions"
        ? Schema.decodeUnknownEffect(result)({ permissions: rights.map((name) => ({ name })) }).pipe(Effect.orDie)
        : Effect.fail(new VkForbidden({ method, code: 15, message: "Access denied", advice: "?" }))
  })

const examined = (...rights: ReadonlyArray<string>) =>
  Effect.flatMap(VkApi, examineRights).pipe(Effect.provide(vkOf(...rights)))

it.effect("a token that may do all is well", () =>
  Effect.gen(function* () {
    const found = yield* examined("messages", "photos", "manage")
    assert.deepStrictEqual(
      found.map(({ state }) => state),
      ["ok"]
    )
  })
)

it.effect("each right that is missing is told by its name, with what does not work and where to give it", () =>
  Effect.gen(function* () {
    const found = yield* examined("messages", "manage")
    assert.deepStrictEqual(found, [
      {
        what: "rights",
        state: "warn",
        found: "«photos» is missing: pictures of questions cannot be shown",
        advice: "Управление → Работа с API → Ключи доступа: create a key with it."
      }
    ])
    assert.deepStrictEqual(
      (yield* examined("photos")).map(({ found, state }) => [state, found.split(":")[0]]),
      [
        ["bad", "«messages» is missing"],
        ["warn", "«manage» is missing"]
      ]
    )
  })
)

it.effect("whoever may not upload is told which right that takes", () =>
  Effect.gen(function* () {
    const vk = yield* VkApi
    const trouble = yield* Effect.flip(uploadPicture(vk, new Uint8Array()))
    assert.isFalse(trouble.again)
    assert.include(trouble.reason, 'a token with the right "photos"')
  }).pipe(Effect.provide(vkOf("messages")))
)
