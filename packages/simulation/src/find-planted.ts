/** Runs seeds in a process with a planted bug until one fails: prints the seed, or nothing. */
import { runSeed } from "./run-seed.ts"

const seedsMax = Number(process.argv[2])
for (let seed = 1; seed <= seedsMax; seed++) {
  const { wrongs } = runSeed(seed)
  if (wrongs.length === 0) continue
  process.stdout.write(JSON.stringify({ seed, wrong: wrongs[0] }))
  break
}
