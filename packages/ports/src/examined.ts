/** What an examination of an installation found, for whoever keeps it. No secrets, nobody's words. */

export interface Examined {
  /** What was looked at, in a word or two. */
  readonly what: string
  /** `bad`: the bot does not work like this; `warn`: it does, and not as well as it could. */
  readonly state: "ok" | "warn" | "bad"
  readonly found: string
  /** What to do; null where all is well. */
  readonly advice: string | null
}

export const ok = (what: string, found: string): Examined => ({ what, state: "ok", found, advice: null })

export const warn = (what: string, found: string, advice: string): Examined => ({ what, state: "warn", found, advice })

export const bad = (what: string, found: string, advice: string): Examined => ({ what, state: "bad", found, advice })
