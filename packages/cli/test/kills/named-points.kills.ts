/** The bot dies at every named point of its path, before the call and after it, and nobody in the chats can tell. */
import type { GameEffect } from "@znatoki/engine"
import { expect, it } from "vitest"
import { expectGivenBack, type Outage, whileDead } from "../e2e/outage.ts"
import { pause, until } from "../e2e/until.ts"
import { describeWorld, type World } from "../e2e/world.ts"
import { fileURLToPath } from "node:url"
import type { Rng } from "../../src/play/rng.ts"
import { type Company, gather } from "./company.ts"
import { KillCount, SIGKILL } from "./kill-count.ts"
import { type Death, points, sayDeath, type When } from "./points.ts"
import { shuffled, withSeed } from "./seed.ts"

/** How often each point is died at, before and after. */
const timesEach = Number(process.env["KILLS_TIMES"] ?? 4)
const patienceMs = 60_000
/** For a bot that does not die, to tell what it was asked. */
const tellingMs = 1_000

const whens: ReadonlyArray<When> = ["before", "after"]

/** Everything once at the first call of a life, then at any. */
const deathsOf = (rng: Rng): ReadonlyArray<Death> =>
  Array.from({ length: timesEach }, (_, time) =>
    shuffled(
      [...points].flatMap(([point, { calls }]) =>
        whens.map((when): Death => ({ point, when, call: time === 0 ? 1 : rng.between(1, calls) }))
      ),
      rng
    )
  ).flat()

/** Whether the life that goes on came to it in time. */
const diesAt = async ({ bot }: World, death: Death, forMs: number): Promise<boolean> => {
  const ended = await bot.dies(forMs)
  if (ended === undefined) return false
  if (ended.signal !== "SIGKILL") throw new Error(`it ended by itself on the way to ${sayDeath(death)}\n${bot.log()}`)
  return true
}

/** What the games of one scenario have to contain, so that no rule was spared. */
const wanted: ReadonlyArray<GameEffect["_tag"]> = [
  "WheelSpun",
  "BlitzGoesOn",
  "ClubHelpAsked",
  "ExtraMinuteSpent",
  "VoteOpened",
  "VoteClosed",
  "AppealFiled",
  "AppealRuled",
  "GamePaused",
  "GameResumed",
  "RoundJudged",
  "TimeGivenBack"
]

/**
 * Where something waits to be said in every conversation the start finds it all, and nothing has to be looked for. A life that
 * does not die goes before, until some have said everything.
 */
const someQuiet = 4
const liveUntilQuiet = async (world: World): Promise<Outage> => {
  const outage = await whileDead(world, 0)
  await until("some conversations have said everything", async () => {
    const quiet = await world.sql`
      select from conversations c
      where not exists (select from outbox o where o.conversation = c.conversation and o.dead_reason is null)`
    return quiet.length >= someQuiet
  })
  await world.bot.kill()
  return outage
}

/** Even so the start may find everything, if these speak before it has looked: then another life is lived. */
const looksMax = 12
const lookMs = 5_000
const dieLooking = async (world: World, death: Death): Promise<ReadonlyArray<Outage>> => {
  const outages: Array<Outage> = []
  for (let look = 1; look <= looksMax; look++) {
    outages.push(await liveUntilQuiet(world), await whileDead(world, 0, { DIE_AT: sayDeath(death) }))
    if (await diesAt(world, death, lookMs)) return outages
    await world.bot.kill()
  }
  throw new Error(`${world.bot.log()}\nnone of ${looksMax} lives came to ${sayDeath(death)}`)
}

const dieAt = async (world: World, death: Death): Promise<ReadonlyArray<Outage>> => {
  if (death.point === "Outbox.pendingOf") return dieLooking(world, death)
  const outage = await whileDead(world, 0, { DIE_AT: sayDeath(death) })
  if (await diesAt(world, death, patienceMs)) return [outage]
  world.bot.send("SIGUSR2")
  await pause(tellingMs)
  throw new Error(`${world.bot.log()}\nno life came to ${sayDeath(death)}`)
}

/** One life for each. What fails later is to be found by these times. */
const dieOneByOne = async (world: World, deaths: ReadonlyArray<Death>, kills: KillCount, company: Company) => {
  await world.bot.kill()
  const outages: Array<Outage> = []
  const times: Array<string> = []
  for (const death of deaths) {
    outages.push(...(await dieAt(world, death)))
    times.push(`${new Date().toISOString()} ${sayDeath(death)}`)
    kills.add(`${SIGKILL} ${death.when} ${death.point}`)
  }
  outages.push(await whileDead(world, 0))
  await world.bot.listens()
  await company.have(wanted)
  return { outages, times }
}

const withTimes = (times: ReadonlyArray<string>, error: unknown): Error =>
  new Error(`${error instanceof Error ? error.message : String(error)}\nit died at\n${times.join("\n")}`, {
    cause: error
  })

describeWorld(
  "a bot that dies at every point of its path",
  (world) => {
    it("loses nothing, says nothing twice and counts no point twice", { timeout: 1_200_000 }, (test) =>
      withSeed(async (rng) => {
        const kills = new KillCount()
        const company = await gather(world(), { lightning: 6, full: 6, restless: true }, rng)
        const { outages, times } = await company.during(dieOneByOne(world(), deathsOf(rng), kills, company))
        try {
          for (const [room, { givenBack }] of await company.judge()) expectGivenBack(room, outages, givenBack)
          expect(world().bot.logged("ERROR")).toEqual([])
        } catch (error) {
          throw withTimes(times, error)
        }
        for (const point of points.keys()) {
          for (const when of whens) expect(kills.of(`${SIGKILL} ${when} ${point}`), `${when} ${point}`).toBe(timesEach)
        }
        kills.tell(test)
      })
    )
  },
  { botFile: fileURLToPath(new URL("mortal-bot.ts", import.meta.url)) }
)
