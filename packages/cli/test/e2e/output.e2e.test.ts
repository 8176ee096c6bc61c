/** What is printed, and cannot be. */
import { spawn, spawnSync } from "node:child_process"
import { existsSync, openSync } from "node:fs"
import { text } from "node:stream/consumers"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"

const program = fileURLToPath(new URL("../../src/main.ts", import.meta.url))
const whole = ["play", "--auto", "--seed", "1", "--preset", "lightning", "--json"]

/** A device on which there is no room. */
const full = "/dev/full"

it.skipIf(!existsSync(full))("that finds no room is told, and is no success", () => {
  const stdio = ["ignore", openSync(full, "w"), "pipe"] as const
  const { status, stderr } = spawnSync(process.execPath, [program, ...whole], { stdio: [...stdio], encoding: "utf8" })
  expect(status).toBe(1)
  expect(stderr).toMatch(/^What was to be printed could not be written: ENOSPC.*\n$/)
})

it("that nobody wants more of ends quietly", async () => {
  const run = spawn(process.execPath, [program, ...whole], { stdio: ["ignore", "pipe", "pipe"] })
  run.stdout.once("data", () => run.stdout.destroy())
  const told = text(run.stderr)
  expect(await new Promise((resolve) => run.once("exit", resolve))).toBe(0)
  expect(await told).toBe("")
})
