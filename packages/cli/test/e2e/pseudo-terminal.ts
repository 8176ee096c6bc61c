/** The program at a terminal of its own, and what a person sees and types there. */
import { spawn, spawnSync } from "node:child_process"
import { tmpdir } from "node:os"
import { fileURLToPath } from "node:url"
import { terminalScreen, type TerminalScreen } from "./terminal-screen.ts"
import { until } from "./until.ts"

const program = fileURLToPath(new URL("short-lightning.ts", import.meta.url))

/** Of util-linux; others of that name take other arguments. */
export const hasPseudoTerminal = (): boolean =>
  spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux") ?? false

export interface PseudoTerminal {
  readonly columns: number
  /** All that was written to it, with every order. */
  readonly written: () => string
  readonly screen: () => TerminalScreen
  readonly type: (text: string) => void
  readonly seen: (what: string, find: (screen: TerminalScreen) => boolean) => Promise<TerminalScreen>
  readonly end: Promise<number | null>
  readonly close: () => void
}

const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`

export const openTerminal = (
  args: ReadonlyArray<string>,
  columns: number,
  variables: Readonly<Record<string, string>> = {}
): PseudoTerminal => {
  const command = [process.execPath, program, ...args].map(quoted).join(" ")
  const child = spawn("script", ["-qefc", `stty cols ${columns} rows 40; exec ${command}`, "/dev/null"], {
    cwd: tmpdir(),
    env: { PATH: process.env["PATH"], TERM: "xterm-256color", SHELL: "/bin/sh", ...variables },
    stdio: ["pipe", "pipe", "inherit"]
  })
  let written = ""
  child.stdout.setEncoding("utf8").on("data", (text: string) => void (written += text))
  const end = new Promise<number | null>((resolve) => child.once("close", resolve))
  let drawn = { written, screen: terminalScreen(written, columns) }
  const screen = (): TerminalScreen => {
    if (drawn.written !== written) drawn = { written, screen: terminalScreen(written, columns) }
    return drawn.screen
  }
  return {
    columns,
    written: () => written,
    screen,
    type: (text) => void child.stdin.write(text),
    seen: (what, find) =>
      until(
        what,
        () => {
          const now = screen()
          return find(now) ? now : null
        },
        { because: () => screen().rows.slice(-40).join("\n") }
      ),
    end,
    close: () => void child.kill("SIGKILL")
  }
}
