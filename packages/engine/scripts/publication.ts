/** How the engine is published: three entries, and the examples. */
import { entry, type Publication } from "@znatoki/npm-package/build-package"
import { fileURLToPath } from "node:url"

export const engineFolder = fileURLToPath(new URL("..", import.meta.url))

export const publication: Publication = {
  folder: engineFolder,
  manifest: {
    sideEffects: false,
    exports: { ".": entry("index"), "./judge": entry("judge/index"), "./testing": entry("testing/index") }
  },
  folders: { examples: "examples" }
}
