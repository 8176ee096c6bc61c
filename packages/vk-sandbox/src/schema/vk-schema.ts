/** VK's published schema as it is shipped here, corrected where VK itself differs from it. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { correct } from "./overlay.ts"
import type { VkSchema } from "./schema-node.ts"

const file = join(import.meta.dirname, "../vk-schema/schema.json")

let loaded: VkSchema | undefined

/** Read when it is first asked for: most sandboxes check nothing. */
export const vkSchema = (): VkSchema => (loaded ??= correct(JSON.parse(readFileSync(file, "utf8"))))
