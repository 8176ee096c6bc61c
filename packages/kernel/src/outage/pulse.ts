/**
 * When the store was last known to work and people could be heard, and the outages games may not have their time back
 * from. A long silence is an outage, even when the process lived through it.
 */
import type { EpochMs } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { Clock, Context, Effect, Latch, Layer } from "effect"
import type { Outage } from "@znatoki/ports/heartbeat"
import type { StoreError } from "@znatoki/ports/store-error"

/** A heartbeat comes every second; a shorter silence is a hiccup that nobody notices. */
export const silenceMaxMs = 5_000

export interface LostTime extends Outage {
  /** Where words were lost, and since when: elsewhere all that was written came in the end. */
  readonly unheardIn?: { readonly conversations: ReadonlySet<ConversationId>; readonly sinceMs: EpochMs }
}

/** What of it one conversation has lost. */
export const lostIn = (conversation: ConversationId, { atMs, sinceMs, unheard, unheardIn }: LostTime): Outage =>
  unheardIn?.conversations.has(conversation) === true
    ? { sinceMs: unheardIn.sinceMs, atMs, unheard: true }
    : { sinceMs, atMs, ...(unheard === true ? { unheard } : {}) }

/** How the store is asked what of a silence was lost. */
interface Settling {
  readonly settle: Effect.Effect<void, StoreError>
  /** Only whether somebody else lived meanwhile. */
  readonly heedOthers: Effect.Effect<unknown, StoreError>
}

class Heart {
  #lastMs: EpochMs | null = null
  /** Soonest first, like `#unremembered`, which are later. */
  #remembered: ReadonlyArray<LostTime> = []
  #unremembered: ReadonlyArray<LostTime> = []
  /** Null: people can be heard. */
  #deafSinceMs: EpochMs | null = null
  #lastHeardMs: EpochMs | null = null
  #storedMs: EpochMs | null = null
  #settling: Settling | null = null
  /** Everything written until then was taken; null: the inbox does not tell, for it hears everything at once. */
  #heardMs: EpochMs | null = null
  /** Opens when more was heard. */
  readonly heard = Latch.makeUnsafe(false)

  /** The store works. */
  beat(nowMs: EpochMs): void {
    this.#lastMs = Math.max(this.#lastMs ?? 0, nowMs)
  }

  /** The store works, and knows that the heart beat then. */
  beatStored(nowMs: EpochMs): void {
    this.#storedMs = Math.max(this.#storedMs ?? 0, nowMs)
    this.beat(nowMs)
  }

  /** The latest beat in the store: was it ours? If not, somebody else played until then, and nobody's time was lost. */
  isOurs(lastMs: EpochMs): boolean {
    return this.#storedMs !== null && lastMs <= this.#storedMs
  }

  settleBy(settling: Settling): void {
    this.#settling = settling
  }

  /**
   * When it is now, and nobody doubts what was lost until then: whoever stood still or was cut off may have been replaced, and
   * does not know it yet. Nor does it know then whether nobody is heard, or only nobody by us; and its heart may not beat.
   */
  readonly settledNow: Effect.Effect<EpochMs, StoreError> = Effect.flatMap(Clock.currentTimeMillis, (nowMs) => {
    if (this.#settling === null || !this.isSilent(nowMs)) return Effect.succeed(nowMs)
    return this.isDeaf
      ? Effect.andThen(this.#settling.heedOthers, Clock.currentTimeMillis)
      : Effect.andThen(this.#settling.settle, this.settledNow)
  })

  /** The store answered somebody else. Counts for nothing where no heart beats, and nobody plays who is not heard. */
  feel(nowMs: EpochMs): void {
    if (this.#lastMs === null || this.isDeaf) return
    const silence = this.#silence(nowMs)
    if (silence !== null) this.#unremembered = [...this.#unremembered, silence]
    this.beat(nowMs)
  }

  /** Since then nobody can be heard. The heart does not beat meanwhile, so that the next process knows it too. */
  deafen(sinceMs: EpochMs): void {
    this.#deafSinceMs ??= sinceMs
    // Who has just started has heard nothing of what was written before.
    this.#heardMs ??= 0
    if (this.#lastMs !== null) this.#lastMs = Math.min(this.#lastMs, sinceMs)
  }

  /** People are heard again. It may take long until everything is played that was written meanwhile: that is no outage. */
  hearSome(): void {
    this.#deafSinceMs = null
  }

  /** Everything written until then was taken. What was lost before is told by the next beat. */
  hear(untilMs: EpochMs): void {
    this.#deafSinceMs = null
    this.#heardMs = untilMs
    this.#lastHeardMs = untilMs
    Latch.openUnsafe(this.heard)
  }

  /** What was written from `sinceMs` to `atMs` will never be heard, in these conversations; null: in all. */
  miss(sinceMs: EpochMs, atMs: EpochMs, only: ReadonlySet<ConversationId> | null = null): void {
    const silence = this.#silence(atMs)
    const since = Math.min(silence?.sinceMs ?? sinceMs, sinceMs)
    if (only === null) this.#unremembered = [...this.#unremembered, { sinceMs: since, atMs, unheard: true }]
    else if (silence !== null || only.size > 0) {
      const unheardIn = { conversations: only, sinceMs: since }
      this.#unremembered = [...this.#unremembered, { sinceMs: silence?.sinceMs ?? atMs, atMs, unheardIn }]
    }
    this.#deafSinceMs = null
    if (this.#lastMs !== null) this.beat(atMs)
  }

  get isDeaf(): boolean {
    return this.#deafSinceMs !== null
  }

  get deafSinceMs(): EpochMs | null {
    return this.#deafSinceMs
  }

  /** Null: nothing was heard yet. */
  get lastHeardMs(): EpochMs | null {
    return this.#lastHeardMs
  }

  /** Until when everything written was taken, so that nobody's words can be overtaken; `nowMs` at the latest. */
  heardUntilMs(nowMs: EpochMs): EpochMs {
    return Math.min(this.#heardMs ?? nowMs, nowMs)
  }

  /** The store remembers all of these, and every one that ended at `untilMs` or before. */
  remember(outages: ReadonlyArray<Outage>, untilMs: EpochMs): void {
    // Memory may know better than the store, whose heart still beat when hearing was gone already.
    const known = new Map(this.outages(untilMs).map((outage) => [outage.atMs, outage]))
    const remembered = outages.map((outage): LostTime => {
      const same = known.get(outage.atMs)
      known.delete(outage.atMs)
      return same === undefined ? outage : { ...same, sinceMs: Math.min(same.sinceMs, outage.sinceMs) }
    })
    // That words are gone the store does not know.
    const unheard = [...known.values()].filter(({ unheardIn }) => unheardIn !== undefined)
    this.#remembered = [...remembered, ...unheard].toSorted((a, b) => a.atMs - b.atMs)
    this.#unremembered = this.#unremembered.filter(({ atMs }) => atMs > untilMs)
    this.beatStored(untilMs)
  }

  /** Every game has its time back from what ended at `untilMs` or before. */
  forget(untilMs: EpochMs): void {
    this.#remembered = this.#remembered.filter(({ atMs }) => atMs > untilMs)
    this.#unremembered = this.#unremembered.filter(({ atMs }) => atMs > untilMs)
  }

  /** What the store is to be told of; one that still goes on lasts until `nowMs`. */
  unremembered(nowMs: EpochMs): ReadonlyArray<LostTime> {
    const silence = this.#silence(nowMs)
    return silence === null ? this.#unremembered : [...this.#unremembered, silence]
  }

  /** What games may not have their time back from, soonest first; one that still goes on lasts until `nowMs`. */
  outages(nowMs: EpochMs): ReadonlyArray<LostTime> {
    const unremembered = this.unremembered(nowMs)
    return this.#remembered.length === 0 ? unremembered : [...this.#remembered, ...unremembered]
  }

  /** The end of the last outage that is over. */
  lastEndMs(): EpochMs | null {
    return (this.#unremembered.at(-1) ?? this.#remembered.at(-1))?.atMs ?? null
  }

  isSilent(nowMs: EpochMs): boolean {
    return this.#silence(nowMs) !== null
  }

  /** It has begun to beat, and as far as it knows nothing keeps anybody from playing. */
  isAlive(nowMs: EpochMs): boolean {
    return this.#lastMs !== null && !this.isDeaf && !this.isSilent(nowMs)
  }

  #silence(nowMs: EpochMs): Outage | null {
    if (this.#lastMs === null || nowMs - this.#lastMs <= silenceMaxMs) return null
    return { sinceMs: this.#lastMs, atMs: nowMs }
  }
}

export class Pulse extends Context.Service<Pulse, Heart>()("@znatoki/kernel/Pulse") {
  static readonly layer = Layer.sync(Pulse, () => new Heart())
}

/** How long of these outages was lost to a game that last moved at `updatedAtMs`: what was alive was not lost. */
export const lostMsOf = (outages: ReadonlyArray<Outage>, updatedAtMs: EpochMs): number => {
  let lostMs = 0
  let aliveMs = updatedAtMs
  for (const { atMs, sinceMs } of outages) {
    if (aliveMs >= atMs) continue
    lostMs += atMs - Math.max(sinceMs, aliveMs)
    aliveMs = atMs
  }
  return lostMs
}
