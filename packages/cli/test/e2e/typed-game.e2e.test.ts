/** A whole game typed at a real terminal, read as a person reads it. */
import { stripVTControlCharacters } from "node:util"
import stringWidth from "string-width"
import { describe, expect, it, type TestContext } from "vitest"
import { hasPseudoTerminal, openTerminal, type PseudoTerminal } from "./pseudo-terminal.ts"
import type { TerminalScreen } from "./terminal-screen.ts"
import { until } from "./until.ts"

const isFound = hasPseudoTerminal()
const required = (process.env["ZNATOKI_REQUIRE"] ?? "").split(",").includes("pty")
const isMissing = !isFound && !required
const whyNot = isMissing ? " (skipped: no script of util-linux found)" : ""

const enter = "\r"
const ctrlC = "\u0003"
/** After its escape character. */
const colour = /\[\d[\d;]*m/

const lastOf = ({ rows }: TerminalScreen): string => rows.findLast((row) => row !== "") ?? ""
/** What the bot has said, whatever rows it took. */
const saidOn = ({ rows }: TerminalScreen): string =>
  rows
    .filter((row) => row.startsWith("┃"))
    .map((row) => row.slice(2))
    .join(" ")
const isPrompt = (row: string): boolean => /^(?:\d\d:\d\d |ещё \d+ ч )?›/.test(row)
/** A space where a row ends is not seen. */
const bare = (text: string): string => text.replaceAll(" ", "")

/** The context tells which of the tests that run at once has finished. */
const play = (test: TestContext, columns: number, preset: string, variables = {}): PseudoTerminal => {
  if (!isFound) throw new Error("ZNATOKI_REQUIRE asks for a pseudo-terminal, and no script of util-linux was found")
  const terminal = openTerminal(["play", "--preset", preset, "--mates", "2", "--seed", "1"], columns, variables)
  test.onTestFinished(terminal.close)
  return terminal
}

const joined = (terminal: PseudoTerminal): Promise<TerminalScreen> =>
  terminal.seen("two team-mates sit down", ({ rows }) =>
    ["  Анна — за столом", "  Борис — за столом"].every((row) => rows.includes(row))
  )

/** What is typed when the bot says something for the first, the second… time. */
const replies: ReadonlyArray<readonly [said: RegExp, typed: string]> = [
  [/Раунд [23] из 3 ·/g, "1"],
  [/Знаток, кто отвечает\?/g, "2"],
  [/Знаток, ваш ответ/g, "самовар"],
  [/Засчитать\?/g, "1"],
  [/Следующий вопрос через/g, "1"],
  [/Итоги через/g, "1"]
]

const playOn = async (terminal: PseudoTerminal): Promise<void> => {
  const typed = replies.map(() => 0)
  await until(
    "the game is over",
    () => {
      const said = saidOn(terminal.screen())
      for (const [i, [call, reply]] of replies.entries()) {
        const calls = said.match(call)?.length ?? 0
        if (calls > (typed[i] ?? 0)) terminal.type(`${reply}${enter}`)
        typed[i] = calls
      }
      return said.includes("Игра окончена!")
    },
    { forMs: 180_000, because: () => terminal.screen().rows.slice(-40).join("\n") }
  )
}

describe.skipIf(isMissing)(`at a terminal${whyNot}`, { concurrent: true }, () => {
  it("«молния» is played from joining to the results, and nothing is lost, left over or too wide", async (test) => {
    const terminal = play(test, 60, "lightning")
    await joined(terminal)
    terminal.type(`2${enter}`)
    await terminal.seen("the first question", (screen) => saidOn(screen).includes("Раунд 1 из 3"))

    const thought = "Кажется, это что-то длинное и совсем не похожее на то, о чём мы думали"
    terminal.type(thought)
    await terminal.seen("what is typed stands below what was said since", (screen) => {
      const [prompt, ...rest] = screen.rows.slice(screen.rows.findLastIndex((row) => isPrompt(row)))
      const typed = [prompt?.replace(/^\d\d:\d\d › /, ""), ...rest].join("")
      return saidOn(screen).includes("Осталось 5 секунд.") && bare(typed) === bare(thought)
    })
    terminal.type(enter)
    await terminal.seen("an empty prompt after talk", (screen) => /^\d\d:\d\d ›$/.test(lastOf(screen)))
    await playOn(terminal)
    expect(await terminal.end).toBe(0)

    const screen = terminal.screen()
    // A terminal breaks what a person types.
    expect(screen.broken.filter((row) => !isPrompt(row))).toEqual([])
    for (const row of screen.rows) expect(stringWidth(row)).toBeLessThanOrEqual(60)
    const said = saidOn(screen)
    for (const told of ["Раунд 1 из 3", "Раунд 2 из 3", "Раунд 3 из 3", "Верные ответы:"]) expect(said).toContain(told)
    expect(lastOf(screen)).toMatch(/^┃/)
    // The countdown has rewritten its row, with what was typed, and has left no row of its own.
    const times = stripVTControlCharacters(terminal.written()).matchAll(/(\d\d:\d\d) › Кажется, это/g)
    expect(new Set([...times].map(([, time]) => time)).size).toBeGreaterThan(1)
    expect(screen.rows.filter((row) => isPrompt(row) && row.endsWith("›"))).toEqual([])
    expect(screen.rows.filter((row) => row.includes("Кажется"))).toHaveLength(1)
    expect(terminal.written()).toMatch(colour)
  })

  it("«медленная» moves on by an empty line, has no time in a pause, no colours with NO_COLOR, and is left by Ctrl+C", async (test) => {
    const terminal = play(test, 100, "slow", { NO_COLOR: "1" })
    await joined(terminal)
    await terminal.seen("hours as hours", (screen) => lastOf(screen) === "ещё 12 ч ›")
    terminal.type(enter)
    await terminal.seen("the first question", (screen) => saidOn(screen).includes("Раунд 1 из 7"))
    terminal.type(enter)
    await terminal.seen("the end of the discussion", (screen) => saidOn(screen).includes("Досрочный ответ!"))
    terminal.type(`пауза${enter}`)
    await terminal.seen("a pause", (screen) => saidOn(screen).includes("Пауза: просит Знаток."))
    await terminal.seen("a prompt without a time", (screen) => lastOf(screen) === "›")
    terminal.type(`подождём${enter}`)
    await terminal.seen("the prompt again, where nothing replies", (screen) =>
      screen.rows.join("|").endsWith("› подождём|›")
    )
    terminal.type(ctrlC)
    expect(await terminal.end).toBe(0)
    const screen = terminal.screen()
    expect(lastOf(screen)).toBe("До встречи!")
    expect(screen.broken).toEqual([])
    expect(terminal.written()).not.toMatch(colour)
  })
})
