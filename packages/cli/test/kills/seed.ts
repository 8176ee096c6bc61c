/** One number from which a scenario's choices follow; `KILLS_SEED` makes them again. When things happen does not follow. */
import { makeRng, type Rng } from "../../src/play/rng.ts"

export interface Seeded extends Rng {
  readonly seed: number
}

export const seeded = (): Seeded => {
  const seed = Number(process.env["KILLS_SEED"] ?? Math.floor(Math.random() * 2 ** 31))
  return { seed, ...makeRng(seed) }
}

/** What fails tells its seed. */
export const withSeed = async <A>(work: (rng: Seeded) => Promise<A>): Promise<A> => {
  const rng = seeded()
  try {
    return await work(rng)
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error)
    throw new Error(`${told}\nKILLS_SEED=${rng.seed}`, { cause: error })
  }
}

export const shuffled = <A>(things: ReadonlyArray<A>, { between }: Rng): ReadonlyArray<A> => {
  const all = [...things]
  for (let i = all.length - 1; i > 0; i--) {
    const other = between(0, i)
    const [one, two] = [all[i], all[other]]
    if (one !== undefined && two !== undefined) [all[i], all[other]] = [two, one]
  }
  return all
}
