/** What a Dockerfile makes, made in a folder: for machines without Docker. Knows the instructions that ours has, and refuses others. */
import { execFileSync } from "node:child_process"
import { cpSync, mkdirSync, readFileSync, statSync } from "node:fs"
import { dirname, join, matchesGlob } from "node:path"

interface Instruction {
  readonly name: string
  readonly rest: string
}

export interface Image {
  /** What is `/` in the container. */
  readonly root: string
  readonly workdir: string
  readonly user: string
  readonly variables: Readonly<Record<string, string>>
  readonly entrypoint: ReadonlyArray<string>
  readonly healthcheck: ReadonlyArray<string>
}

const instructionsOf = (text: string): ReadonlyArray<Instruction> =>
  text
    .replaceAll(/^\s*#.*\n/gm, "")
    .replaceAll("\\\n", " ")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => ({ name: line.split(" ")[0] ?? "", rest: line.slice(line.indexOf(" ") + 1).trim() }))

/** The last line that fits a path, or a folder it is in, says whether it is left out. */
const isIgnored = (path: string, lines: ReadonlyArray<string>): boolean => {
  const folders = path.split("/").map((_, at, parts) => parts.slice(0, at + 1).join("/"))
  const last = lines.findLast((line) => folders.some((folder) => matchesGlob(folder, line.replace(/^!/, ""))))
  return last !== undefined && !last.startsWith("!")
}

/** The files that a builder is sent: those of the repository, without what `.dockerignore` names. */
const contextOf = (repository: string): ReadonlyArray<string> => {
  const lines = readFileSync(join(repository, ".dockerignore"), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
  return execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], { cwd: repository })
    .toString()
    .split("\0")
    .filter((path) => path !== "" && !isIgnored(path, lines))
}

const variablesOf = (rest: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...rest.matchAll(/(\w+)=(?:"([^"]*)"|(\S+))/g)].map(([, name = "", a, b]) => [name, a ?? b ?? ""])
  )

export const makeImage = (repository: string, folder: string): Image => {
  const context = contextOf(repository)
  const stages = new Map<string, Image>()
  const bare = { workdir: "/", user: "root", variables: {}, entrypoint: [], healthcheck: [] }
  let image: Image = { root: "", ...bare }

  const copy = (rest: string): void => {
    const [, from, list = ""] = /^(?:--from=(\S+) )?(.*)$/.exec(rest) ?? []
    const words = list.split(/ +/)
    const target = join(image.root, image.workdir, words.at(-1) ?? "")
    for (const source of words.slice(0, -1)) {
      const stage = from === undefined ? undefined : stages.get(from)
      if (stage !== undefined) cpSync(join(stage.root, source), target, { recursive: true, verbatimSymlinks: true })
      else copyFromContext(source, target)
    }
  }

  const copyFromContext = (source: string, target: string): void => {
    const files = context.filter((path) => path === source || path.startsWith(`${source}/`))
    if (files.length === 0) throw new Error(`COPY ${source}: .dockerignore leaves nothing of it`)
    for (const path of files) {
      const place = path === source ? join(target, path) : join(target, path.slice(source.length))
      if (!statSync(join(repository, path), { throwIfNoEntry: false })) continue
      mkdirSync(dirname(place), { recursive: true })
      cpSync(join(repository, path), place)
    }
  }

  const carryOut: Readonly<Record<string, (rest: string) => void>> = {
    FROM: (rest) => {
      const [, base = "", name] = /^(\S+)(?: AS (\S+))?$/.exec(rest) ?? []
      const before = stages.get(base)
      const root = join(folder, String(stages.size))
      mkdirSync(root)
      if (before !== undefined) cpSync(before.root, root, { recursive: true, verbatimSymlinks: true })
      image = { ...(before ?? bare), root }
      stages.set(name ?? "", image)
    },
    WORKDIR: (rest) => {
      image = { ...image, workdir: rest }
      mkdirSync(join(image.root, rest), { recursive: true })
    },
    COPY: copy,
    RUN: (rest) =>
      void execFileSync("sh", ["-c", rest], {
        cwd: join(image.root, image.workdir),
        stdio: ["ignore", "pipe", "pipe"]
      }),
    ENV: (rest) => void (image = { ...image, variables: { ...image.variables, ...variablesOf(rest) } }),
    USER: (rest) => void (image = { ...image, user: rest }),
    ENTRYPOINT: (rest) => void (image = { ...image, entrypoint: JSON.parse(rest) }),
    HEALTHCHECK: (rest) =>
      void (image = { ...image, healthcheck: JSON.parse(rest.slice(rest.indexOf("CMD ") + "CMD ".length)) }),
    CMD: () => {}
  }

  for (const { name, rest } of instructionsOf(readFileSync(join(repository, "Dockerfile"), "utf8"))) {
    const work = carryOut[name]
    if (work === undefined) throw new Error(`the instruction ${name} is not known here`)
    work(rest)
    if (name !== "FROM") for (const [stage, { root }] of stages) if (root === image.root) stages.set(stage, image)
  }
  return image
}
