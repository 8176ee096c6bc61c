/** How the sandbox is published: one entry, a program, the web chat's files and the examples. */
import { entry, type Publication } from "@znatoki/npm-package/build-package"
import { fileURLToPath } from "node:url"

export const sandboxFolder = fileURLToPath(new URL("..", import.meta.url))

export const publication: Publication = {
  folder: sandboxFolder,
  manifest: {
    bin: { "vk-sandbox": "dist/main.js" },
    exports: { ".": entry("index") }
  },
  folders: { "src/web": "dist/web", "src/vk-schema": "dist/vk-schema", examples: "examples" }
}
