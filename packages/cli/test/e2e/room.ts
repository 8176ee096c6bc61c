/** One conversation of the sandbox with its people, as tests play in it. */
import { type Seen, labelsOf } from "../../src/people/seen.ts"
import { type Patience, until } from "./until.ts"
import { callControl, type Chat, type ControlCall } from "./vk-people.ts"

export interface RoomOptions {
  readonly url: string
  /** The community whose conversation it is. */
  readonly groupId: number
  /** What to show when the bot does not do what it should. */
  readonly log: () => string
  /** In place of asking by HTTP. */
  readonly call?: ControlCall
}

export type What = RegExp | string | ((message: Seen) => boolean)

const matches = (message: Seen, what: What): boolean =>
  typeof what === "function"
    ? what(message)
    : typeof what === "string"
      ? message.text.includes(what)
      : what.test(message.text)

export class Room {
  readonly peer: number
  readonly #options: RoomOptions
  readonly #ids: Map<string, number>
  /** The last of the bot's messages that was waited for. */
  #mark = 0

  private constructor(options: RoomOptions, peer: number, people: ReadonlyArray<Person>) {
    this.#options = options
    this.peer = peer
    this.#ids = new Map(people.map(({ first_name, id }) => [first_name, id]))
  }

  static async open(
    options: RoomOptions,
    title: string,
    names: ReadonlyArray<string>,
    more: object = {}
  ): Promise<Room> {
    const members = names.map((first_name) => ({ first_name, last_name: "" }))
    const body = { title, members, ...more }
    const made = await (options.call ?? callControl)<Made>(options.url, "POST", "/conversations", body)
    return new Room(options, made.peer_id, made.members)
  }

  /** One that is there already. */
  static async enter(options: RoomOptions, peer: number): Promise<Room> {
    const { members } = await (options.call ?? callControl)<Made>(options.url, "GET", `/conversations/${peer}`)
    return new Room(options, peer, members)
  }

  get conversation(): string {
    return `vk:${this.#options.groupId}:${this.peer}`
  }

  get names(): ReadonlyArray<string> {
    return [...this.#ids.keys()]
  }

  idOf(name: string): number {
    const id = this.#ids.get(name)
    if (id === undefined) throw new Error(`there is no ${name} in the conversation`)
    return id
  }

  nameOf(id: number): string {
    return this.names.find((name) => this.#ids.get(name) === id) ?? `?${id}`
  }

  #call<A>(method: string, path: string, body?: unknown): Promise<A> {
    const { call = callControl, url } = this.#options
    return call(url, method, `/conversations/${this.peer}${path}`, body)
  }

  async say(name: string, text: string): Promise<number> {
    const said = await this.#call<Written>("POST", "/messages", { from_id: this.idOf(name), text })
    return said.conversation_message_id
  }

  async sticker(name: string): Promise<void> {
    await this.#call("POST", "/messages", { from_id: this.idOf(name), attachments: [{ type: "sticker" }] })
  }

  /** Presses the newest button with this label, or the one of the given message. Names the press. */
  async press(name: string, button: string, message?: Seen): Promise<string> {
    const shown = message ?? (await this.#newestWith(button))
    const body = { from_id: this.idOf(name), conversation_message_id: shown.conversation_message_id, button }
    return (await this.#call<{ readonly event_id: string }>("POST", "/presses", body)).event_id
  }

  /** Presses a button under the input: it writes its label. */
  async pressMenu(name: string, button: string): Promise<void> {
    await this.#call("POST", "/presses", { from_id: this.idOf(name), button })
  }

  async remove(name: string): Promise<void> {
    await this.#call("POST", "/members", { remove: this.idOf(name) })
  }

  chat(after = 0): Promise<Chat> {
    return this.#call("GET", `/messages?after=${after}`)
  }

  /** What the bot has said, from the first word on. */
  async said(after = 0): Promise<ReadonlyArray<Seen>> {
    return (await this.chat(after)).items.filter(({ from_id }) => from_id < 0)
  }

  async #newestWith(label: string): Promise<Seen> {
    const found = (await this.said()).findLast(({ keyboard }) => labelsOf(keyboard).includes(label))
    if (found === undefined) throw new Error(`nobody was shown a button «${label}»\n${await this.story()}`)
    return found
  }

  /** The next message of the bot that is like this, after the one waited for last. */
  async hears(what: What, patience: Patience = {}): Promise<Seen> {
    const found = await this.#wait(`the bot says ${String(what)}`, patience, async () =>
      (await this.said(this.#mark)).find((message) => matches(message, what))
    )
    this.#mark = found.conversation_message_id
    return found
  }

  /** A message of the bot that is like this, old or new, or edited to be so. */
  sees(what: What, patience: Patience = {}): Promise<Seen> {
    return this.#wait(`the bot's message shows ${String(what)}`, patience, async () =>
      (await this.said()).find((message) => matches(message, what))
    )
  }

  /** The notice the presser was shown. */
  async noticed(press: string): Promise<string> {
    const { text } = await this.#wait("the press is answered with a notice", {}, async () =>
      (await this.chat()).snackbars.find(({ event_id }) => event_id === press)
    )
    return text
  }

  async #wait<A>(what: string, patience: Patience, find: () => Promise<A | undefined>): Promise<A> {
    try {
      return await until(`${what} (conversation ${this.peer})`, find, patience)
    } catch (error) {
      const told = error instanceof Error ? error.message : String(error)
      throw new Error(`${told}\n${await this.story()}\n--- the bot's log\n${this.#options.log()}`, { cause: error })
    }
  }

  /** Everything that was said, a line each. */
  async story(): Promise<string> {
    const { items } = await this.chat()
    const who = (id: number): string => (id < 0 ? "bot" : this.nameOf(id))
    return items
      .map(({ conversation_message_id: id, from_id, keyboard, text }) => {
        const buttons = labelsOf(keyboard).map((label) => `[${label}]`)
        return `${id}. ${who(from_id)}: ${text.replaceAll("\n", " / ")} ${buttons.join(" ")}`
      })
      .join("\n")
  }
}

interface Person {
  readonly id: number
  readonly first_name: string
}

interface Made {
  readonly peer_id: number
  readonly members: ReadonlyArray<Person>
}

interface Written {
  readonly conversation_message_id: number
}
