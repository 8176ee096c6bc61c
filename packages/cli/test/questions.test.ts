/** `znatoki questions`, as a person and as a program would call it. */
import { expect, it } from "vitest"
import { startProgram } from "./e2e/run-program.ts"

const ran = async (input: string, ...words: ReadonlyArray<string>) => {
  const program = startProgram(["questions", ...words], {}, { input })
  const { code } = await program.end
  return { code, said: program.stdout(), told: program.stderr() }
}

it("prints with --json the questions and the warnings, and nothing else", async () => {
  const { code, said, told } = await ran("?Кто?\n! он\n@ Анна\n", "check", "-", "--json")
  expect(JSON.parse(said)).toEqual({
    questions: [
      {
        text: "Кто?",
        answer: "он",
        accepted: [],
        rejected: [],
        comment: null,
        sources: [],
        author: "Анна",
        handout: null
      }
    ],
    warnings: [{ line: 1, message: "no space after «?»" }]
  })
  expect({ code, told }).toEqual({ code: 0, told: "" })
})

it("prints the parts of a blitz each by itself", async () => {
  const { said } = await ran("? Блиц.\n- Кто?\n- Где?\n!\n- он\n- там\n= 2. здесь\n", "check", "-", "--json")
  expect(JSON.parse(said)).toMatchObject({
    questions: [
      {
        text: "Блиц.",
        parts: ["Кто?", "Где?"],
        answer: "1. он\n2. там",
        answers: ["он", "там"],
        accepted: ["2. здесь"]
      }
    ],
    warnings: []
  })
})

it("says it in words without, the licence too", async () => {
  const { said } = await ran("Чемпионат:\nКубок\n\nКопирайт:\nCC BY\n\nВопрос 1:\nКто?\n\nОтвет:\nон\n", "check", "-")
  expect(said).toContain("Кто?\n  answer: он\n")
  expect(said).toContain("licence: CC BY\n")
})

it("says the licence that a format is known by, as it will be brought in", async () => {
  const { said } = await ran("Чемпионат:\nКубок\n\nВопрос 1:\nКто?\n\nОтвет:\nон\n", "check", "-")
  expect(said).toContain("licence: db.chgk.info: без изменений")
  expect((await ran("? Кто?\n! он\n", "check", "-")).said).toContain("licence: not told in the file")
})

it("fails when there is no question to be read, and when there is no file", async () => {
  const nothing = await ran("слова\n", "check", "-", "--format", "csv", "--json")
  expect(JSON.parse(nothing.said)).toMatchObject({ questions: [], warnings: [{ line: 1 }] })
  expect(nothing.code).toBe(1)
  const missing = await ran("", "check", "/nowhere/pack.4s")
  expect(missing).toMatchObject({ code: 1, told: expect.stringContaining("cannot be read") })
})

it("writes another format, and tells what that cannot carry", async () => {
  const csv = "вопрос;ответ;тема\nКто?;он;лес\n"
  const { code, said, told } = await ran(csv, "export", "-", "--to", "4s")
  expect(said).toBe("? Кто?\n! он\n")
  expect({ code, told }).toEqual({ code: 0, told: "not carried: of question 1 the themes\n" })
})
