import { assert, it } from "@effect/vitest"
import { executeCode, matchOutcomes } from "../src/api/execute-batch.ts"

const call = { method: "messages.send", params: {} }

it("errors are given to the failed calls in the order of the failures", () => {
  const outcomes = matchOutcomes([call, call, call, call, call], {
    response: [1, false, [2], false, false],
    executeErrors: [
      { code: 911, message: "keyboard" },
      { code: 6, message: "too many" }
    ]
  })
  assert.deepStrictEqual(
    outcomes.map((outcome) => (outcome._tag === "Answered" ? outcome.response : outcome.error.code)),
    [1, 911, [2], 6, null]
  )
})

it("a call VK says nothing of may be tried again", () => {
  for (const response of [null, false, 7, [], [null].slice(1)]) {
    const [outcome] = matchOutcomes([call], { response, executeErrors: [] })
    assert.isTrue(outcome?._tag === "Failed" && outcome.error._tag === "VkUnavailable")
  }
})

it("people's words cannot leave their place in the script", () => {
  const message = '"});API.users.get({"\u2028\\'
  const code = executeCode([{ method: "messages.send", params: { message } }])
  assert.notInclude(code, "\u2028")
  const literal = /^return \[API\.messages\.send\((.*)\)\];$/s.exec(code)?.[1] ?? ""
  assert.deepStrictEqual(JSON.parse(literal), { message })
})
