/** Who starts the bot, stops it, kills it, starts it twice, turns its clock, puts it out; and who takes the store or VK away. */
import { PlayerId } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { SeededDice } from "@znatoki/kernel/testing/seeded-dice"
import { type Kind, type SimulatedBot, startBot } from "./simulated-bot.ts"
import type { SimulatedWorld } from "./simulated-world.ts"
import { clockOffMaxMs } from "./trouble.ts"

const second = 1_000
const somebody = { id: PlayerId.make("1"), name: "Анна" }
/** Longer than a call that the dead one sent may be on its way: an amendment that comes after a later one stays. */
const callMs = 130

export class Operations {
  readonly #world: SimulatedWorld
  readonly #dice: SeededDice
  #bots: Array<SimulatedBot> = []
  #isCalm = false

  constructor(world: SimulatedWorld, dice: SeededDice) {
    this.#world = world
    this.#dice = dice
  }

  begin(): void {
    const { planned } = this.#world
    this.#world.onCrash = () => this.#startSoon()
    this.#startMissing()
    this.#every(this.#world.between?.apart.handOverEveryMs ?? null, () => this.#world.between?.ownership.handOver())
    this.#every(planned.crashEveryMs, () => this.#some((bot) => this.#world.crash(bot.process, "at any time")))
    this.#every(planned.stopEveryMs, () => this.#some((bot) => this.#stop(bot)))
    this.#every(planned.twinEveryMs, () => this.#twin())
    this.#every(planned.freezeEveryMs, () => this.#some((bot) => this.#freeze(bot)))
    this.#every(planned.clockJumpEveryMs, () => this.#some((bot) => this.#turnClock(bot)))
    this.#release()
    this.#every(planned.storeAwayEveryMs, () => this.#takeStoreAway())
    this.#every(planned.deafEveryMs, () => this.#deafen())
    this.#every(planned.putOutEveryMs, () => this.#putOut())
    this.#every(planned.muteEveryMs, () => this.#mute())
  }

  /** No more trouble, and one bot that runs. */
  calmDown(): void {
    this.#isCalm = true
    this.#world.endTrouble()
    for (const conversation of this.#world.conversations) this.#letBack(conversation)
    for (const { process } of this.#bots) process.thaw()
    this.#startMissing()
  }

  /** An admin looks at what is parked now and then. */
  #release(): void {
    const { database, tally, time, trace } = this.#world
    time.after(this.#dice.between(0, 5 * second), () => {
      for (const [conversation, parked] of database.parked) {
        if (parked.release !== null) continue
        const release = this.#dice.chance(0.5) ? "retry" : "skip"
        if (release === "skip") this.#world.skipped.add(parked.source)
        tally.count("parked conversations released")
        trace.add(`${time.nowMs} ${conversation} released: ${release}`)
        database.parked.set(conversation, { ...parked, release })
      }
      this.#release()
    })
  }

  #every(ms: number | null, happen: () => void): void {
    if (ms === null) return
    this.#world.time.after(this.#dice.wait(ms), () => {
      if (this.#isCalm) return
      happen()
      this.#every(ms, happen)
    })
  }

  #some(happen: (bot: SimulatedBot) => void): void {
    this.#bots = this.#bots.filter(({ process }) => process.alive)
    const bot = this.#dice.pick(this.#bots)
    if (bot !== undefined) happen(bot)
  }

  #start(kind: Kind): void {
    this.#bots.push(
      startBot(this.#world, kind, this.#world.planned.clockJumpEveryMs === null ? 0 : this.#dice.between(0, 500))
    )
  }

  /** So many of each kind are to be there. */
  #startMissing(): void {
    const { between } = this.#world
    const wanted: ReadonlyArray<Kind> =
      between === null
        ? ["bot"]
        : ["connector", ...Array.from({ length: between.apart.workers }, () => "worker" as const)]
    const there = this.#bots.filter(({ process }) => process.alive).map(({ kind }) => kind)
    for (const kind of wanted) {
      const at = there.indexOf(kind)
      if (at === -1) this.#start(kind)
      else there.splice(at, 1)
    }
  }

  get #anyKind(): Kind {
    return this.#world.between === null ? "bot" : this.#dice.chance(0.5) ? "connector" : "worker"
  }

  #startSoon(): void {
    const ms = this.#dice.chance(0.5) ? this.#dice.between(callMs, second) : this.#dice.between(0, 15 * second)
    this.#world.time.after(ms, () => this.#startMissing())
  }

  #stop({ process, stop }: SimulatedBot): void {
    this.#world.tally.count("fault: a stop asked for")
    this.#world.trace.add(`${this.#world.time.nowMs} stop`)
    this.#world.leaves(process)
    stop(() => this.#world.gone())
  }

  #twin(): void {
    this.#world.tally.count("fault: two bots at once")
    this.#start(this.#anyKind)
    this.#world.time.after(this.#dice.between(0, 10 * second), () => {
      if (this.#world.alive.length > 1) this.#some((bot) => this.#world.crash(bot.process, "of one of two"))
    })
  }

  #freeze({ kind, process }: SimulatedBot): void {
    this.#world.tally.count("fault: a process stands still")
    this.#world.trace.add(`${this.#world.time.nowMs} freeze`)
    process.freeze()
    this.#world.time.after(this.#dice.between(0, 12 * second), () => process.thaw())
    // An operator sees that nothing answers and starts another.
    if (this.#dice.chance(0.5)) this.#start(kind)
  }

  #turnClock({ process }: SimulatedBot): void {
    this.#world.tally.count("fault: a clock jumps")
    process.setClock(this.#dice.between(-clockOffMaxMs, clockOffMaxMs))
  }

  #deafen(): void {
    const { tally, time, trace } = this.#world
    tally.count("fault: nobody is heard")
    trace.add(`${time.nowMs} nobody is heard`)
    this.#world.deafen()
    time.after(this.#dice.between(0, 15 * second), () => this.#world.hear())
  }

  /** VK tells the bot that it is put out, and then nothing until it is let in again. */
  #putOut(): void {
    const { chats, feed, tally } = this.#world
    const conversation = this.#dice.pick(this.#world.conversations)
    if (conversation === undefined || chats.presenceIn(conversation) !== "here") return
    tally.count("fault: the bot is put out of a chat")
    feed.tell(conversation, { _tag: "Removed" })
    this.#takeVoice(conversation, "put out")
  }

  /** It hears all, and learns only when it wants to speak that it may not. */
  #mute(): void {
    const { chats, tally } = this.#world
    const conversation = this.#dice.pick(this.#world.conversations)
    if (conversation === undefined || chats.presenceIn(conversation) !== "here") return
    tally.count("fault: the bot may not speak in a chat")
    this.#takeVoice(conversation, "mute")
  }

  #takeVoice(conversation: ConversationId, presence: "put out" | "mute"): void {
    const { chats, time, trace } = this.#world
    trace.add(`${time.nowMs} ${conversation} the bot is ${presence}`)
    chats.setPresence(conversation, presence)
    time.after(this.#dice.between(0, 20 * second), () => this.#letBack(conversation))
  }

  #letBack(conversation: ConversationId): void {
    const { chats, feed, time, trace } = this.#world
    const before = chats.presenceIn(conversation)
    if (before === "here") return
    trace.add(`${time.nowMs} ${conversation} the bot is here again`)
    chats.setPresence(conversation, "here")
    if (before === "put out") feed.tell(conversation, { _tag: "Invited", by: somebody })
  }

  #takeStoreAway(): void {
    this.#world.isStoreAway = true
    this.#world.time.after(this.#dice.between(0, 12 * second), () => {
      this.#world.isStoreAway = false
    })
  }
}
