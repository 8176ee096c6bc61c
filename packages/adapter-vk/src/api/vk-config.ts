/** Which community the bot speaks for, and where VK's API is. */
import { Context, Layer, type Redacted } from "effect"

const vkApiUrl = "https://api.vk.ru/method/"
const vkApiVersion = "5.199"

export interface VkSettings {
  readonly token: Redacted.Redacted
  /** null: the token tells. */
  readonly groupId: number | null
  readonly apiUrl: string
  readonly apiVersion: string
  /** Whether VK is asked by Long Poll, which is then switched on. */
  readonly longPoll: boolean
}

export class VkConfig extends Context.Service<VkConfig, VkSettings>()("@znatoki/adapter-vk/VkConfig") {
  static readonly layerOf = (known: Pick<VkSettings, "token"> & Partial<VkSettings>): Layer.Layer<VkConfig> =>
    Layer.succeed(VkConfig, { groupId: null, apiUrl: vkApiUrl, apiVersion: vkApiVersion, longPoll: true, ...known })
}
