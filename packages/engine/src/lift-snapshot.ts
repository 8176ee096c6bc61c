/** How a state that an older version of the rules wrote becomes one of today. */

/** Makes a state of version n + 1 of one of version n. Gets what was read, before it is validated; never throws. */
export type Lift = (older: unknown) => unknown

/** `lifts[n]` takes version n to n + 1. */
export type Lifts = { readonly [version: number]: Lift }

/** Null if there is no way from `version` to `current`. */
export const liftSnapshot = (
  lifts: Lifts,
  current: number,
  version: number,
  state: unknown
): { readonly lifted: unknown } | null => {
  if (version === current) return { lifted: state }
  const lift = lifts[version]
  return version > current || lift === undefined ? null : liftSnapshot(lifts, current, version + 1, lift(state))
}
