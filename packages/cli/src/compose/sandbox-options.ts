/** How the sandbox is opened: where the environment says, as the community the environment names. */
import type { SandboxOptions } from "@znatoki/vk-sandbox/sandbox"
import { Redacted } from "effect"
import type { Environment } from "../config/environment.ts"

export const sandboxOptions = (environment: Environment): SandboxOptions & { readonly port: number } => ({
  port: environment.sandboxPort,
  host: environment.host,
  allowedHosts: environment.allowedHosts,
  callbackHosts: environment.callbackHosts,
  ...(environment.vkGroupId === null ? {} : { groupId: environment.vkGroupId }),
  ...(environment.vkToken === null ? {} : { token: Redacted.value(environment.vkToken) }),
  warn: (text) => void process.stderr.write(`${text}\n`)
})
