/**
 * One conversation of a load: people who play game after game, talk, and ask for the rules. What they do in a game they do some
 * time after they were shown it; talk and questions go by a timetable that waits for nobody.
 */
import { emptyMemory, isOfRound, type Move, movesOn, remember } from "../people/moves.ts"
import { isEnd, isLobby, labelsOf, type Seen } from "../people/seen.ts"
import { type Pace, untilNext, within } from "./pace.ts"
import type { Kind, Replies } from "./replies.ts"
import type { Live, Opened, SandboxClient } from "./sandbox-client.ts"

export interface TableOptions {
  readonly client: SandboxClient
  readonly replies: Replies
  readonly pace: Pace
  readonly chance: () => number
  /** What a game begins with. */
  readonly command: string
  /** What they take for right. */
  readonly answerTo: (question: Seen | null) => string
  /** The sandbox did not take what was done. */
  readonly refused: (error: unknown) => void
}

interface Waiting {
  readonly kind: Kind
  readonly sentMs: number
  readonly settle: (answeredMs: number | null) => void
  eventId: string | null
}

/** With the slash it is never taken for an answer. */
const rules = "/правила"
const areRules = ({ text }: Seen): boolean => text.startsWith("🦉 Правила")
const talk = [
  "ну, тут надо подумать",
  "а не из кино ли это?",
  "я бы искал подвох в слове",
  "красивый вопрос",
  "тише, думаем"
]

/** Nothing but the end of its waiting comes of such a press. */
const isAnsweredAtOnce = (kind: Kind): boolean => kind === "join" || kind === "vote"

const kindsOfButtons: Readonly<Record<string, Kind>> = {
  "Я играю": "join",
  Поехали: "go",
  "Досрочный ответ": "early",
  "Ответить сейчас": "early",
  Дальше: "next",
  Итоги: "next",
  Да: "vote",
  Нет: "vote",
  Остановить: "stop",
  Продолжаем: "other"
}

export class Table {
  readonly peer: number
  readonly #options: TableOptions
  readonly #ids: ReadonlyMap<string, number>
  readonly #memory = emptyMemory()
  readonly #timers = new Set<NodeJS.Timeout>()
  readonly #waiting = new Set<Waiting>()
  /** Presses that were answered before we were told what they are called. */
  readonly #answeredPresses = new Map<string, number>()
  /** What was planned for an earlier step is not done any more. */
  #step = 0
  #seen = 0
  #isHurried = false
  #isPlaying = false
  /** Who was called to answer. */
  #answerer = ""
  started = 0
  ended = 0

  constructor(options: TableOptions, { members, peer_id }: Opened) {
    this.#options = options
    this.peer = peer_id
    this.#ids = new Map(members.map(({ first_name, id }) => [first_name, id]))
  }

  get names(): ReadonlyArray<string> {
    return [...this.#ids.keys()]
  }

  get isDone(): boolean {
    return !this.#isPlaying && this.#waiting.size === 0
  }

  nameOf(id: number): string {
    return this.names.find((name) => this.#ids.get(name) === id) ?? `?${id}`
  }

  /** In so many milliseconds they want to play, and begin to talk. */
  begin(inMs: number): void {
    const { command, pace } = this.#options
    this.#plan(inMs, (dueMs) => {
      this.#act({ _tag: "Say", by: this.names[0] ?? "", text: command }, "start", dueMs)
      this.#byTimetable(pace.talkEveryMs / this.names.length, () => this.#talk())
      this.#byTimetable(pace.askEveryMs, (askedMs) =>
        this.#act({ _tag: "Say", by: this.#someone(), text: rules }, "ask", askedMs)
      )
    })
  }

  /** They go home: in so many milliseconds they end their game, and do nothing else any more. */
  goHome(inMs: number): void {
    this.#isHurried = true
    this.#step++
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
    if (this.#isPlaying) this.#planStop(inMs)
  }

  leave(): void {
    for (const timer of this.#timers) clearTimeout(timer)
  }

  hear(live: Live): void {
    if (live.type === "message") this.#hearMessage(live.message)
    else this.#hearAnswer(live.type === "answer" ? live.event_id : live.snackbar.event_id, live.type === "snackbar")
  }

  /** What a stream that was cut has not told. */
  async catchUp(): Promise<void> {
    const { client, refused } = this.#options
    const read = client.call<{ readonly items: ReadonlyArray<Seen> }>(
      "GET",
      `/conversations/${this.peer}/messages?after=${this.#seen}`
    )
    await read.then(({ items }) => items.forEach((message) => this.#hearMessage(message)), refused)
  }

  #hearMessage(message: Seen): void {
    if (message.conversation_message_id <= this.#seen) return
    this.#seen = message.conversation_message_id
    if (message.from_id > 0) return
    if (areRules(message)) return this.#settle((waiting) => waiting.kind === "ask", message.at)
    this.#settle(({ kind }) => kind !== "ask" && !isAnsweredAtOnce(kind), message.at)
    if (isLobby(message) && !this.#isPlaying) {
      this.started++
      this.#isPlaying = true
    }
    if (isEnd(message) && this.#isPlaying) {
      this.ended++
      this.#isPlaying = false
    }
    this.#goOn(message)
  }

  #hearAnswer(eventId: string, isTold: boolean): void {
    const nowMs = Date.now()
    for (const waiting of this.#waiting) {
      if (waiting.eventId !== eventId) continue
      if (isTold || isAnsweredAtOnce(waiting.kind)) this.#end(waiting, nowMs)
      return
    }
    this.#answeredPresses.set(eventId, nowMs)
  }

  #end(waiting: Waiting, answeredMs: number | null): void {
    this.#waiting.delete(waiting)
    waiting.settle(answeredMs)
  }

  /** A message that was said before they acted is no answer: they were too late. */
  #settle(isMeant: (waiting: Waiting) => boolean, atMs: number): void {
    for (const waiting of this.#waiting) {
      if (isMeant(waiting)) this.#end(waiting, atMs >= waiting.sentMs ? atMs : null)
    }
  }

  #goOn(message: Seen): void {
    const { chance, command, pace } = this.#options
    remember(this, this.#memory, message)
    const temper = { chance, command, curious: false, hurry: () => this.#isHurried }
    const moves = movesOn(this, message, this.#memory, temper)
    if (moves.length === 0) return
    this.#step++
    this.#answerer = moves.find(({ _tag }) => _tag === "Answer")?.by ?? ""
    if (this.#isHurried && !labelsOf(message.keyboard).includes("Остановить")) {
      if (this.#isPlaying) this.#planStop(within(pace.takes.stop, chance()))
      return
    }
    if (isOfRound(message) && !this.#isHurried && chance() < pace.silence) return
    const step = this.#step
    let inMs = 0
    for (const move of moves) {
      const kind = this.#kindOf(move)
      inMs += within(pace.takes[kind], chance())
      this.#plan(inMs, (dueMs) => {
        if (step === this.#step) this.#act(move, kind, dueMs, message)
      })
    }
  }

  #kindOf(move: Move): Kind {
    switch (move._tag) {
      case "Say":
        return move.text === this.#options.command ? "start" : "stop"
      case "Press":
        return kindsOfButtons[move.button] ?? (this.#ids.has(move.button) ? "name" : "other")
      case "Answer":
        return "answer"
    }
  }

  #planStop(inMs: number): void {
    const step = this.#step
    this.#plan(inMs, (dueMs) => {
      if (step === this.#step) this.#act({ _tag: "Say", by: this.names[0] ?? "", text: "/стоп" }, "stop", dueMs)
    })
  }

  #plan(inMs: number, work: (dueMs: number) => void): void {
    const dueMs = Date.now() + inMs
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      work(dueMs)
    }, inMs)
    this.#timers.add(timer)
  }

  /** The next time is reckoned from when this one was due, whatever became of it. */
  #byTimetable(everyMs: number, work: (dueMs: number) => void): void {
    const next = (fromMs: number): void => {
      const dueMs = fromMs + untilNext(everyMs, this.#options.chance())
      this.#plan(Math.max(0, dueMs - Date.now()), () => {
        next(dueMs)
        work(dueMs)
      })
    }
    next(Date.now())
  }

  /** The word of whoever is to answer would be the answer. */
  #someone(): string {
    const others = this.names.filter((name) => name !== this.#answerer)
    return others[Math.floor(this.#options.chance() * others.length)] ?? ""
  }

  #talk(): void {
    const { chance, client, refused } = this.#options
    const from_id = this.#ids.get(this.#someone())
    const text = talk[Math.floor(chance() * talk.length)]
    client.call("POST", `/conversations/${this.peer}/messages`, { from_id, text }).catch(refused)
  }

  #act(move: Move, kind: Kind, dueMs: number, message?: Seen): void {
    const settle = this.#options.replies.ask(kind, dueMs)
    const waiting: Waiting = { kind, sentMs: Date.now(), settle, eventId: null }
    this.#waiting.add(waiting)
    const onSent = (eventId: string | undefined): void => {
      if (eventId !== undefined) this.#name(waiting, eventId)
    }
    this.#send(move, message).then(onSent, (error: unknown) => {
      this.#options.refused(error)
      this.#end(waiting, null)
    })
  }

  #name(waiting: Waiting, eventId: string): void {
    waiting.eventId = eventId
    const answeredMs = this.#answeredPresses.get(eventId)
    this.#answeredPresses.delete(eventId)
    if (answeredMs !== undefined && isAnsweredAtOnce(waiting.kind)) this.#end(waiting, answeredMs)
  }

  /** What a press is called. */
  async #send(move: Move, message: Seen | undefined): Promise<string | undefined> {
    const { answerTo, client } = this.#options
    const from_id = this.#ids.get(move.by)
    if (move._tag === "Press") {
      const press = {
        from_id,
        button: move.button,
        ...(message === undefined ? {} : { conversation_message_id: message.conversation_message_id })
      }
      const { event_id } = await client.call<{ readonly event_id?: string }>(
        "POST",
        `/conversations/${this.peer}/presses`,
        press
      )
      return event_id
    }
    const text = move._tag === "Say" ? move.text : answerTo(this.#memory.question)
    await client.call("POST", `/conversations/${this.peer}/messages`, { from_id, text })
    return undefined
  }
}
