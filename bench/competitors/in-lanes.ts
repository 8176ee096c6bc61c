/** Steps by so many at once, in their order. */
import type { Step } from "../kernel/competitor.ts"

export const inLanes = async (
  steps: ReadonlyArray<Step>,
  lanes: number,
  work: (step: Step) => Promise<unknown>
): Promise<void> => {
  let next = 0
  const lane = async (): Promise<void> => {
    for (let step = steps[next++]; step !== undefined; step = steps[next++]) await work(step)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
