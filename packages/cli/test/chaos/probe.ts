/** Somebody who asks the bot again and again: how long an answer takes is how long a trouble is felt. */
import type { Room } from "../e2e/room.ts"
import { pause } from "../e2e/until.ts"

export interface Asked {
  readonly atMs: number
  /** Null: not yet. */
  tookMs: number | null
}

const lookMs = 20

const patienceMs = 60_000

/** Longer than that is an outage, by whatever it was brought about. */
const longMs = 4_000

export class Probe {
  readonly room: Room
  readonly asked: Array<Asked> = []

  constructor(room: Room) {
    this.room = room
  }

  /** Asks as often as that. */
  async run(everyMs: number, isOver: () => boolean): Promise<void> {
    // It greets whoever invites it.
    const greeting = await this.room.hears(/^/, { forMs: patienceMs })
    let seen = greeting.conversation_message_id
    while (!isOver()) {
      const [atMs, fromMs] = [Date.now(), performance.now()]
      const asked: Asked = { atMs, tookMs: null }
      this.asked.push(asked)
      await this.room.say("Аня", "/помощь")
      for (;;) {
        const answer = (await this.room.said(seen))[0]
        if (answer !== undefined) {
          seen = answer.conversation_message_id
          break
        }
        await pause(lookMs)
      }
      asked.tookMs = performance.now() - fromMs
      await pause(everyMs)
    }
  }

  /** Somebody waited for so long in this time that games may well have been given it back. */
  waitedLong(fromMs: number, toMs: number): boolean {
    return this.longest(fromMs, toMs) > longMs
  }

  /** Answered once each, beside the greeting? Null: yes. */
  async wrong(): Promise<string | null> {
    const answers = (await this.room.said()).length - 1
    const { length } = this.asked
    return answers === length ? null : `${this.room.conversation}: asked ${length} times, answered ${answers} times`
  }

  /** The longest that anybody waited who asked in this time, or was waiting then. */
  longest(fromMs: number, toMs: number): number {
    const waits = this.asked.filter(({ atMs, tookMs }) => atMs <= toMs && (tookMs === null || atMs + tookMs >= fromMs))
    return Math.max(0, ...waits.map(({ atMs, tookMs }) => tookMs ?? Date.now() - atMs))
  }
}
