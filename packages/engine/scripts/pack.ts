/** Builds the package to be published into `dist/package` and packs it into a tarball beside it. */
import { join } from "node:path"
import { buildPackage, packPackage } from "@znatoki/npm-package/build-package"
import { engineFolder, publication } from "./publication.ts"

const folder = join(engineFolder, "dist", "package")
buildPackage(publication, folder)
process.stdout.write(`${packPackage(folder, join(engineFolder, "dist"))}\n`)
