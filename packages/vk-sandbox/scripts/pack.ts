/** Builds the package to be published into `dist/package` and packs it into a tarball beside it. */
import { buildPackage, packPackage } from "@znatoki/npm-package/build-package"
import { join } from "node:path"
import { publication, sandboxFolder } from "./publication.ts"

const folder = join(sandboxFolder, "dist", "package")
buildPackage(publication, folder)
process.stdout.write(`${packPackage(folder, join(sandboxFolder, "dist"))}\n`)
