/** How many bytes of the engine reach a browser, minified and gzipped. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { rolldown } from "rolldown"

/** What is bundled, and which packages the page has anyway. */
const bundles = {
  reduce: { code: `export { reduce } from "@znatoki/engine"`, external: ["effect"] },
  judge: { code: `export { compileAnswer, judge } from "@znatoki/engine/judge"`, external: [] },
  "everything but effect": { code: `export * from "@znatoki/engine"`, external: ["effect"] },
  "everything with effect": { code: `export * from "@znatoki/engine"`, external: [] }
}
type BundleName = keyof typeof bundles
export type BundleSizes = { readonly [Name in BundleName]: number }

/** `app` is a project that has the packed engine installed. */
export const bundleSizes = async (app: string): Promise<BundleSizes> => ({
  reduce: await sizeOf(app, "reduce"),
  judge: await sizeOf(app, "judge"),
  "everything but effect": await sizeOf(app, "everything but effect"),
  "everything with effect": await sizeOf(app, "everything with effect")
})

const sizeOf = async (app: string, name: BundleName): Promise<number> => {
  const { code, external } = bundles[name]
  const input = join(app, `${name.replaceAll(" ", "-")}.js`)
  writeFileSync(input, code)
  const bundle = await rolldown({ input, cwd: app, external, platform: "browser" })
  const { output } = await bundle.generate({ format: "esm", minify: true })
  await bundle.close()
  return output.reduce((sum, each) => sum + (each.type === "chunk" ? gzipSync(each.code, { level: 9 }).length : 0), 0)
}
