/** The bot of one community: VK on one side, the database on the other, the game between them. */
import { layer as vkApi } from "@znatoki/adapter-vk/api/vk-api"
import { VkCommunity } from "@znatoki/adapter-vk/api/vk-community"
import { VkConfig } from "@znatoki/adapter-vk/api/vk-config"
import { bothLayer, callbackLayer, layer as longPollLayer } from "@znatoki/adapter-vk/intake/vk-inbox"
import { layer as pictures } from "@znatoki/adapter-vk/pictures/pictures"
import { MessagesPerHour, messagesPerHourByDefault } from "@znatoki/adapter-vk/say/hourly-budget"
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
  /** In one conversation; absent: as many as VK takes. */
  readonly messagesPerHour?: number
  readonly preset: PresetName
  /** Null: VK is asked by Long Poll alone. */
  readonly callback: CallbackWay | null
}

/** How VK brings events by itself. */
export interface CallbackWay {
  readonly confirmation: string
  /** The new one and the old, while one takes the other's place. */
  readonly secrets: ReadonlyArray<Redacted.Redacted>
  /** Both ways at once. */
  readonly longPoll: boolean
}

/** How many conversations are kept in memory. */
export const resident = 10_000

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
export const vkOf = ({ apiUrl, callback, groupId, messagesPerHour, token }: CommunitySettings) => {
  const longPoll = callback === null || callback.longPoll
  const config = VkConfig.layerOf({ token, groupId, apiUrl, longPoll })
  const budget = Layer.succeed(MessagesPerHour, messagesPerHour ?? messagesPerHourByDefault)
  return VkCommunity.layer.pipe(Layer.provideMerge(vkApi), Layer.provide(config), Layer.merge(budget))
}

const around = Layer.merge(Layer.provide(vkMessenger, pictures), Dice.layer)
const time = Layer.unwrap(Effect.map(role, ForwardClock.layer))

/** Every port of the kernel but the stores; and the time, for what is heard and what is played go by the same. */
export const outside = Layer.merge(longPollLayer, around).pipe(Layer.provideMerge(time))

export const outsideWithCallback = ({ longPoll }: CallbackWay) =>
  (longPoll ? Layer.merge(bothLayer, around) : Layer.merge(callbackLayer, around)).pipe(Layer.provideMerge(time))

/** `vk:1`. */
export const storesOf = Effect.fnUntraced(function* (community: string) {
  const found = yield* communityStores(community).pipe(
    Effect.catchTag("CommunityNotYet", Effect.succeed),
    untilReachable,
    Effect.orDie
  )
  return found instanceof CommunityNotYet ? yield* new InboxRefused({ advice: found.advice }) : found
})

export const ownStores = Layer.effectContext(
  Effect.flatMap(VkCommunity, (community) => storesOf(VkCommunity.idOf(community)))
)

/** Everything it is made of, on a database. Built anew for each community: none may have another's token, limits or heart. */
export const botOf = (settings: CommunitySettings) =>
  botKernel(settings.preset).pipe(
    Layer.provideMerge(settings.callback === null ? outside : outsideWithCallback(settings.callback)),
    Layer.provideMerge(ownStores),
    Layer.provideMerge(vkOf(settings)),
    Layer.fresh
  )

/** Runs until interrupted, or until VK refuses it. */
export const playOn = Effect.flatMap(role, (name) => runBot({ role: name, slice: wholeSlice }))
