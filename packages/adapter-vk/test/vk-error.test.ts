/** What is told of VK's refusals is one line to go on from. */
import { expect, it } from "vitest"
import { notUnderstood, sayError, VkForbidden, VkRefused, VkUnavailable } from "../src/api/vk-error.ts"

const method = "messages.send"

it("a refusal is told with its code and without the full stops that VK ends it with", () => {
  const message = "User authorization failed: invalid access_token (4).."
  const advice = "Create another."
  expect(sayError(new VkForbidden({ method, code: 5, message, advice }))).toBe(
    "messages.send: VK error 5, User authorization failed: invalid access_token (4)"
  )
})

it("what VK has no code for is told without one", () => {
  const message = "VK's answer could not be understood."
  expect(sayError(new VkRefused({ method, code: notUnderstood, message }))).toBe(
    "messages.send: VK's answer could not be understood"
  )
})

it.for(["Internal server error.", "<html>\n  <h1>502 Bad Gateway</h1>\r\n</html>\n", "\u001B[31mno\u001B[39m\u0007"])(
  "%j is told in one line, and moves nothing in a terminal",
  (words) => {
    const errors = [
      new VkRefused({ method, code: 10, message: words }),
      new VkUnavailable({ method, code: 10, reason: words, afterMs: 1_000 })
    ]
    for (const error of errors) {
      const said = sayError(error)
      expect(said).not.toMatch(/\p{Cc}/u)
      expect(said).not.toMatch(/[.\s]$/)
    }
  }
)
