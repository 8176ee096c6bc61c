/**
 * The bot of `znatoki bot`, that kills itself at the point `DIE_AT` names, as nobody from outside could time it. No part
 * of the product.
 */
import * as NodeRuntime from "@effect/platform-node-shared/NodeRuntime"
import { presets } from "@znatoki/engine"
import { StoreUnavailable } from "@znatoki/ports/store-error"
import { Dice } from "@znatoki/ports/dice"
import { brisk } from "@znatoki/kernel/testing/brisk-settings"
import { type AnyEffect, aroundCalls } from "@znatoki/kernel/testing/around-calls"
import { type Context, Effect, Layer } from "effect"
import { botKernel, outside, ownStores, playOn, vkOf } from "../../src/compose/bot.ts"
import { openDatabase } from "../../src/compose/database.ts"
import { readEnvironment } from "../../src/config/environment.ts"
import { logAt } from "../../src/logging.ts"
import { type PortName, ports, readDeath } from "./points.ts"

Object.assign(presets.lightning, brisk)

const death = readDeath(process.env["DIE_AT"] ?? "")
const isThere = (port: PortName, method: string): boolean => death?.point === `${port}.${method}`

const die = (): void => void process.kill(process.pid, "SIGKILL")

let begun = 0
const begin = (): number => {
  if (++begun === death?.call && death.when === "before") die()
  return begun
}
const end = (call: number): void => {
  if (call === death?.call && death.when === "after") die()
}

/** What was asked of each point in this life, and how much of it was answered: told where a death is waited for in vain. */
const asked = new Map<string, { begun: number; answered: number }>()
const counted = (point: string, effect: AnyEffect): AnyEffect =>
  Effect.suspend(() => {
    const count = asked.get(point) ?? { begun: 0, answered: 0 }
    asked.set(point, count)
    count.begun++
    return Effect.tap(effect, () => Effect.sync(() => count.answered++))
  })
process.on("SIGUSR2", () => {
  for (const [point, { answered, begun }] of asked)
    process.stderr.write(`${point}: ${begun} asked, ${answered} answered\n`)
})

const mortal = (effect: AnyEffect): AnyEffect =>
  Effect.suspend(() => {
    const call = begin()
    return Effect.tap(effect, () => Effect.sync(() => end(call)))
  })

/** Only those ask what was applied who did not hear what became of a commit. */
let isAnswerLost = death?.point !== "GameStore.applied"
const losingOneAnswer = (effect: AnyEffect): AnyEffect =>
  Effect.suspend(() => {
    if (isAnswerLost) return effect
    isAnswerLost = true
    return Effect.andThen(effect, Effect.fail(new StoreUnavailable({ operation: "commit", cause: "planted" })))
  })

const mortalPort = <Name extends PortName, I, S extends object>(name: Name, port: Context.Service<I, S>) =>
  Layer.effect(
    port,
    Effect.map(port, (service) =>
      aroundCalls(service, ({ method }, call) => {
        const effect = counted(`${name}.${method}`, call)
        if (isThere(name, method)) return mortal(effect)
        return name === "GameStore" && method === "commit" ? losingOneAnswer(effect) : effect
      })
    )
  )

const mortalDice = Layer.effect(
  Dice,
  Effect.map(Dice, ({ roll }) => ({
    roll: () => {
      const call = isThere("Dice", "roll") ? begin() : 0
      const seed = roll()
      end(call)
      return seed
    }
  }))
)

const mortalStores = Layer.mergeAll(
  mortalPort("CursorStore", ports.CursorStore),
  mortalPort("GameStore", ports.GameStore),
  mortalPort("Heartbeat", ports.Heartbeat),
  mortalPort("Outbox", ports.Outbox),
  mortalPort("QuestionBank", ports.QuestionBank)
)

const mortalOutside = Layer.mergeAll(
  mortalPort("Inbox", ports.Inbox),
  mortalPort("Messenger", ports.Messenger),
  mortalDice
)

const program = Effect.gen(function* () {
  const environment = yield* readEnvironment(process.env)
  const { preset, vkApiUrl: apiUrl, vkGroupId: groupId, vkToken: token } = environment
  if (token === null) return yield* Effect.die("VK_TOKEN is not set")
  const { context } = yield* openDatabase(environment)
  const mortals = botKernel(preset).pipe(
    Layer.provideMerge(mortalOutside),
    Layer.provideMerge(outside),
    Layer.provideMerge(mortalStores),
    Layer.provideMerge(ownStores),
    Layer.provideMerge(vkOf({ token, groupId, apiUrl, preset, callback: null }))
  )
  return yield* playOn.pipe(
    Effect.provide(mortals),
    Effect.provide(context),
    Effect.provide(logAt(environment.logLevel ?? "info"))
  )
})

program.pipe(Effect.scoped, NodeRuntime.runMain)
