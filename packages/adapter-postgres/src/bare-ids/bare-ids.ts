/** How the ids of one community's conversations are stored where the version before stored them: without the community. */
import type { ConversationId, SourceId } from "@znatoki/chat/chat-input"

const member = (conversation: string): string => `"conversation":${JSON.stringify(conversation)}`

export class BareIds {
  readonly #beginning: string
  /** One that was stored was whole already. */
  metWhole = false

  /** `community`: `vk:1`. */
  constructor(community: string) {
    this.#beginning = `${community}:`
  }

  /** Of a conversation, or of one of its games. */
  readonly stored = <Id extends string>(id: Id): Id =>
    (id.startsWith(this.#beginning) ? id.slice(this.#beginning.length) : id) as Id

  /** One that is whole stays as it is. */
  readonly whole = <Id extends string>(id: Id): Id => {
    if (!id.includes(":")) return `${this.#beginning}${id}` as Id
    this.metWhole = true
    return id
  }

  /** `timer:vk:1:2000000001/3/answer` → `timer:2000000001/3/answer`, so that both versions know it for the same. */
  readonly storedSource = (source: SourceId): SourceId => {
    const at = source.indexOf(":") + 1
    const tail = source.slice(at)
    return tail.startsWith(this.#beginning) ? ((source.slice(0, at) + this.stored(tail)) as SourceId) : source
  }

  /** `bot/vk:1` → `bot`. */
  readonly storedRole = (role: string): string => {
    const end = `/${this.#beginning.slice(0, -1)}`
    return role.endsWith(end) ? role.slice(0, -end.length) : role
  }

  /** A task names its conversation too. Inside of a string JSON escapes every quote, so nobody's words are touched. */
  readonly storedTask = (task: string, conversation: ConversationId): string =>
    task.replaceAll(member(conversation), member(this.stored(conversation)))

  readonly wholeTask = (task: string, conversation: ConversationId): string =>
    task.replaceAll(member(this.stored(conversation)), member(conversation))
}
