/** Waits for something to come true: asked again and again, for a bounded time, and told of what did not come. */

const patienceMs = 60_000
const pauseMs = 60

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

export interface Patience {
  readonly forMs?: number
  readonly everyMs?: number
  /** What else there is to know when it never came true. */
  readonly because?: () => string
}

/** What `find` finds, once it is neither undefined, null nor false. */
export const until = async <A>(
  what: string,
  find: () => A | undefined | null | false | Promise<A | undefined | null | false>,
  { because = () => "", everyMs = pauseMs, forMs = patienceMs }: Patience = {}
): Promise<A> => {
  const deadline = performance.now() + forMs
  for (;;) {
    const found = await find()
    if (found !== undefined && found !== null && found !== false) return found
    if (performance.now() > deadline) throw new Error(`never came true: ${what}\n${because()}`)
    await pause(everyMs)
  }
}
