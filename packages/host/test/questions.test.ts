import { type GameEvent, type GameState, presets } from "@znatoki/engine"
import { plainText } from "@znatoki/chat/plain-text"
import { anyQuestion, anyWish, type QuestionChoice, type Shelves } from "@znatoki/chat/question-choice"
import { choiceOf, withChoice } from "@znatoki/chat/kept-settings"
import { hear } from "@znatoki/host/hear"
import { asksForShelves, choiceOfGame, withKnownNames, withWish } from "@znatoki/host/questions/choose-questions"
import { speak } from "@znatoki/host/speak"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { anya } from "./support/people.ts"
import { discussion, finished, idle, lobby } from "./support/states.ts"
import { faultsOf } from "./support/typography.ts"

const at = { atMs: 1_000, seed: 1 }
const shelves: Shelves = {
  themes: [
    { name: "film", questions: 14 },
    { name: "Ёлки и палки", questions: 2 }
  ],
  packs: [
    { key: "ours", title: "Наш пакет", questions: 7, own: true },
    { key: "cup-1", title: "Кубок городов", questions: 36, own: false },
    { key: "cup-2", title: "Кубок наций", questions: 21, own: false }
  ]
}

const heard = (text: string, state: GameState = idle): GameEvent | null =>
  hear({ _tag: "Wrote", by: anya, text, action: null, order: 1 }, at, state).event

/** What comes of words: the choice of the next game, or what is not there. */
const chosen = (text: string, state: GameState = idle): QuestionChoice | string | null => {
  const event = heard(text, state)
  if (event === null) return null
  const known = withKnownNames(event, state, shelves)
  if (known.unknown !== null) return known.unknown
  return "settings" in known.event && known.event.settings !== null ? choiceOf(known.event.settings) : null
}

describe("words that choose questions", () => {
  it.each([
    ["тема кино", { themes: ["film"] }],
    ["Тема: Фильмы!", { themes: ["film"] }],
    ["на тему елки и палки", { themes: ["Ёлки и палки"] }],
    ["пакет Наш пакет", { packs: [{ key: "ours", title: "Наш пакет" }] }],
    ["пакет кубок нац", { packs: [{ key: "cup-2", title: "Кубок наций" }] }],
    ["лёгкие вопросы", { level: "easy" }],
    ["сложность средняя", { level: "medium" }],
    ["старт лёгкая", { level: "easy" }],
    ["старт сложная тема кино", { level: "hard", themes: ["film"] }],
    ["старт молния тема кино", { themes: ["film"] }],
    ["новая игра пакет кубок городов", { packs: [{ key: "cup-1", title: "Кубок городов" }] }],
    ["любые вопросы", {}]
  ] as const)("«%s»", (text, choice) => {
    expect(chosen(text)).toEqual({ ...anyQuestion, ...choice })
  })

  it.each(["тема кинотавр", "пакет кубок", "пакет"])("«%s» names nothing there is", (text) => {
    expect([chosen(text), heard(text)]).toSatisfy(([unknown, event]) => typeof unknown === "string" || event === null)
  })

  it.each([
    "лёгкая",
    "старт пакетом",
    "это не тема",
    "тема",
    "Тема: собрание жильцов в пятницу, просьба всем прийти",
    "Пакет документов нужно забрать у Ивана до пятницы"
  ])("«%s» is talk", (text) => {
    expect(heard(text)).toBeNull()
  })

  it("may be long after a slash", () => {
    expect(chosen("/тема о том, чего на свете нет и никогда не было")).toEqual(expect.any(String))
  })

  it("are talk while people play, but for a slash", () => {
    for (const text of ["тема кино", "лёгкие вопросы", "темы"]) {
      expect(heard(text, discussion)).toBeNull()
      expect(heard(`/${text}`, discussion)).not.toBeNull()
    }
  })

  it("another preset keeps the questions, and other questions keep the preset", () => {
    const state: GameState = { ...idle, settings: withWish(presets.quick, { theme: "film" }) }
    expect(heard("старт тв", state)).toMatchObject({ settings: withWish(presets.tv, { theme: "film" }) })
    expect(heard("пресет тв", state)).toMatchObject({ settings: withWish(presets.tv, { theme: "film" }) })
    expect(heard("старт лёгкая", state)).toMatchObject({
      settings: withWish(presets.quick, { theme: "film", level: "easy" })
    })
    expect(heard("старт", state)).toMatchObject({ settings: state.settings })
  })
})

describe("a choice of questions", () => {
  const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 5 })
  const level = fc.constantFrom(null, "easy", "medium", "hard")
  const packs = fc.array(fc.record({ key: fc.string({ minLength: 1 }), title: fc.string({ minLength: 1 }) }), {
    maxLength: 5
  })
  const choices = fc.record({ packs, themes: names, level })
  const wishes = fc.record(
    { pack: fc.option(fc.string({ minLength: 1 })), theme: fc.option(fc.string({ minLength: 1 })), level },
    { requiredKeys: [] }
  )

  it("is found in the settings as it was put there, beside whatever else is kept there", () => {
    fc.assert(
      fc.property(choices, fc.option(fc.dictionary(fc.string(), fc.integer())), (choice, others) => {
        const settings = { ...presets.classic, ...(others === null ? {} : { extra: others }) }
        const kept = withChoice(settings, choice)
        expect(choiceOf(kept)).toEqual(choice)
        const { questions: _, ...rest } = others ?? {}
        expect(kept.extra ?? {}).toMatchObject(rest)
        expect(choiceOf(withWish(kept, anyWish))).toEqual(anyQuestion)
      })
    )
  })

  it("of any JSON is a choice or none, never a failure", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (extra) => {
        const settings = { ...presets.classic, extra: JSON.parse(JSON.stringify(extra)) }
        expect(choiceOf(withWish(settings, { level: "easy" })).level).toBe("easy")
      })
    )
  })

  it("is changed by a wish in what the wish names, and in nothing else", () => {
    fc.assert(
      fc.property(choices, wishes, (choice, wish) => {
        const after = choiceOf(withWish(withChoice(presets.classic, choice), wish))
        if (wish.level === undefined) expect(after.level).toBe(choice.level)
        if (wish.theme === undefined) expect(after.themes).toEqual(choice.themes)
        if (wish.pack === undefined) expect(after.packs).toEqual(choice.packs)
      })
    )
  })

  it("holds names that there are once it is made, whatever was said", () => {
    const state: GameState = idle
    fc.assert(
      fc.property(wishes, (wish) => {
        const event = { _tag: "SettingsChanged", ...at, by: anya.id, seen: null } as const
        const known = withKnownNames({ ...event, settings: withWish(presets.classic, wish) }, state, shelves)
        if (known.unknown !== null) {
          expect(known.event).toMatchObject({ topic: "questions" })
          return
        }
        const { packs, themes } = choiceOf(
          known.event._tag === "SettingsChanged" ? known.event.settings : idle.settings
        )
        expect(shelves.themes.map(({ name }) => name)).toEqual(expect.arrayContaining([...themes]))
        expect(shelves.packs).toEqual(expect.arrayContaining(packs.map((pack) => expect.objectContaining(pack))))
      })
    )
  })

  it("is looked up when it is made, not when the same is played again", () => {
    const settings = withWish(presets.classic, { theme: "film" })
    const state: GameState = { ...finished, nextSettings: settings }
    const again = { _tag: "StartRequested", ...at, by: anya, seen: null, settings } as const
    expect(asksForShelves(again, idle)).toBe(true)
    expect(asksForShelves(again, state)).toBe(false)
    expect(choiceOfGame(again, idle)).toEqual({ ...anyQuestion, themes: ["film"] })
    expect(choiceOfGame({ _tag: "StopOrdered", ...at }, idle)).toBeNull()
  })
})

const told = (state: GameState, given: Shelves | null, unknown: string | null = null): string =>
  speak(state, [{ _tag: "InfoShown", topic: "questions", leftMs: null }], "words", { shelves: given, unknown })
    .outgoing.map(({ keyboard, text }) =>
      [
        plainText(text),
        ...(keyboard?.rows ?? []).map((row) => `[ ${row.map(({ label }) => label).join(" | ")} ]`)
      ].join("\n")
    )
    .join("\n")

const asked = (round: number, choiceLeft: "last" | "over" | null) => {
  const question = { _tag: "QuestionAsked", round, question: discussion.question, blitz: null } as const
  const effect = { ...question, captain: anya, endsAtMs: 60_000 }
  return plainText(speak({ ...discussion, round }, [effect], "clock", { choiceLeft }).outgoing[0]?.text ?? [])
}

describe("what is said of the questions", () => {
  const choosing: GameState = {
    ...idle,
    settings: withChoice(presets.quick, {
      packs: [{ key: "ours", title: "Наш пакет" }],
      themes: ["film"],
      level: "easy"
    })
  }
  const many = { ...shelves, themes: Array.from({ length: 25 }, (_, i) => ({ name: `тема ${i}`, questions: i })) }
  const texts: ReadonlyArray<readonly [string, string]> = [
    ["есть из чего выбрать", told(idle, shelves)],
    ["выбрано", told(choosing, shelves)],
    ["такой темы нет", told(idle, shelves, "«Авто»")],
    ["тем много", told(finished, many)],
    ["идёт игра", told(discussion, shelves)],
    ["ничего нет", told(idle, { themes: [], packs: [] })],
    ["не посмотреть", told(idle, null)],
    [
      "выбрано для следующей игры",
      plainText(
        speak(choosing, [{ _tag: "SettingsChosen", by: anya.id, settings: choosing.settings }], "words").outgoing[0]
          ?.text ?? []
      )
    ],
    [
      "собираем стол",
      plainText(
        speak({ ...lobby, settings: choosing.settings }, [{ _tag: "LobbyOpened", by: anya }], "words").outgoing[0]
          ?.text ?? []
      )
    ]
  ]

  it("in full", () => {
    expect(texts.map(([name, text]) => `— ${name}\n${text}`).join("\n\n")).toMatchSnapshot()
  })

  it.each(texts)("in good Russian: %s", (_, text) => {
    expect(faultsOf(text)).toEqual([])
  })

  it("the end of what was chosen is said with the last of it, or once where a game begins without any", () => {
    expect(asked(3, "last")).toMatch(/^📦 Это последний новый вопрос из выбранных\. Дальше — любые\.\n\n❓/)
    expect(asked(1, "over")).toMatch(/^📦 Новых вопросов из выбранных здесь нет/)
    expect(asked(2, "over")).toMatch(/^❓/)
    expect(asked(1, null)).toMatch(/^❓/)
  })
})
