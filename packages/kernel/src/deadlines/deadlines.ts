/**
 * The deadlines this process watches: written by the worker after each commit and by the one who reads the store, read
 * by the one who fires them. A deadline of a game that has not its time back from an outage is watched for where it
 * will be then.
 */
import type { EpochMs } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { Context, Effect, Latch, Layer } from "effect"
import { DeadlineQueue } from "./deadline-queue.ts"
import type { ArmedTimer, StoredGame } from "@znatoki/ports/game-store"
import type { Outage } from "@znatoki/ports/heartbeat"
import { lostMsOf, Pulse } from "../outage/pulse.ts"

/** What was fired so recently is on its way through the worker; what is overdue for longer got lost there. */
const underWayMs = 10_000

class Watch {
  /** Opens when the soonest deadline may have changed. */
  readonly changed = Latch.makeUnsafe(false)
  readonly #queue = new DeadlineQueue()
  readonly #pulse: Pulse["Service"]
  /** Deadlines up to here are kept as games move. */
  #keepUntilMs = 0
  /** Every deadline of the store up to here was looked at. */
  #readUntilMs = 0
  #firedUntilMs = 0
  /** Conversations that moved while a page is read; null: none is. */
  #moved: Set<ConversationId> | null = null

  constructor(pulse: Pulse["Service"]) {
    this.#pulse = pulse
  }

  get size(): number {
    return this.#queue.size
  }

  /** What a game waits for as it is stored now, if it waits. */
  follow({ conversation, state, updatedAtMs }: StoredGame): void {
    this.#moved?.add(conversation)
    // Memory holds only what is near; a far deadline is found by a later look into the store.
    if (!("deadline" in state) || state.deadline.atMs > this.#keepUntilMs) return this.#queue.clear(conversation)
    this.#queue.set({ conversation, game: state.game, ...state.deadline, updatedAtMs })
    if (this.#queue.peek() === state.deadline.atMs) Latch.openUnsafe(this.changed)
  }

  /** From here on deadlines until then are kept. */
  keepUntil(untilMs: EpochMs): void {
    this.#keepUntilMs = untilMs
  }

  /** To be called before a page of deadlines is read. */
  beginPage(): void {
    this.#moved = new Set()
  }

  /** What the store held. A conversation that moved since `beginPage` is known better already. Answers how many are near. */
  endPage(page: ReadonlyArray<ArmedTimer>, nowMs: EpochMs): number {
    const moved = this.#moved
    this.#moved = null
    const outages = this.#pulse.outages(nowMs)
    let near = 0
    for (const armed of page) {
      const fireAtMs = fireAtMsOf(armed, outages)
      if (moved?.has(armed.conversation) === true || fireAtMs > this.#keepUntilMs) continue
      near++
      if (fireAtMs > this.#firedUntilMs || fireAtMs < nowMs - underWayMs) this.#queue.set(armed, fireAtMs)
    }
    if (near > 0) Latch.openUnsafe(this.changed)
    return near
  }

  /** Every deadline of the store until then was in a page. */
  readUntil(untilMs: EpochMs): void {
    this.#readUntilMs = untilMs
  }

  soonestAtMs(): EpochMs | null {
    return this.#queue.peek() ?? null
  }

  /** Of at most `limit`, those that are due even when the time that was lost is given back; the others wait on. */
  takeDue(nowMs: EpochMs, limit: number): ReadonlyArray<ArmedTimer> {
    this.#firedUntilMs = Math.min(nowMs, this.#readUntilMs)
    const outages = this.#pulse.outages(nowMs)
    const taken = this.#queue.takeDue(nowMs, limit)
    return outages.length === 0 ? taken : taken.filter((armed) => !this.#waitsOn(armed, outages, nowMs))
  }

  #waitsOn(armed: ArmedTimer, outages: ReadonlyArray<Outage>, nowMs: EpochMs): boolean {
    const fireAtMs = fireAtMsOf(armed, outages)
    if (fireAtMs <= nowMs) return false
    if (fireAtMs <= this.#keepUntilMs) this.#queue.set(armed, fireAtMs)
    return true
  }
}

const fireAtMsOf = ({ atMs, updatedAtMs }: ArmedTimer, outages: ReadonlyArray<Outage>): EpochMs =>
  outages.length === 0 ? atMs : atMs + lostMsOf(outages, updatedAtMs)

export class Deadlines extends Context.Service<Deadlines, Watch>()("@znatoki/kernel/Deadlines") {
  static readonly layer = Layer.effect(
    Deadlines,
    Effect.map(Pulse, (pulse) => new Watch(pulse))
  )
}
