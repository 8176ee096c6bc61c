/** What programs are told in English, as people who read Russian see it. */
import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { noteInRussian, problemInRussian } from "../src/desk/words/said-in-russian.ts"
import { flawOf } from "../src/auth/password-rules.ts"
import { problemKinds } from "../src/problem.ts"
import { makeClient } from "./admin-client.ts"
import { beginGame, game } from "./played-game.ts"

const readers = fileURLToPath(new URL("../../questions/src/read/", import.meta.url))
const english = /[A-Za-z]{2,}/

/** All that a reader of files says of them, with an × where something of the file stands. */
const saidOfFiles = (): ReadonlyArray<string> =>
  readdirSync(readers)
    .map((file) => readFileSync(`${readers}${file}`, "utf8"))
    .flatMap((source) => [
      ...source.matchAll(/(?:warn|leaveOut|refused|OutOfMeasure|breakOff)\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g)
    ])
    .flatMap(([, given = ""]) => /("[^"]* [^"]*"|`[^`]* [^`]*`)\s*$/.exec(given)?.[1] ?? [])
    .map((literal) => literal.slice(1, -1).replaceAll(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, "×"))
    // Which of the two is missing is a part of its own.
    .map((said) =>
      said
        .replace("a question without ×", "a question without an answer")
        .replace(/^×, not/, "«×» outside of a question, not")
    )

describe("on a Russian page", () => {
  it("whatever a file is warned of is told in Russian", () => {
    const said = saidOfFiles()
    expect(said.length).toBeGreaterThan(25)
    expect(said.map(noteInRussian).filter((note) => english.test(note.replace("JSON", "")))).toEqual([])
    expect(noteInRussian("a question without a text, not read: «answer: no»")).toBe(
      "вопрос без текста, не прочитано: «answer: no»"
    )
  })

  it("why an archive is not taken is told in Russian", () => {
    expect(noteInRussian("more than 100 MB come out of the archive: refused")).toBe(
      "из архива выходит больше 100 МБ: не принят"
    )
    expect(noteInRussian("the archive is broken")).toBe("архив испорчен")
  })

  it("why a question is left out or waits is told in Russian", () => {
    expect(noteInRussian("the comment has 2500 characters, 2000 at most are kept")).toBe(
      "знаков в комментарии — 2500, а можно 2000"
    )
    expect(noteInRussian("cup.docx: the picture big.png is 9000 × 9000, too large: left out")).toBe(
      "cup.docx: картинка big.png слишком велика (9000 × 9000): не взята"
    )
    expect(noteInRussian("the picture map.png")).toBe("нужна картинка map.png")
  })

  it("every refusal is told in Russian, by its own sentence or by its kind", () => {
    for (const kind of problemKinds) {
      const { detail, errors } = problemInRussian({
        kind,
        detail: "Something nobody has said before.",
        errors: [{ path: "text", message: "Expected something else" }]
      })
      expect(`${detail} ${errors[0]?.message}`, kind).not.toMatch(english)
      expect(detail, kind).toMatch(/^\p{Lu}.*\.$/u)
    }
    const last = "This is the last owner: make another one first."
    expect(problemInRussian({ kind: "conflict", detail: last }).detail).toBe(
      "Это последний владелец: сначала назначьте другого."
    )
  })

  it("what is wrong with a field is told by what the field wants", async () => {
    const client = makeClient()
    const body = { text: "", answer: "о".repeat(2_000), source: "\u0001", nope: 1, difficulty: 9 }
    const { json } = await client.post("/api/v1/questions", body)
    const { errors } = json as { readonly errors: ReadonlyArray<{ readonly path: string; readonly message: string }> }
    const told = problemInRussian({ kind: "invalid-body", detail: "", errors: [...errors] }).errors
    expect(Object.fromEntries(told.map(({ message, path }) => [path, message]))).toMatchInlineSnapshot(`
      {
        "nope": "такого поля нет",
        "Вопрос": "нужно заполнить",
        "Источник": "есть перевод строки или управляющий знак",
        "Ответ": "слишком длинно, можно до 1000",
        "Сложность": "нужно от 1 до 5",
      }
    `)
  })

  it("why a password will not do is told, and so is what a number, a time and a choice have to be", async () => {
    const passwords = [
      "коротко",
      "пароль Анны и ещё слово",
      "абабабабабабаб",
      "qwertyuiopasdfghjkl",
      "длинно ".repeat(50)
    ]
    const flaws = passwords.map((password) => ({ path: "password", message: flawOf(password, "Анны") ?? "" }))
    const client = makeClient()
    await beginGame(client)
    const path = `/api/v1/conversations/${game.slice(0, game.lastIndexOf("-"))}`
    const questions = { level: null, themes: ["нет"], packs: ["нет"] }
    for (const [method, to, body] of [
      ["PATCH", path, { settings: { preset: "", rounds: null, questions: { level: "", themes: [], packs: [] } } }],
      ["PATCH", path, { settings: { preset: "quick", rounds: 1.5, questions } }],
      ["PATCH", path, { settings: { preset: "quick", questions } }],
      ["PUT", `${path}/daily-question`, { days: [1], time: "25:00" }]
    ] as const) {
      const { json } = await client.send(method, to, JSON.stringify(body), {
        "Content-Type": "application/json",
        "If-Match": "*"
      })
      flaws.push(...(json as { readonly errors: typeof flaws }).errors)
    }
    const { errors } = problemInRussian({ kind: "invalid-body", detail: "", errors: flaws })
    expect(errors.map(({ message, path: where }) => `${where}: ${message}`)).toMatchInlineSnapshot(`
      [
        "Пароль: слишком коротко, нужно от 12 знаков",
        "Пароль: в пароле есть имя",
        "Пароль: нужно хотя бы 5 разных знаков",
        "Пароль: клавиши подряд подбирают первыми",
        "Пароль: слишком длинно, можно до 256 знаков",
        "Формат: нужно выбрать из списка",
        "Сложность вопросов: нужно выбрать из списка",
        "Раундов: нужно целое число",
        "Пакет вопросов: в пакете «нет» нет вопросов",
        "Тема вопросов: вопросов на тему «нет» нет",
        "Время: нужно время, например 19:00",
      ]
    `)
  })
})
