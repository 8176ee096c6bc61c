/** Which conversations the bot administers, and so is shown all that is said in them: asked for a whole page of events at once. */
import { steadyMs } from "@znatoki/ports/steady-ms"
import { Effect } from "effect"
import { executeBatch } from "./execute-batch.ts"
import { makeRecentCache } from "./recent-cache.ts"
import type { VkApi } from "./vk-api.ts"

/** A greeting and the first game wait for it; who does not know says a line more. */
const patience = { attempts: 1, timeoutMs: 1_000 }
/** What was given is seldom taken; whoever invites the bot once more is asked again. */
const keptMax = { entries: 10_000, ttlMs: 3_600_000 }

/** VK shows the list of members to administrators alone. */
const asked = (peerId: number) => ({
  method: "messages.getConversationMembers",
  params: { peer_id: String(peerId), count: "1" }
})

export interface Asked {
  readonly peerId: number
  /** Whatever was known of it. */
  readonly anew: boolean
}

export const makeAdministered = (vk: VkApi["Service"]) => {
  const known = makeRecentCache<number, true>(keptMax)
  /** Of these. */
  return Effect.fnUntraced(function* (peers: ReadonlyArray<Asked>): Effect.fn.Return<ReadonlySet<number>> {
    const now = yield* steadyMs
    for (const { anew, peerId } of peers) if (anew) known.delete(peerId)
    const all = [...new Set(peers.map(({ peerId }) => peerId))]
    const wanted = all.filter((peerId) => known.get(peerId, now) === undefined)
    const outcomes = wanted.length === 0 ? [] : yield* executeBatch(vk, wanted.map(asked), patience)
    for (const [i, peerId] of wanted.entries()) if (outcomes[i]?._tag === "Answered") known.set(peerId, true, now)
    return new Set(all.filter((peerId) => known.get(peerId, now) === true))
  })
}
