/** `npm run simulation`: many seeds, or one of them shown line by line. */
import { parseArgs } from "node:util"
import { runSeed } from "./run-seed.ts"
import { runSeeds } from "./run-seeds.ts"
import { faultKinds } from "./trouble.ts"

const usage = `Simulates whole worlds around the real bot, each decided by its seed.

  npm run simulation                         ten million events, from seed 1 on
  npm run simulation -- --seed 42            one seed, with its trace
  npm run simulation -- --from 1 --to 500    these seeds
  npm run simulation -- --events 1000000     until so much has happened
  npm run simulation -- --seconds 300        until then, or for so long
`

const say = (text: string): void => void process.stdout.write(`${text}\n`)

const wholeNumber = (name: string, text: string): number => {
  const number = Number(text)
  if (Number.isSafeInteger(number) && number >= 0) return number
  process.stderr.write(`--${name} must be a whole number, not «${text}».\n\n${usage}`)
  process.exit(2)
}

const options = {
  seed: { type: "string" },
  from: { type: "string", default: "1" },
  to: { type: "string" },
  events: { type: "string", default: "10000000" },
  seconds: { type: "string" },
  help: { type: "boolean", default: false }
} as const

const readArguments = () => {
  try {
    return parseArgs({ options }).values
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    return process.exit(2)
  }
}

const showSeed = (seed: number): boolean => {
  const { hash, wrongs } = runSeed(seed, { show: say })
  say(`seed ${seed}: trace ${hash}, ${wrongs.length === 0 ? "every promise held" : `${wrongs.length} broken promises`}`)
  return wrongs.length === 0
}

/** Two runs of a seed are the same run, or a failing seed would be of no use. */
const isSameAgain = (seed: number): boolean => runSeed(seed).hash === runSeed(seed).hash

const million = 1_000_000

interface Extent {
  readonly from: number
  readonly to: number | null
  readonly wanted: number
  readonly seconds: number | null
}

const showSeeds = async ({ from, seconds: most, to, wanted }: Extent): Promise<boolean> => {
  const startedMs = performance.now()
  const { events, failed, hash, tally } = await runSeeds({
    from,
    to: to ?? Infinity,
    events: to === null ? wanted : null,
    seconds: most,
    failuresMax: 10
  })
  for (const [what, times] of tally.entries) say(`${String(times).padStart(12)}  ${what}`)
  for (const { seed, wrongs } of failed) {
    say(`\nseed ${seed} broke ${wrongs.length} promises; npm run simulation -- --seed ${seed} shows its trace`)
    for (const wrong of wrongs.slice(0, 5)) say(`  ${wrong}`)
  }
  // A kind of trouble that never came proves nothing; few seeds need not have all of them.
  const missing = to === null && events >= million ? faultKinds.filter((kind) => tally.of(kind) === 0) : []
  for (const kind of missing) say(`\nnever happened: ${kind}`)
  const isSame = isSameAgain(from)
  if (!isSame) say(`\nseed ${from} gave two different traces`)
  const seconds = (performance.now() - startedMs) / 1_000
  say(
    `\n${(events / million).toFixed(2)} million simulated events, ${tally.of("seeds")} seeds from ${from} on, ` +
      `${failed.length} failed, ${seconds.toFixed(0)} s, traces ${hash}`
  )
  return failed.length === 0 && missing.length === 0 && isSame
}

const values = readArguments()
if (values.help) say(usage)
else {
  const ok =
    values.seed === undefined
      ? await showSeeds({
          from: wholeNumber("from", values.from),
          to: values.to === undefined ? null : wholeNumber("to", values.to),
          wanted: wholeNumber("events", values.events),
          seconds: values.seconds === undefined ? null : wholeNumber("seconds", values.seconds)
        })
      : showSeed(wholeNumber("seed", values.seed))
  process.exitCode = ok ? 0 : 1
}
