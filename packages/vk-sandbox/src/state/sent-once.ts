/** Whether a random_id was already used in a dialog: VK looks back one hour, and at most 100 messages. */
const lookBackMessages = 100
const lookBackMs = 3_600_000

interface Sent {
  readonly conversationMessageId: number
  readonly at: number
}

export type SentEntries = ReadonlyArray<readonly [randomId: number, sent: Sent]>

export interface SentOnce {
  readonly find: (randomId: number, lastMessageId: number, now: number) => number | undefined
  readonly remember: (randomId: number, conversationMessageId: number, now: number) => void
  readonly entries: () => SentEntries
}

const stale = (entry: Sent, lastMessageId: number, now: number): boolean =>
  lastMessageId - entry.conversationMessageId >= lookBackMessages || now - entry.at >= lookBackMs

export const makeSentOnce = (saved: SentEntries = []): SentOnce => {
  const sent = new Map(saved)
  const forgetStale = (lastMessageId: number, now: number): void => {
    for (const [id, entry] of sent) {
      if (!stale(entry, lastMessageId, now)) return
      sent.delete(id)
    }
  }

  return {
    find: (randomId, lastMessageId, now) => {
      // 0 means "do not check".
      const entry = randomId === 0 ? undefined : sent.get(randomId)
      return entry === undefined || stale(entry, lastMessageId, now) ? undefined : entry.conversationMessageId
    },
    remember: (randomId, conversationMessageId, now) => {
      if (randomId === 0) return
      forgetStale(conversationMessageId, now)
      // Deleted first, so that the map stays ordered by age.
      sent.delete(randomId)
      sent.set(randomId, { conversationMessageId, at: now })
    },
    entries: () => [...sent]
  }
}
