/** The bot of one community: VK on one side, the database on the other, the game between them. */
import { layer as vkApi } from "@znatoki/adapter-vk/api/vk-api"
import { VkCommunity } from "@znatoki/adapter-vk/api/vk-community"
import { VkConfig } from "@znatoki/adapter-vk/api/vk-config"
import { layer as vkInbox } from "@znatoki/adapter-vk/intake/vk-inbox"
import { layer as vkMessenger } from "@znatoki/adapter-vk/say/vk-messenger"
import { CommunityNotYet, communityStores } from "@znatoki/adapter-postgres/conversation-stores"
import { type PresetName, presets } from "@znatoki/engine"
import { russianLexicon } from "@znatoki/lexicon-ru/russian-lexicon"
import * as ForwardClock from "@znatoki/kernel/outage/forward-clock"
import { untilReachable } from "@znatoki/kernel/outage/until-reachable"
import { Dice } from "@znatoki/ports/dice"
import { InboxRefused } from "@znatoki/ports/inbox"
import { wholeSlice } from "@znatoki/ports/slice"
import { kernel } from "@znatoki/kernel/roles/kernel"
import { runBot } from "@znatoki/kernel/roles/run-bot"
import { Effect, Layer, type Redacted } from "effect"

export interface CommunitySettings {
  readonly token: Redacted.Redacted
  /** Null: the token tells. */
  readonly groupId: number | null
  readonly apiUrl: string
  readonly preset: PresetName
}

/** How many conversations are kept in memory. */
const resident = 10_000

/** All of the bot but its ports. */
export const botKernel = (preset: PresetName, residentMax = resident) =>
  kernel({
    slice: wholeSlice,
    settings: presets[preset],
    lexicon: russianLexicon(),
    lanes: 2,
    batchMax: 500,
    queueMax: 5_000,
    residentMax,
    pendingMax: 20_000,
    concurrency: 4
  })

/** Names the heartbeat: what one community loses while it cannot be heard, no other does. */
const role = Effect.map(VkCommunity, (community) => `bot/${VkCommunity.idOf(community)}`)

/** VK as the community of the token, once VK has told which that is. */
export const vkOf = ({ apiUrl, groupId, token }: CommunitySettings) =>
  VkCommunity.layer.pipe(Layer.provideMerge(vkApi), Layer.provide(VkConfig.layerOf({ token, groupId, apiUrl })))

/** Every port of the kernel but the stores; and the time, for what is heard and what is played go by the same. */
export const outside = Layer.mergeAll(vkInbox, vkMessenger, Dice.layer).pipe(
  Layer.provideMerge(Layer.unwrap(Effect.map(role, ForwardClock.layer)))
)

export const ownStores = Layer.effectContext(
  Effect.gen(function* () {
    const id = VkCommunity.idOf(yield* VkCommunity)
    const found = yield* communityStores(id).pipe(
      Effect.catchTag("CommunityNotYet", Effect.succeed),
      untilReachable,
      Effect.orDie
    )
    return found instanceof CommunityNotYet ? yield* new InboxRefused({ advice: found.advice }) : found
  })
)

/** Everything it is made of, on a database. Built anew for each community: none may have another's token, limits or heart. */
export const botOf = (settings: CommunitySettings) =>
  botKernel(settings.preset).pipe(
    Layer.provideMerge(outside),
    Layer.provideMerge(ownStores),
    Layer.provideMerge(vkOf(settings)),
    Layer.fresh
  )

/** Runs until interrupted, or until VK refuses it. */
export const playOn = Effect.flatMap(role, (name) => runBot({ role: name, slice: wholeSlice }))
