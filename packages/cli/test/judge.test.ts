/** `znatoki judge`, as a person and as a program would call it. */
import { expect, it } from "vitest"
import { startProgram } from "./e2e/run-program.ts"

const judged = async (input: string, ...flags: ReadonlyArray<string>) => {
  const program = startProgram(["judge", ...flags], {}, { input })
  const { code } = await program.end
  return { code, lines: program.stdout().trimEnd().split("\n"), told: program.stderr() }
}

const questions = [
  { reference: "Пушкин", given: "Пушкен" },
  { reference: "Пушкин", accepted: ["поэт"], rejected: ["Лермонтов"], question: "Кто это?", given: "лермонтов" }
].map((each) => JSON.stringify(each))

it("says with --json the verdict, its reason and words for it, an object a line", async () => {
  const { code, lines, told } = await judged(`${questions.join("\n")}\n`, "--json")
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
    { verdict: "accepted", reason: "typo", matched: "Пушкин", explanation: "Засчитано: опечатка не в счёт" },
    { verdict: "rejected", reason: "in rejected", matched: "Лермонтов", explanation: expect.any(String) }
  ])
  expect({ code, told }).toEqual({ code: 0, told: "" })
})

it("says it in words without", async () => {
  const { lines } = await judged(`${questions[0]}\n`)
  expect(lines).toEqual(["«Пушкен» — Засчитано: опечатка не в счёт"])
})

it("reads a text that Windows wrote, with a mark before it", async () => {
  const { code, lines } = await judged(`\uFEFF${questions[0]}\r\n`)
  expect({ code, lines }).toEqual({ code: 0, lines: ["«Пушкен» — Засчитано: опечатка не в счёт"] })
})

it("tells a line that cannot be read in its place, judges the others, and fails", async () => {
  const { code, lines, told } = await judged(`${questions[0]}\nне JSON\n\n${questions[0]}`, "--json")
  expect(lines.map((line) => Object.keys(JSON.parse(line) as object)[0])).toEqual(["verdict", "error", "verdict"])
  expect(code).toBe(1)
  expect(told).toMatch(/^1 of the lines could not be read/)
})
