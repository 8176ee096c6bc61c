/** Builds the package to be published into `dist/package` and packs it into a tarball beside it. */
import { join } from "node:path"
import { buildPackage, engineFolder, packPackage } from "./build-package.ts"

const folder = join(engineFolder, "dist", "package")
buildPackage(folder)
process.stdout.write(`${packPackage(folder, join(engineFolder, "dist"))}\n`)
