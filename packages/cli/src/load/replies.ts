/**
 * How long people waited for the bot. The waiting counts from when somebody meant to act, and not from when this process came to
 * it or the sandbox took it: a slow moment is not left out by those who could not even ask in it.
 */
import { type Percentiles, percentilesOf } from "./percentiles.ts"

/** What was done; `ask` goes by a timetable of its own, whatever the game is at. */
export const kinds = ["start", "join", "go", "early", "name", "answer", "next", "vote", "stop", "ask", "other"] as const
export type Kind = (typeof kinds)[number]

export interface Asked {
  readonly kind: Kind
  readonly dueMs: number
  readonly answeredMs: number | null
}

export interface Second {
  /** Since the beginning. */
  readonly at: number
  readonly asked: number
  readonly replies: Percentiles
}

export interface KindFigures {
  readonly kind: Kind
  readonly asked: number
  readonly replies: Percentiles
}

export interface ReplyFigures {
  readonly asked: number
  readonly answered: number
  /** The clock of the game was quicker than whoever wanted to act: nobody has to answer that. */
  readonly overtaken: number
  readonly all: Percentiles
  readonly byKind: ReadonlyArray<KindFigures>
  readonly byTime: ReadonlyArray<Second>
}

export class Replies {
  readonly #asked: Array<{ -readonly [Name in keyof Asked]: Asked[Name] }> = []
  #overtaken = 0
  #answered = 0

  get asked(): number {
    return this.#asked.length
  }

  get waiting(): number {
    return this.#asked.length - this.#answered
  }

  /** To be called with the moment of the answer; null: the clock was quicker. */
  ask(kind: Kind, dueMs: number): (answeredMs: number | null) => void {
    const asked = { kind, dueMs, answeredMs: null as number | null }
    this.#asked.push(asked)
    return (answeredMs) => {
      if (answeredMs === null) {
        this.#asked.splice(this.#asked.lastIndexOf(asked), 1)
        this.#overtaken++
        return
      }
      // Clocks tell whole milliseconds.
      asked.answeredMs = Math.max(answeredMs, dueMs)
      this.#answered++
    }
  }

  /** Of those who were answered since then. */
  since(fromMs: number): Percentiles {
    return percentilesOf(waitsOf(this.#asked.filter(({ answeredMs }) => (answeredMs ?? 0) >= fromMs)))
  }

  figures(beganMs: number, everyMs: number): ReplyFigures {
    const all = this.#asked
    const bySlot = Map.groupBy(all, ({ dueMs }) => Math.max(0, Math.floor((dueMs - beganMs) / everyMs)))
    const last = Math.max(0, ...bySlot.keys())
    return {
      asked: all.length,
      answered: this.#answered,
      overtaken: this.#overtaken,
      all: percentilesOf(waitsOf(all)),
      byKind: kinds.flatMap((kind) => {
        const own = all.filter((asked) => asked.kind === kind)
        return own.length === 0 ? [] : [{ kind, asked: own.length, replies: percentilesOf(waitsOf(own)) }]
      }),
      byTime: Array.from({ length: last + 1 }, (_, slot) => {
        const own = bySlot.get(slot) ?? []
        return { at: (slot * everyMs) / 1_000, asked: own.length, replies: percentilesOf(waitsOf(own)) }
      })
    }
  }
}

const waitsOf = (asked: ReadonlyArray<Asked>): ReadonlyArray<number> =>
  asked.flatMap(({ answeredMs, dueMs }) => (answeredMs === null ? [] : [answeredMs - dueMs]))
