/** The program as it was before the newest migration, in a folder: with its packages of then, on what is installed now. */
import { execFileSync } from "node:child_process"
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const repository = fileURLToPath(new URL("../../../../", import.meta.url))
const migrations = "packages/adapter-postgres/migrations"

const git = (...args: ReadonlyArray<string>): string =>
  execFileSync("git", args, { cwd: repository, stdio: ["ignore", "pipe", "ignore"] })
    .toString()
    .trim()

/** Null: this is no repository, or one without its history. */
export const commitBefore = (): string | null => {
  try {
    const newest = git("log", "-1", "--diff-filter=A", "--format=%H", "--", migrations)
    return newest === "" ? null : git("rev-parse", "--verify", `${newest}^`)
  } catch {
    return null
  }
}

export const migrationsAt = (commit: string): ReadonlyArray<string> =>
  git("ls-tree", "--name-only", `${commit}:${migrations}`).split("\n")

/** Answers the file that runs it, with the numbers of the tests for «молния». */
export const programAt = (commit: string, folder: string): string => {
  const archive = execFileSync("git", ["archive", commit, "packages", "package.json"], {
    cwd: repository,
    maxBuffer: 2 ** 30
  })
  execFileSync("tar", ["--extract", "--directory", folder], { input: archive })
  const installed = join(repository, "node_modules")
  mkdirSync(join(folder, "node_modules", "@znatoki"), { recursive: true })
  for (const name of readdirSync(installed)) {
    if (name !== "@znatoki" && !name.startsWith("."))
      symlinkSync(join(installed, name), join(folder, "node_modules", name))
  }
  for (const place of readdirSync(join(folder, "packages"))) {
    const path = join(folder, "packages", place)
    const { name }: { readonly name: string } = JSON.parse(readFileSync(join(path, "package.json"), "utf8"))
    symlinkSync(path, join(folder, "node_modules", name))
    const ofItsOwn = join(repository, "packages", place, "node_modules")
    if (existsSync(ofItsOwn)) symlinkSync(ofItsOwn, join(path, "node_modules"))
  }
  return join(folder, "packages/cli/test/e2e/brisk-bot.ts")
}
