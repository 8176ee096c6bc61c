/** What this machine does to anybody's timers while something is measured: a process that does nothing but wait. */
import { spawn } from "node:child_process"

const program = `
  const late = []
  let due = Date.now() + 5
  const tick = () => {
    const now = performance.timeOrigin + performance.now()
    late.push(now - due)
    due = Date.now() + 5
    setTimeout(tick, 5)
  }
  setTimeout(tick, 5)
  process.on("SIGTERM", () => process.stdout.write(JSON.stringify(late), () => process.exit(0)))
`

/** Begins to wait; what is returned ends it and tells how late each timer was. */
export const bareTimer = (): (() => Promise<ReadonlyArray<number>>) => {
  const child = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] })
  let text = ""
  child.stdout.setEncoding("utf8").on("data", (part: string) => (text += part))
  return () =>
    new Promise((resolve) => {
      child.on("close", () => resolve(JSON.parse(text)))
      child.kill("SIGTERM")
    })
}
