/** Whether the captain may appeal, and who will rule on it. */
import type { EffectOf } from "../game-effect.ts"
import type { EventOf } from "../game-event.ts"
import type { Verdict } from "../game-state.ts"
import type { Refusal } from "../refusal.ts"
import type { RoundResult } from "../round-result.ts"
import { go, refuse, type Step } from "../step.ts"
import { toAppeal } from "../transitions/vote.ts"
import { playerOf } from "./seats.ts"

export const fileAppeal = (state: Verdict, { atMs, by }: EventOf<"AppealRequested">): Step => {
  const last = state.results.at(-1)
  const given = last?.given ?? null
  if (state.settings.appeals === 0) return refuse(state, by, "appeals off")
  if (by !== state.captain) return refuse(state, by, "captain only")
  if (last === undefined || given === null || last.right) return refuse(state, by, "nothing to appeal")
  const refusal = refusalOf(state, last)
  if (refusal !== null) return refuse(state, by, refusal)
  const { round } = state
  const filed = { _tag: "AppealFiled" as const, round, captain: playerOf(state, state.captain), given }
  return state.settings.appealBy === "table" ? toAppeal(state, filed, atMs) : leftToAdmin(state, last, filed)
}

/** The table is not asked the same question twice. */
const refusalOf = ({ reserves, settings }: Verdict, last: RoundResult): Refusal | null => {
  if (last.appeal !== "none" || reserves.appeals === 0) return "appeal used"
  return last.decidedBy === "table" && settings.appealBy === "table" ? "table decided" : null
}

/** The game goes on, and the appeal stays open until an admin rules. */
const leftToAdmin = (state: Verdict, last: RoundResult, filed: Omit<EffectOf<"AppealFiled">, "endsAtMs">): Step =>
  go(
    {
      ...state,
      reserves: { ...state.reserves, appeals: state.reserves.appeals - 1 },
      results: state.results.with(state.results.length - 1, { ...last, appeal: "open" })
    },
    { ...filed, endsAtMs: null }
  )
