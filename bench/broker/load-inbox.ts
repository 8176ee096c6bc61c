/** VK as an inbox that brings whole games: as fast as they are taken, or so many a second, each event due at its time. */
import type { EpochMs } from "@znatoki/engine"
import { type Envelope, type Hearing, Inbox } from "@znatoki/ports/inbox"
import { Effect, Layer } from "effect"
import { setTimeout as sleep } from "node:timers/promises"
import { names, type Script } from "../kernel/games.ts"
import { conversationNamed, heardIn } from "../kernel/own-kernel.ts"
import { updateText } from "../kernel/vk-updates.ts"

/** As many as a page of Long Poll that was not asked for a while. */
const pageMax = 100
/** Long Poll is answered so often while there is something. */
const heardEveryMs = 20
const conversations = 2_000
/** Neighbours are at different places of their games. */
const spread = 32

export type Pace =
  | { readonly _tag: "None" }
  | { readonly _tag: "AllAtOnce" }
  | { readonly _tag: "Steady"; perSecond: number }

type Coming = readonly [text: string, dueMs: number]

export class Load {
  brought = 0
  done = 0
  /** Since they were last asked for: from when it was due to when it was known to be committed. */
  tookMs: Array<number> = []
  #pace: Pace = { _tag: "None" }
  #beganMs = 0
  #bringsFrom = 0
  #heardMs = 0
  readonly #texts: Generator<string, never>

  constructor(scripts: ReadonlyArray<Script>) {
    this.#texts = textsOf(scripts)
  }

  go(pace: Pace): void {
    this.#pace = pace
    this.#beganMs = performance.now()
    this.#bringsFrom = this.brought
  }

  async page(): Promise<ReadonlyArray<Envelope | Hearing>> {
    for (;;) {
      const coming = this.#coming()
      if (coming.length > 0) return [...coming.map((each) => this.#envelope(each)), ...this.#heard()]
      const heard = this.#heard()
      if (heard.length > 0) return heard
      await sleep(1)
    }
  }

  #coming(): ReadonlyArray<Coming> {
    const nowMs = performance.now()
    const found: Array<Coming> = []
    if (this.#pace._tag === "None") return found
    const everyMs = this.#pace._tag === "Steady" ? 1_000 / this.#pace.perSecond : 0
    while (found.length < pageMax) {
      const dueMs = everyMs === 0 ? nowMs : this.#beganMs + (this.brought - this.#bringsFrom) * everyMs
      if (dueMs > nowMs) break
      this.brought++
      found.push([this.#texts.next().value, dueMs])
    }
    return found
  }

  #envelope([text, dueMs]: Coming): Envelope {
    return {
      incoming: heardIn(text, names, Date.now()),
      done: Effect.sync(() => {
        this.done++
        this.tookMs.push(performance.now() - dueMs)
      })
    }
  }

  #heard(): ReadonlyArray<Hearing> {
    const nowMs = performance.now()
    if (nowMs - this.#heardMs < heardEveryMs) return []
    this.#heardMs = nowMs
    return [{ _tag: "HeardUntil", atMs: Date.now() as EpochMs }]
  }
}

/** Every conversation does its next step in turn; when all games are over, others begin. */
function* textsOf(scripts: ReadonlyArray<Script>): Generator<string, never> {
  const ticks = spread + Math.max(...scripts.map(({ length }) => length))
  for (let first = 0; ; first += conversations) {
    for (let tick = 0; tick < ticks; tick++) {
      for (let n = 0; n < conversations; n++) {
        const place = tick - ((n * 7) % spread)
        const step = scripts[n % scripts.length]?.[place]
        if (step?._tag === "Update") yield updateText(step.template, conversationNamed(first + n), place)
      }
    }
  }
}

export const loadInbox = (load: Load) =>
  Layer.succeed(Inbox, { take: Effect.promise(() => load.page()), ask: Effect.void })
