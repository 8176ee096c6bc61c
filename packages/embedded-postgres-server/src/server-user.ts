/** As whom the embedded server runs: PostgreSQL refuses to run as root. */
import { execFile } from "node:child_process"
import { stat } from "node:fs/promises"
import { dirname, resolve } from "node:path"
import { promisify } from "node:util"
import { Effect } from "effect"
import { EmbeddedServerError, useDatabaseUrl } from "./embedded-server-error.ts"

export interface ServerUser {
  readonly uid: number
  readonly gid: number
}

const run = promisify(execFile)

/** Null: as whoever runs this process. `cluster`: the data folder, whose owner goes on being the server's user. */
export const findServerUser = Effect.fnUntraced(function* (cluster: string) {
  if (process.getuid?.() !== 0) return null
  const owner = yield* Effect.promise(() => stat(cluster).catch(() => null))
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return yield* Effect.tryPromise({
    try: async () => (await userNamed("postgres")) ?? (await newUser()) ?? (await userNamed("nobody")),
    catch: () => null
  }).pipe(
    Effect.catch(() => Effect.succeed(null)),
    Effect.flatMap((user) =>
      user === null
        ? Effect.fail(
            new EmbeddedServerError({
              problem: "The embedded PostgreSQL cannot run as root, and there is no other user to run it as.",
              advice: `Create a user named postgres, or start the program as a normal user. ${useDatabaseUrl}`
            })
          )
        : Effect.succeed(user)
    )
  )
})

const userNamed = async (name: string): Promise<ServerUser | null> => {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return null
  }
}

const newUser = async (): Promise<ServerUser | null> => {
  await run("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]).catch(() => null)
  return userNamed("postgres")
}

/** Whether the user may pass through every folder on the way. */
export const canReach = async (user: ServerUser, path: string): Promise<boolean> => {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const { gid, mode, uid } = await stat(folder)
    const passage = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if ((mode & passage) === 0) return false
    if (folder === dirname(folder)) return true
  }
}
