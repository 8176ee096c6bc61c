/** Everything around the kernel in one simulated run, and what is remembered of it for the checks. */
import type { GameEvent, Question, Settings } from "@znatoki/engine"
import { ConversationId, type SourceId } from "@znatoki/chat/chat-input"
import type { Commit, CommitResult, QueuedMessage } from "@znatoki/ports/game-store"
import type { MemoryDatabase } from "@znatoki/test-contracts/memory/memory-database"
import type { Apart } from "./apart.ts"
import { Between } from "./between.ts"
import { EventFeed } from "./event-feed.ts"
import type { SeededDice } from "@znatoki/kernel/testing/seeded-dice"
import type { Surroundings } from "./surroundings.ts"
import type { Tally, Trace } from "./tally.ts"
import { beatWithinMs, calm, heartsBeat, type Trouble } from "./trouble.ts"
import type { VirtualProcess } from "./virtual-process.ts"
import { VirtualTime } from "./virtual-time.ts"
import { VkChats } from "./vk-chats.ts"

/** Some day, in milliseconds: games do not like the year 1970, and neither do readers of a trace. */
const startMs = 1_700_000_000_000

export interface WorldParts {
  readonly seed: number
  readonly dice: SeededDice
  readonly trouble: Trouble
  readonly apart: Apart | null
  readonly settings: Settings
  readonly questions: ReadonlyArray<Question>
  readonly conversations: number
  readonly database: MemoryDatabase["Service"]
  readonly tally: Tally
  readonly trace: Trace
}

export interface Span {
  readonly fromMs: number
  toMs: number
}

export interface Absence extends Span {
  readonly leavesMs: number
}

interface GivenBack {
  readonly atMs: number
  readonly lostMs: number
}

export class SimulatedWorld implements Surroundings {
  readonly seed: number
  readonly dice: SeededDice
  readonly settings: Settings
  readonly questions: ReadonlyArray<Question>
  readonly database: MemoryDatabase["Service"]
  readonly tally: Tally
  readonly trace: Trace
  readonly time = new VirtualTime(startMs)
  readonly feed: EventFeed
  readonly chats: VkChats
  /** What lies between the roles; null: they are one process. */
  readonly between: Between | null
  readonly conversations: ReadonlyArray<ConversationId>
  readonly processes: Array<VirtualProcess> = []
  /** Everything any commit queued for the messenger, in order. */
  readonly queued = new Map<ConversationId, Array<QueuedMessage>>()
  /** When no bot was there; `leavesMs`: when the last one was asked to stop, if it was. */
  readonly absences: Array<Absence> = []
  /** When nothing could be heard of what people did. */
  readonly silences: Array<Span> = []
  /** Events that an admin let be passed over. */
  readonly skipped = new Set<SourceId>()
  /** What can be said as soon as it is seen: nothing waits for the end of the run to be wrong. */
  readonly wrongs: Array<string> = []
  readonly planned: Trouble
  trouble: Trouble
  isStoreAway = false
  /** When the last trouble ended. */
  calmAtMs = Infinity
  #leavesMs: number | null = null
  /** How often a store was called. */
  calls = 0
  onCrash: () => void = () => {}

  constructor(parts: WorldParts) {
    this.seed = parts.seed
    this.dice = parts.dice
    this.planned = parts.trouble
    this.trouble = parts.trouble
    this.settings = parts.settings
    this.questions = parts.questions
    this.database = parts.database
    this.tally = parts.tally
    this.trace = parts.trace
    this.conversations = Array.from({ length: parts.conversations }, (_, i) =>
      ConversationId.make(`vk:1:${2_000_000_001 + i}`)
    )
    this.feed = new EventFeed(this)
    this.between = parts.apart === null ? null : new Between(this, parts.apart)
    this.chats = new VkChats(this)
  }

  get isCalm(): boolean {
    return this.time.nowMs >= this.calmAtMs
  }

  /** Nothing that people do reaches a bot; it comes later. */
  get isDeaf(): boolean {
    return this.silences.at(-1)?.toMs === Infinity
  }

  deafen(): void {
    if (!this.isDeaf) this.silences.push({ fromMs: this.time.nowMs, toMs: Infinity })
  }

  hear(): void {
    const last = this.silences.at(-1)
    if (last?.toMs === Infinity) last.toMs = this.time.nowMs
  }

  endTrouble(): void {
    this.trouble = calm
    this.isStoreAway = false
    this.hear()
    this.calmAtMs = this.time.nowMs
  }

  /** No other bot is ever beside the one. */
  get isAlone(): boolean {
    return this.planned.freezeEveryMs === null && this.planned.twinEveryMs === null
  }

  get alive(): ReadonlyArray<VirtualProcess> {
    return this.processes.filter(({ alive }) => alive)
  }

  crash(process: VirtualProcess, when: string): void {
    if (!process.alive) return
    this.tally.count(`fault: a crash ${when}`)
    this.trace.add(`${this.time.nowMs} crash ${when}`)
    process.kill()
    this.gone()
  }

  /** A process that was asked to stop still finishes what it took. */
  leaves(process: VirtualProcess): void {
    if (this.alive.every((other) => other === process)) this.#leavesMs ??= this.time.nowMs
  }

  /** To be called when a process ended, however it did. */
  gone(): void {
    const { nowMs } = this.time
    const isAbsent = this.absences.at(-1)?.toMs === Infinity
    if (this.alive.length === 0 && !isAbsent) {
      this.absences.push({ leavesMs: this.#leavesMs ?? nowMs, fromMs: nowMs, toMs: Infinity })
    }
    this.#leavesMs = null
    this.onCrash()
  }

  came(process: VirtualProcess): void {
    this.processes.push(process)
    const last = this.absences.at(-1)
    if (last?.toMs === Infinity) last.toMs = this.time.nowMs
  }

  /** A commit as it takes effect, whoever hears of it. */
  committed(process: VirtualProcess, batch: ReadonlyArray<Commit>, results: ReadonlyArray<CommitResult>): void {
    for (const [i, { log, next, outgoing }] of batch.entries()) {
      if (results[i]?._tag !== "Committed") {
        this.tally.count(`commits answered ${results[i]?._tag ?? "nothing"}`)
        continue
      }
      const { conversation } = next
      this.tally.count("commits")
      if (this.between?.ownership.mayDecide(process, conversation) === false) {
        this.wrongs.push(`${conversation}: decided on by who does not own it any more`)
      }
      const queued = this.queued.get(conversation) ?? []
      this.queued.set(conversation, queued)
      queued.push(...outgoing)
      for (const { event } of log) this.#applied(process, conversation, event)
      this.trace.add(`${this.time.nowMs} ${conversation} ${next.version} ${log.map(({ event }) => event._tag).join()}`)
    }
  }

  #applied(process: VirtualProcess, conversation: ConversationId, event: GameEvent): void {
    this.tally.count("events applied")
    if (event._tag === "OutageEnded") this.#checkGivenBack(conversation, event)
    if (event._tag !== "TimerFired") return
    this.tally.count("timers that ended a wait")
    if (event.atMs > process.latestMs) {
      this.wrongs.push(`${conversation}: ${event.timer} fired at ${event.atMs}, before any clock showed that`)
    }
  }

  /** Who stood still is not to believe that nobody played. */
  #checkGivenBack(conversation: ConversationId, { atMs, lostMs }: GivenBack): void {
    if (this.between === null || !heartsBeat(this.planned)) return
    this.tally.count("times given back that were compared with who played")
    const beatMs = beatWithinMs(this.planned)
    const playedMs = this.between.ownership.playedWithin(conversation, atMs - lostMs, atMs, beatMs)
    if (playedMs > 0)
      this.wrongs.push(`${conversation}: ${lostMs} ms were given back, ${playedMs} of them somebody played`)
  }
}
