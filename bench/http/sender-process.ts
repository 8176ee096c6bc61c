/** A sender as a process of its own: sends as much as it may for the time it is told, and says how many messages arrived. */
import { setTimeout as sleep } from "node:timers/promises"
import type { SenderJob } from "./sender-rows.ts"

const [file = "", name = "", job = "{}"] = process.argv.slice(2)
const senders: Readonly<Record<string, (job: SenderJob) => Promise<unknown>>> = await import(file)
const send = senders[name]
if (send === undefined) throw new Error(`${file} has no ${name}`)
const told: SenderJob = JSON.parse(job)
// What is under way when the time is over does not count.
await Promise.race([send(told), sleep(told.seconds * 1_000)])
process.exit(0)
