import { assert, it } from "@effect/vitest"
import { Result } from "effect"
import { deliveryCall } from "../src/say/delivery-call.ts"
import { deliveryResult, insteadOf } from "../src/say/delivery-result.ts"
import { randomIdOf } from "../src/say/random-id.ts"
import { errorOfCode } from "../src/api/error-of-code.ts"
import { policyOf } from "../src/api/policy-of-code.ts"
import { amend, joinButton, say } from "./fixtures/deliveries.ts"

/** What becomes of a message that VK refuses with a code, and whether the operator is told what to do. */
type Fate =
  /** Tried again soon: others fail with it. */
  | "later"
  /** Tried again when somebody has done what the log asks for. */
  | "operator"
  /** Given up, and the log says what to do. */
  | "given up, told"
  | "given up"
  /** Nobody hears the bot there. */
  | "gone"
  /** Said at once without its buttons, and the log says what to do. */
  | "without buttons, told"
  /** An amendment is said anew; a new message is given up. */
  | "said anew"
  /** The same, where it may be that the message is not there any more. */
  | "said anew, else given up and told"

const fates: ReadonlyArray<readonly [Fate, ReadonlyArray<number>]> = [
  ["later", [1, 6, 9, 10, 14, 29, 36, 43]],
  ["operator", [5, 17, 27, 28, 42, 915, 1117]],
  ["given up, told", [3, 7, 8, 24, 113, 125]],
  ["said anew, else given up and told", [15, 100]],
  [
    "gone",
    [18, 203, 900, 901, 902, 916, 917, 918, 922, 925, 927, 932, 936, 945, 946, 950, 962, 983, 985, 987, 988, 1012, 1021]
  ],
  ["without buttons, told", [911, 912]],
  ["said anew", [909, 910, 920, 923, 949]],
  ["given up", [104, 913, 914, 921, 924, 935, 940, 942, 943, 944, 969, 970, 979, 984, 12345]]
]

const errorOf = (code: number) => errorOfCode("messages.send", { code, message: "no" })

const fateOf = (code: number): Fate => {
  const error = errorOf(code)
  const advised = error._tag !== "VkUnavailable" && error.advice !== undefined && error.advice.length > 20
  const change = { ...amend(1, "7", "стол", joinButton), attachment: null }
  const instead = insteadOf(change, error)
  if (instead?.message.keyboard === null && advised) return "without buttons, told"
  if (instead?.message._tag === "Say") return advised ? "said anew, else given up and told" : "said anew"
  const { result } = deliveryResult(change, { _tag: "Failed", error })
  switch (result._tag) {
    case "Later":
      return advised ? "operator" : "later"
    case "Gone":
      return "gone"
    case "Refused":
      return advised ? "given up, told" : "given up"
    case "Delivered":
    case "Preparing":
      throw new Error("an error is no delivery")
  }
}

it.each(fates.flatMap(([fate, codes]) => codes.map((code) => ({ code, fate }))))("$code: $fate", ({ code, fate }) => {
  assert.strictEqual(fateOf(code), fate)
})

it.each(fates.flatMap(([, codes]) => codes.filter((code) => code !== 12345)))(
  "what to do about %i is said beside it",
  (code) => {
    const advice = policyOf(code)?.advice ?? ""
    assert.match(advice, /^\S.*\.$/u)
    const { result } = deliveryResult(say(1, "да"), { _tag: "Failed", error: errorOf(code) })
    assert.isTrue("reason" in result && result.reason.endsWith(`VK error ${code}, no. ${advice}`))
  }
)

it("what is said anew is all that the change was to say, and no repetition of what was said under its number before", () => {
  const media = { source: "photo-1_2", instead: "Картинка: https://example.org/1.png" }
  const change = amend(1, "7", "Вопрос\n\nКартинка: https://example.org/1.png", joinButton)
  const delivery = { ...change, message: { ...change.message, media, decidedAtMs: 5_000 }, attachment: "photo-1_2" }
  const anew = insteadOf(delivery, errorOf(909))
  assert.deepStrictEqual(anew?.message, { ...delivery.message, _tag: "Say" })
  const asked = anew === null ? null : Result.getOrNull(deliveryCall(anew))
  assert.deepInclude(asked?.call.params, {
    message: "Вопрос",
    attachment: "photo-1_2",
    random_id: String(randomIdOf(delivery.conversation, delivery.seq, 5_000))
  })
})

it("what is asked for instead is asked for once", () => {
  const plain = { ...say(1, "без кнопок"), attachment: null }
  for (const code of [909, 911, 912, 920]) assert.isNull(insteadOf(plain, errorOf(code)))
  const anew = insteadOf({ ...amend(1, "7", "стол", joinButton), attachment: null }, errorOf(909))
  assert.deepInclude(anew?.message, { _tag: "Say", keyboard: joinButton })
  const bare = anew === null ? null : insteadOf(anew, errorOf(912))
  assert.deepInclude(bare?.message, { _tag: "Say", keyboard: null })
  assert.strictEqual(bare?.seq, anew?.seq)
  assert.isNull(bare === null ? null : insteadOf(bare, errorOf(912)))
})
