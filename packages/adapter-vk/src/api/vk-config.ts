/** Which community the bot speaks for, and where VK's API is. */
import { Context, Layer, type Redacted } from "effect"

const vkApiUrl = "https://api.vk.ru/method/"
const vkApiVersion = "5.199"

/** What an operator calls the settings below: a bot of several communities has them in a file. */
export const tokenPlace = "VK_TOKEN (of several communities: its token in the file of VK_COMMUNITIES)"
export const groupPlace = "VK_GROUP_ID (of several communities: its group in the file of VK_COMMUNITIES)"

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
