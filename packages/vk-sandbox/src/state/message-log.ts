/** The messages of one conversation: numbered from 1 without holes, the oldest forgotten beyond a cap. */
import type { Message } from "./message.ts"

const keptMax = 5000

export interface MessageLog {
  readonly lastId: () => number
  readonly push: (message: Message) => void
  readonly get: (conversationMessageId: number) => Message | undefined
  readonly after: (conversationMessageId: number) => ReadonlyArray<Message>
}

export const makeMessageLog = (kept = keptMax, saved: ReadonlyArray<Message> = []): MessageLog => {
  let messages = [...saved]
  let last = saved.at(-1)?.conversation_message_id ?? 0
  const firstId = (): number => last - messages.length + 1
  return {
    lastId: () => last,
    push: (message) => {
      messages.push(message)
      last = message.conversation_message_id
      // Trimmed in large steps, so that a message costs no shifting of the array.
      if (messages.length >= kept * 2) messages = messages.slice(-kept)
    },
    get: (id) => messages[id - firstId()],
    after: (id) => messages.slice(Math.max(0, id - firstId() + 1, messages.length - kept))
  }
}
