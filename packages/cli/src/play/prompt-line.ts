/** The line a person types in: what is printed goes above it, and what was typed so far stays. */
import { clearScreenDown, createInterface, cursorTo, type Interface, moveCursor } from "node:readline"

export interface PromptLineOptions {
  readonly input: NodeJS.ReadableStream
  /** A terminal has its width in `columns`. */
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }
  /** What stands before what is typed. */
  readonly promptNow: () => string
}

/** How often it is looked whether the prompt has changed. */
const tickMs = 250

/** How many rows above the cursor the prompt begins. Readline keeps it, but not when something is pasted. */
interface Measured {
  prevRows?: number
}

export class PromptLine {
  readonly lines: Interface & Measured
  readonly #options: PromptLineOptions
  readonly #clock: NodeJS.Timeout | null
  #isOpen = true

  constructor(options: PromptLineOptions) {
    const { input, output, promptNow } = options
    this.#options = options
    this.lines = createInterface({ input, output, prompt: "" })
    this.lines.once("close", () => {
      this.#isOpen = false
    })
    // Not every line gets a reply below which the prompt would be written again.
    this.lines.on("line", () => this.#prompt())
    const tick = (): void => {
      this.lines.prevRows = this.lines.getCursorPos().rows
      if (promptNow() !== this.lines.getPrompt()) this.#prompt()
    }
    this.#clock = this.#isTerminal ? setInterval(tick, tickMs) : null
  }

  /** Null: it is no terminal, and nothing has to fit. */
  get width(): number | null {
    return this.#isTerminal ? (this.#options.output.columns ?? null) : null
  }

  print(...lines: ReadonlyArray<string>): void {
    if (lines.length === 0) return
    this.#clear()
    this.#options.output.write(`${lines.join("\n")}\n`)
    this.#prompt()
  }

  /** A prompt that nobody will type at is wiped; below one that was left, there is a new line. */
  close({ isLeft }: { readonly isLeft: boolean }): void {
    if (this.#clock !== null) clearInterval(this.#clock)
    if (isLeft) this.#options.output.write("\n")
    else this.#clear()
    this.#isOpen = false
    this.lines.close()
  }

  get #isTerminal(): boolean {
    return this.#options.output.isTTY === true
  }

  /** What is typed may be longer than a row. */
  #clear(): void {
    if (!this.#isTerminal) return
    const { output } = this.#options
    moveCursor(output, 0, -this.lines.getCursorPos().rows)
    cursorTo(output, 0)
    clearScreenDown(output)
    this.lines.prevRows = 0
  }

  /** Where nobody sees it, there is none; and what was typed before the input ended is still being played. */
  #prompt(): void {
    if (!this.#isTerminal || !this.#isOpen) return
    this.lines.setPrompt(this.#options.promptNow())
    this.lines.prompt(true)
  }
}
