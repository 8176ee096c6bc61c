/** A line of the log, for programs and for people. */
import { stripVTControlCharacters } from "node:util"
import { expect, it } from "vitest"
import { careful, jsonLine, readableLine, type Told } from "../src/log-lines.ts"

const told = (message: unknown, more: Partial<Told> = {}): Told => ({
  level: "WARN",
  fiberId: "#1",
  timestamp: "2026-03-01T10:20:30.456Z",
  message,
  cause: undefined,
  annotations: {},
  spans: {},
  ...more
})
const readable = (...args: Parameters<typeof told>): string => stripVTControlCharacters(readableLine(told(...args)))

it("is JSON that has everything", () => {
  expect(JSON.parse(jsonLine(told(["said", { seq: 3 }], { annotations: { community: "vk:1" } })))).toMatchObject({
    level: "WARN",
    message: ["said", { seq: 3 }],
    annotations: { community: "vk:1" }
  })
})

it("or is read at a glance: when, how bad, what, and of which", () => {
  expect(readable(["a message was put off", { conversation: "vk:1:2", seq: 3, reason: "VK is slow", id: null }])).toBe(
    '10:20:30.456 WARN  a message was put off  conversation=vk:1:2  seq=3  reason="VK is slow"  id=null'
  )
  expect(readable("back", { annotations: { community: "vk:1" } })).toBe("10:20:30.456 WARN  back  community=vk:1")
})

it("shows what caused it on lines of its own", () => {
  expect(readable("failed", { cause: "Error: no\n  at here" })).toBe(
    "10:20:30.456 WARN  failed\n    Error: no\n      at here"
  )
})

it("gives no orders to a terminal", () => {
  const line = readable(["said", { text: "\u001b[2J\u009b1m\u0007" }])
  expect([...line].filter((letter) => letter < " " || (letter >= "\u007f" && letter < "\u00a0"))).toEqual([])
})

it.each([
  "refused: vk1.a.AbC-dEf_123.x",
  "refused: https://api.vk.ru/method/x?access_token=AbC-dEf_123&v=5.199",
  "amqp://guest:AbC-dEf_123@127.0.0.1:5672/",
  "sent AbC-dEf_123 by mistake"
])("never has a secret: %s", (text) => {
  for (const lineOf of [jsonLine, readableLine]) {
    const line = careful(lineOf, ["AbC-dEf_123.", "AbC-dEf_123", "letters"].concat("AbC-dEf_123 by"))(told([text]))
    expect(line).not.toContain("AbC-dEf_123")
    expect(careful(lineOf, ["letters"])(told("some letters"))).toContain("some letters")
  }
})
