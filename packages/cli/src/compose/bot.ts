/** The bot: VK on one side, the database on the other, the game between them. */
import { layer as vkApi } from "@znatoki/adapter-vk/api/vk-api"
import { VkConfig } from "@znatoki/adapter-vk/api/vk-config"
import { layer as vkInbox } from "@znatoki/adapter-vk/intake/vk-inbox"
import { layer as vkMessenger } from "@znatoki/adapter-vk/say/vk-messenger"
import { keepSourceSpans } from "@znatoki/adapter-postgres/games/source-spans"
import { type PresetName, presets } from "@znatoki/engine"
import { russianLexicon } from "@znatoki/lexicon-ru/russian-lexicon"
import { addBotReadiness } from "@znatoki/kernel/roles/bot-readiness"
import * as ForwardClock from "@znatoki/kernel/outage/forward-clock"
import { Dice } from "@znatoki/ports/dice"
import { wholeSlice } from "@znatoki/ports/slice"
import type { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import { kernel } from "@znatoki/kernel/roles/kernel"
import { runBot } from "@znatoki/kernel/roles/run-bot"
import { Effect, Layer, type Redacted, type Scope } from "effect"
import { CannotRun } from "../cannot-run.ts"

export interface BotSettings {
  readonly token: Redacted.Redacted
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

/** Names the heartbeat. */
const role = "bot"

/** Every port of the kernel but the stores; and the time, for what is heard and what is played go by the same. */
export const outside = ({ apiUrl, groupId, token }: BotSettings) =>
  Layer.mergeAll(vkInbox, vkMessenger, Dice.layer).pipe(
    Layer.provide(vkApi),
    Layer.provide(VkConfig.layerOf({ token, groupId, apiUrl })),
    Layer.provideMerge(ForwardClock.layer(role))
  )

/** What begins when the checks of the bot can be asked. */
type Beside = Effect.Effect<void, CannotRun, ReadinessChecks | Scope.Scope>

/** Runs until interrupted, on whatever ports and by whatever time it is given. */
export const botOnPorts = (preset: PresetName, beside: Beside = Effect.void) =>
  addBotReadiness.pipe(
    Effect.andThen(beside),
    Effect.andThen(runBot({ role, slice: wholeSlice })),
    Effect.provide(botKernel(preset)),
    Effect.catchTag("InboxRefused", ({ advice }) =>
      Effect.fail(new CannotRun({ advice: `VK refuses the bot: ${advice}` }))
    )
  )

/** Runs until interrupted; needs the stores. */
export const bot = (settings: BotSettings, beside?: Beside) =>
  Effect.andThen(keepSourceSpans, botOnPorts(settings.preset, beside)).pipe(
    Effect.scoped,
    Effect.provide(outside(settings))
  )
