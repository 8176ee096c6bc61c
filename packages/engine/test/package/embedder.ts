/** An embedder's project: the packed engine installed, with the examples and the README's programs copied into it. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { type InstalledPackage, installPackage } from "@znatoki/npm-package/install-package"
import { installedFolder } from "@znatoki/npm-package/run-tool"
import { engineFolder, publication } from "../../scripts/publication.ts"

export interface Embedder extends InstalledPackage {
  /** The programs of the README, in their order. */
  readonly programs: ReadonlyArray<{ readonly file: string; readonly code: string }>
}

/** As strict as an embedder can be: the engine's own declarations are checked too. */
const tsconfig = {
  compilerOptions: {
    target: "ES2024",
    lib: ["ES2024", "DOM", "DOM.Iterable"],
    module: "NodeNext",
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noImplicitReturns: true,
    noPropertyAccessFromIndexSignature: true,
    noUnusedLocals: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    skipLibCheck: false,
    noEmit: true,
    types: ["node"],
    typeRoots: [dirname(installedFolder("@types/node"))]
  },
  include: ["examples", "etc", "readme"]
}

export const embedder = (): Embedder => {
  const installed = installPackage(publication)
  const { app } = installed
  for (const folder of ["examples", "etc"]) cpSync(join(engineFolder, folder), join(app, folder), { recursive: true })
  // The examples' own settings point at the workspace, and here is none.
  rmSync(join(app, "examples", "tsconfig.json"))
  writeFileSync(join(app, "tsconfig.json"), JSON.stringify(tsconfig))
  mkdirSync(join(app, "readme"))
  const readme = readFileSync(join(engineFolder, "README.md"), "utf8")
  const programs = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""], i) => {
    const file = join(app, "readme", `program-${i + 1}.ts`)
    writeFileSync(file, code)
    return { file, code }
  })
  return { ...installed, programs }
}
