/** The last calls the bot made, with what it was answered: to be looked at, not to be kept. */

const keptMax = 300
/** Longer ones are told by their beginning. */
const shownMax = 4_000

interface Call {
  readonly at: number
  readonly method: string
  readonly params: ReadonlyMap<string, string>
  readonly answer: object
  readonly complaints: ReadonlyArray<string>
}

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
  /** What of it VK's schema does not allow; nothing where nobody looks. */
  readonly complaints: ReadonlyArray<string>
}

export interface CallLog {
  readonly add: (call: Call) => void
  /** Oldest first. */
  readonly after: (id: number) => ReadonlyArray<LoggedCall>
}

const cut = (text: string): string => (text.length > shownMax ? `${text.slice(0, shownMax)}…` : text)

const errorIn = (answer: object): number | null => {
  const error: unknown = "error" in answer ? answer.error : null
  return typeof error === "object" && error !== null && "error_code" in error ? Number(error.error_code) : null
}

/** Only for those who look: a bot may call a thousand times a second, and mostly nobody does. */
const shown = ({ answer, at, complaints, id, method, params }: Call & { readonly id: number }): LoggedCall => {
  const told = [...params].filter(([name]) => name !== "access_token").map(([name, value]) => [name, cut(value)])
  return {
    id,
    at,
    method,
    params: Object.fromEntries(told),
    answer: cut(JSON.stringify(answer)),
    error: errorIn(answer),
    complaints
  }
}

export const makeCallLog = (): CallLog => {
  let calls: Array<Call & { readonly id: number }> = []
  let last = 0
  return {
    add: (call) => {
      calls.push({ ...call, id: ++last })
      if (calls.length >= keptMax * 2) calls = calls.slice(-keptMax)
    },
    after: (id) =>
      calls
        .filter((call) => call.id > id)
        .slice(-keptMax)
        .map(shown)
  }
}
