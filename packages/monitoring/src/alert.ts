/** What an alert is: when it is raised, whom it wakes, and how it is shown that it can be. */

/** `page` wakes somebody, `ticket` waits for the morning. */
export type Severity = "page" | "ticket"

/** Series by name and labels; values as promtool writes them, a sample each minute. */
export type Samples = Readonly<Record<string, string>>

/** Three stories: in one it is raised and then over, in one it is nearly raised. */
export interface Shown {
  /** A quarter of an hour or more of good, then of bad, then of good time. */
  readonly raised: Samples
  /** When it is quiet, when it is raised, when it is quiet again. */
  readonly at: readonly [quiet: string, raised: string, over: string]
  /** Bad, and not bad enough. */
  readonly nearly: Samples
  readonly nearlyAt: string
  /** Of the series that it is raised for. */
  readonly labels?: Readonly<Record<string, string>>
}

export interface Alert {
  /** The heading of its page in docs/operating/alerts.md. */
  readonly name: string
  readonly severity: Severity
  readonly expr: string
  /** How long it has to be so. */
  readonly lasting: string
  /** One sentence, with no value in it: it is the same as long as the alert is. */
  readonly summary: string
  readonly shown: Shown
}
