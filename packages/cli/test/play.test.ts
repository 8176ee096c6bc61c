/** The game in the terminal: the same for the same seed, true to the rules, and over at the end. */
import { GameEffect, GameEvent, initialState, PresetName, presets, reduce } from "@znatoki/engine"
import { Schema } from "effect"
import { PassThrough } from "node:stream"
import { describe, expect, it } from "vitest"
import { playAuto } from "../src/play/auto-game.ts"
import { playLive } from "../src/play/live-game.ts"
import { ownQuestions } from "../src/play/own-questions.ts"
import { startProgram } from "./e2e/run-program.ts"

const questions = ownQuestions()

const Line = Schema.fromJsonString(
  Schema.Union([
    Schema.Struct({ type: Schema.Literal("event"), event: GameEvent }),
    Schema.Struct({ type: Schema.Literal("effect"), effect: GameEffect })
  ])
)
const decodeLine = Schema.decodeUnknownSync(Line)

const linesOf = async (preset: PresetName, seed: number, json: boolean): Promise<ReadonlyArray<string>> => {
  const lines: Array<string> = []
  await playAuto({
    seed,
    settings: presets[preset],
    skill: 0.5,
    questions,
    json,
    colours: false,
    print: (line) => void lines.push(line)
  })
  return lines
}

const outputOf = async (...args: ReadonlyArray<string>): Promise<string> => {
  const program = startProgram(["play", ...args])
  const { code } = await program.end
  expect({ code, stderr: program.stderr() }).toEqual({ code: 0, stderr: "" })
  return program.stdout()
}

describe("a game that plays itself", () => {
  it.concurrent("is the same to the byte for the same seed, and another for another", async () => {
    const args = ["--auto", "--seed", "1", "--preset", "lightning"]
    const [one, again] = await Promise.all([outputOf(...args), outputOf(...args)])
    expect(one).toContain("🏁 Игра окончена!")
    expect(again).toBe(one)
    expect(`${(await linesOf("lightning", 1, false)).join("\n")}\n`).toBe(one)
    expect(`${(await linesOf("lightning", 2, false)).join("\n")}\n`).not.toBe(one)
  })

  it.concurrent("is printed as JSON the same to the byte, and without a word more", async () => {
    const [one, again] = await Promise.all(["1", "1"].map((seed) => outputOf("--auto", "--seed", seed, "--json")))
    expect(again).toBe(one)
    for (const line of one?.trimEnd().split("\n") ?? []) decodeLine(line)
  })

  it.concurrent("is shown again from a file, also from one that Windows wrote, with a mark before it", async () => {
    const log = await outputOf("--auto", "--seed", "1", "--preset", "lightning", "--json")
    for (const input of [log, `\uFEFF${log.replaceAll("\n", "\r\n")}`]) {
      const program = startProgram(["replay", "-"], {}, { input })
      expect(await program.end).toMatchObject({ code: 0 })
      expect(program.stdout()).toContain("Игра окончена!")
    }
  })

  for (const preset of PresetName.literals) {
    it(`of preset ${preset} comes to its end by itself, and its log gives the same effects again`, async () => {
      for (let seed = 1; seed <= 20; seed++) {
        const lines = (await linesOf(preset, seed, true)).map((line) => decodeLine(line))
        let state = initialState(presets[preset])
        const again: Array<(typeof lines)[number]> = []
        for (const line of lines) {
          if (line.type === "effect") continue
          const step = reduce(state, line.event)
          state = step.state
          again.push(line, ...step.effects.map((effect) => ({ type: "effect", effect }) as const))
        }
        expect(again).toEqual(lines)
        expect(state).toMatchObject({ _tag: "Finished", reason: "everything played" })
      }
    })
  }
})

const live = async (lines: ReadonlyArray<string>): Promise<string> => {
  const input = new PassThrough()
  const output = new PassThrough()
  let printed = ""
  output.setEncoding("utf8").on("data", (text: string) => void (printed += text))
  input.end(lines.map((line) => `${line}\n`).join(""))
  const settings = presets.lightning
  await playLive({ name: "Зоя", mates: 2, seed: 3, settings, skill: 1, questions, colours: false, input, output })
  return printed
}

describe("a game that a person plays", () => {
  it("is over when the input ends, whatever phase it is in", async () => {
    const printed = await live([])
    expect(printed).toContain("🦉 Собираем стол!")
    expect(printed).toContain("До встречи!")
  })

  it("takes numbers for buttons and words for commands, and stops when it is told to", async () => {
    const printed = await live(["инфо", "2", "стоп"])
    expect(printed).toContain("🦉 Начинаем! Капитан — Зоя.")
    expect(printed).toContain("❓ Раунд 1 из 3")
    expect(printed).toContain("🏁 Игра отменена.")
    expect(printed).not.toContain("До встречи!")
  })

  it("is told in plain lines where its output is no terminal", async () => {
    const printed = await live(["2", "стоп"])
    expect(printed).not.toMatch(/[^\P{Cc}\n]/u)
    expect(printed).not.toContain("›")
  })
})
