/** A database on a disk of its own, so small that a test can fill it. */
import { Redacted } from "effect"
import { execFileSync } from "node:child_process"
import { appendFileSync, chownSync, existsSync, mkdtempSync, rmSync, rmdirSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { serverPoolOf, type Sql } from "../database/pool.ts"

export interface TinyDisk {
  /** Until not a block is left. */
  readonly fill: () => void
  readonly free: () => void
  /** The database goes with it. */
  readonly close: () => Promise<void>
}

const size = "64m"

/** Why there can be none here: a disk is mounted by root, and for a server of this machine; null: there can. */
export const noTinyDisk = process.getuid?.() !== 0 || process.platform !== "linux" ? "only root can mount a disk" : null

/** Moves the database, which nobody may be connected to. Null: its server is none of this machine. */
export const moveToTinyDisk = async (url: string): Promise<TinyDisk | null> => {
  const name = new URL(url).pathname.slice(1)
  const server = new URL(url)
  server.pathname = "/postgres"
  const sql = serverPoolOf(Redacted.make(server.href))
  const data = await dataFolderOf(sql)
  if (data === null) {
    await sql.end()
    return null
  }
  const folder = mkdtempSync(join(tmpdir(), "znatoki-disk-"))
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder])
  const { gid, uid } = statSync(data)
  chownSync(folder, uid, gid)
  const space = basename(folder).toLowerCase()
  await sql.unsafe(`create tablespace "${space}" location '${folder}'`)
  await sql`alter database ${sql(name)} set tablespace ${sql(space)}`
  const filler = join(folder, "filler")
  return {
    fill: () => {
      for (const block of [65_536, 4_096]) fillWith(filler, Buffer.alloc(block))
    },
    free: () => rmSync(filler, { force: true }),
    close: async () => {
      await sql`drop database if exists ${sql(name)} with (force)`
      await sql`drop tablespace ${sql(space)}`
      await sql.end()
      execFileSync("umount", ["--lazy", folder])
      rmdirSync(folder)
    }
  }
}

const dataFolderOf = async (sql: Sql): Promise<string | null> => {
  const [row] = await sql<
    ReadonlyArray<{ readonly folder: string }>
  >`select current_setting('data_directory') as folder`
  return row !== undefined && existsSync(join(row.folder, "PG_VERSION")) ? row.folder : null
}

const fillWith = (file: string, block: Buffer): void => {
  try {
    for (;;) appendFileSync(file, block)
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "ENOSPC")) throw cause
  }
}
