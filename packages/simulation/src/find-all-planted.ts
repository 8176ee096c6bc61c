/** `npm run simulation:planted`: every planted bug must be found within its number of seeds. */
import { spawn } from "node:child_process"
import { availableParallelism } from "node:os"
import { fileURLToPath } from "node:url"
import { type PlantedBug, plantedBugs } from "./planted-bugs.ts"

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url))
const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** What the process with the bug says: the seed that failed and its first broken promise, or nothing. */
const find = ({ name, seeds }: PlantedBug): Promise<string> =>
  new Promise((resolve, reject) => {
    const args = ["--import", here("plant.ts"), here("find-planted.ts"), String(seeds)]
    const env = { ...process.env, ZNATOKI_PLANTED_BUG: name }
    const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit"] })
    let said = ""
    child.stdout.on("data", (some) => (said += String(some)))
    child.on("error", reject)
    child.on("close", (code) => (code === 0 ? resolve(said) : reject(new Error(`«${name}»: exit code ${code}`))))
  })

const left = [...plantedBugs]
const missed: Array<string> = []

const findSome = async (): Promise<void> => {
  for (let bug = left.shift(); bug !== undefined; bug = left.shift()) {
    const found = await find(bug)
    if (found === "") missed.push(bug.is)
    say(
      `${found === "" ? "NOT FOUND" : "found"} within ${bug.seeds} seeds: ${bug.is}${found === "" ? "" : `\n  ${found}`}`
    )
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, findSome))
say(`\n${plantedBugs.length - missed.length} of ${plantedBugs.length} planted bugs found`)
process.exitCode = missed.length === 0 ? 0 : 1
