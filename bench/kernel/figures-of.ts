/** What a script finds out in a process of its own: it prints its figures as JSON. */
import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"

export const figuresOf = <A>(
  script: URL,
  args: ReadonlyArray<string> = [],
  flags: ReadonlyArray<string> = []
): Promise<A> =>
  new Promise((resolve, reject) => {
    const file = fileURLToPath(script)
    const child = spawn(process.execPath, [...flags, file, ...args], { stdio: ["ignore", "pipe", "inherit"] })
    let said = ""
    child.stdout.on("data", (some) => (said += String(some)))
    child.on("error", reject)
    child.on("close", (code) =>
      code === 0 ? resolve(JSON.parse(said) as A) : reject(new Error(`${file}: exit code ${code}`))
    )
  })
