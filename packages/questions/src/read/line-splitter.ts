/** A text that arrives in pieces, as its lines: one that has not come to its end waits for the next piece. */
import { linesOf } from "./lines-of.ts"

export class LineSplitter {
  readonly #tell: (line: string, number: number) => void
  #rest = ""
  #number = 0

  constructor(tell: (line: string, number: number) => void) {
    this.#tell = tell
  }

  take(piece: string): void {
    // A file whose lines end with a return alone is one that waits to its end: behind a return a line feed may come.
    const end = piece.lastIndexOf("\n")
    if (end < 0) {
      this.#rest += piece
      return
    }
    const whole = this.#rest + piece.slice(0, end + 1)
    this.#rest = piece.slice(end + 1)
    for (const line of linesOf(whole).slice(0, -1)) this.#tell(line, ++this.#number)
  }

  end(): void {
    for (const line of linesOf(this.#rest)) this.#tell(line, ++this.#number)
  }
}
