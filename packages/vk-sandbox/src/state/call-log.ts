/** The last calls the bot made, with what it was answered: to be looked at, not to be kept. */

const KEPT = 300
/** Longer ones are told by their beginning. */
const SHOWN_MAX = 4_000

export interface LoggedCall {
  /** Grows by one with every call. */
  readonly id: number
  readonly at: number
  readonly method: string
  /** Without the token. */
  readonly params: Readonly<Record<string, string>>
  /** The answer as JSON, or the beginning of it. */
  readonly answer: string
  /** VK's code, where it was refused. */
  readonly error: number | null
}

export interface CallLog {
  readonly add: (call: Omit<LoggedCall, "id" | "answer" | "error"> & { readonly answer: object }) => void
  /** Oldest first. */
  readonly after: (id: number) => ReadonlyArray<LoggedCall>
}

const cut = (text: string): string => (text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text)

const errorIn = (answer: object): number | null => {
  const error: unknown = "error" in answer ? answer.error : null
  return typeof error === "object" && error !== null && "error_code" in error ? Number(error.error_code) : null
}

export const makeCallLog = (): CallLog => {
  let calls: Array<LoggedCall> = []
  let last = 0
  return {
    add: ({ answer, at, method, params }) => {
      const shown = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, cut(value)]))
      calls.push({ id: ++last, at, method, params: shown, answer: cut(JSON.stringify(answer)), error: errorIn(answer) })
      if (calls.length >= KEPT * 2) calls = calls.slice(-KEPT)
    },
    after: (id) => calls.filter((call) => call.id > id).slice(-KEPT)
  }
}
