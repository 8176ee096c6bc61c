/** The data folder of the embedded server: made once, complete or not at all. */
import { randomBytes } from "node:crypto"
import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises"
import { basename, dirname, join } from "node:path"
import { Effect, Schema } from "effect"
import type { Binaries } from "./binaries.ts"
import { EmbeddedServerError, useDatabaseUrl } from "./embedded-server-error.ts"
import { codeOf } from "./error-code.ts"
import { isUnwritable, unwritableFolder } from "./unwritable-folder.ts"
import { isAlive } from "./postmaster.ts"
import { nameOfCluster, runProgram } from "./run-program.ts"
import type { ServerUser } from "./server-user.ts"

export interface Cluster {
  readonly folder: string
  readonly password: string
}

const Secrets = Schema.fromJsonString(Schema.Struct({ password: Schema.String }))
const readSecrets = Schema.decodeUnknownSync(Secrets)

/** Beside the server's own files; only this program reads it. */
const secretsFile = "znatoki.json"

/** `folder` as it is, or newly made; what an interrupted start left is put aside first. */
export const openCluster = Effect.fnUntraced(function* (folder: string, binaries: Binaries, user: ServerUser | null) {
  yield* attempt(folder, () => sweepDrafts(folder))
  if (!(yield* attempt(folder, () => isComplete(folder)))) yield* createCluster(folder, binaries, user)
  const version = (yield* attempt(folder, () => readFile(join(folder, "PG_VERSION"), "utf8"))).trim()
  if (version !== binaries.major) {
    return yield* new EmbeddedServerError({
      problem: `${folder} was made by PostgreSQL ${version}; this program brings PostgreSQL ${binaries.major}.`,
      advice: `Move the folder away to begin anew, or go back to the program that made it. ${useDatabaseUrl}`
    })
  }
  const { password } = yield* attempt(folder, async () =>
    readSecrets(await readFile(join(folder, secretsFile), "utf8"))
  )
  return { folder, password }
})

const attempt = <A>(folder: string, work: () => Promise<A>) =>
  Effect.tryPromise({
    try: work,
    catch: (cause) =>
      new EmbeddedServerError(
        isUnwritable(cause)
          ? unwritableFolder(dirname(folder), codeOf(cause))
          : {
              problem: `The folder ${folder} of the embedded PostgreSQL cannot be used: ${wordsOf(cause)}.`,
              advice: `Move it away to begin anew. ${useDatabaseUrl}`
            }
      )
  })

const wordsOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

const isComplete = async (folder: string): Promise<boolean> => {
  const found = await Promise.all(
    ["PG_VERSION", "global/pg_control", secretsFile].map((file) => stat(join(folder, file)).catch(absent))
  )
  return found.every((file) => file !== null)
}

/** Anything but "there is none" is a failure, lest a folder that cannot be read is taken for an empty one. */
const absent = (cause: unknown): null => {
  if (cause instanceof Error && "code" in cause && (cause.code === "ENOENT" || cause.code === "ENOTDIR")) return null
  throw cause
}

/** The processes' own drafts under way, by folder. */
const underWay = new Set<string>()

/** Makes the cluster under another name and gives it its own at the end: a half-made one never has it. */
const createCluster = Effect.fnUntraced(function* (folder: string, binaries: Binaries, user: ServerUser | null) {
  const draft = `${folder}.new-${process.pid}-${randomBytes(4).toString("hex")}`
  const data = join(draft, "data")
  const password = randomBytes(24).toString("base64url")
  yield* Effect.gen(function* () {
    underWay.add(draft)
    yield* attempt(folder, () => prepareDraft(draft, password, user))
    yield* initialise(data, binaries, user)
    yield* attempt(folder, async () => {
      await writeFile(join(data, secretsFile), JSON.stringify({ password }), { mode: 0o600 })
      await giveName(data, folder)
    })
  }).pipe(
    Effect.ensuring(
      Effect.promise(async () => {
        await rm(draft, { recursive: true, force: true })
        underWay.delete(draft)
      })
    )
  )
})

const passwordFile = "password"

const prepareDraft = async (draft: string, password: string, user: ServerUser | null): Promise<void> => {
  const data = join(draft, "data")
  await mkdir(data, { recursive: true, mode: 0o700 })
  // Inside the data folder until its end: the way there is open to the server's user.
  await writeFile(join(draft, passwordFile), `${password}\n`, { mode: 0o600 })
  if (user === null) return
  for (const path of [draft, data, join(draft, passwordFile)]) await chown(path, user.uid, user.gid)
}

const initialise = Effect.fnUntraced(function* (data: string, binaries: Binaries, user: ServerUser | null) {
  const args = [
    `--pgdata=${yield* Effect.promise(() => nameOfCluster(data, user))}`,
    "--username=postgres",
    `--pwfile=../${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // The same order and the same letters on every system.
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions"
  ]
  const said = yield* Effect.callback<string | null>((resume) => {
    const options = { cluster: data, user, stdio: ["ignore", "ignore", "pipe"] as const, detached: false }
    const child = runProgram(binaries.initdb, args, { ...options, stdio: [...options.stdio] })
    let errors = ""
    child.stderr?.on("data", (chunk: Buffer) => (errors += chunk.toString("utf8")))
    child.on("error", (cause) => resume(Effect.succeed(cause.message)))
    child.on("close", (code) => resume(Effect.succeed(code === 0 ? null : errors)))
    return Effect.sync(() => child.kill())
  })
  if (said !== null) {
    return yield* new EmbeddedServerError({
      problem: `The embedded PostgreSQL could not make its data folder: ${said.trim().split("\n").slice(-3).join(" ")}`,
      advice: `Make sure that the disk is not full. ${useDatabaseUrl}`
    })
  }
})

/** Whoever is first gives the name; a folder that is not a cluster is put aside, never deleted. */
const giveName = async (data: string, folder: string): Promise<void> => {
  for (let attempts = 0; attempts < 3; attempts++) {
    try {
      await rename(data, folder)
      return
    } catch (cause) {
      if (await isComplete(folder)) return
      if (attempts === 2) throw cause
      await rename(folder, `${folder}.unfinished-${Date.now()}`)
    }
  }
}

/** Deletes the drafts of processes that ended before their end. */
const sweepDrafts = async (folder: string): Promise<void> => {
  await mkdir(dirname(folder), { recursive: true })
  const prefix = `${basename(folder)}.new-`
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(prefix)) continue
    const draft = join(dirname(folder), name)
    const pid = Number.parseInt(name.slice(prefix.length), 10)
    const inUse = pid === process.pid ? underWay.has(draft) : isAlive(pid)
    if (!inUse) await rm(draft, { recursive: true, force: true })
  }
}
