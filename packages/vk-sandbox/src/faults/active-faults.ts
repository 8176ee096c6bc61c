/** Which of the planned faults strikes now. */
import type { FaultPlan, FaultRule, PollFault } from "./fault-plan.ts"
import { makeDice } from "./seeded-dice.ts"

/** Asked only where a rule names a method: a script has to be read to tell. */
type Methods = () => ReadonlyArray<string>

/** One call, and the conversations it is about. */
export interface FaultyCall {
  readonly method: string
  readonly peers: ReadonlyArray<number>
}

export interface ActiveFaults {
  readonly plan: FaultPlan
  readonly latencyMs: number
  /** The error this call must answer with. */
  readonly error: (call: FaultyCall) => number | undefined
  /** Whether this call is never answered. */
  readonly hang: (call: FaultyCall) => boolean
  readonly cut: (methods: Methods) => boolean
  readonly loseAnswer: (methods: Methods) => boolean
  readonly http500: (methods: Methods) => boolean
  /** What Long Poll says instead of its answer. */
  readonly poll: () => PollFault | undefined
  readonly duplicate: () => boolean
  readonly reorder: () => boolean
  /** Whether an event of this type never comes. */
  readonly loseEvent: (type: string) => boolean
}

const rateOf = (chance: boolean | number | undefined): number => Number(chance ?? 0)

const concerns = ({ method = "*", peer }: FaultRule, methods: Methods, peers: ReadonlyArray<number>): boolean =>
  (peer === undefined || peers.includes(peer)) && (method === "*" || methods().includes(method))

export const activate = (plan: FaultPlan): ActiveFaults => {
  const dice = makeDice(plan.seed ?? 1)
  const left = new Map<object, number>()

  const strikes = (rule: FaultRule | undefined, methods: Methods, peers: ReadonlyArray<number> = []): boolean => {
    if (rule === undefined || !concerns(rule, methods, peers)) return false
    const times = left.get(rule) ?? rule.times ?? Infinity
    if (times <= 0 || !dice.hits(rule.rate ?? 1)) return false
    left.set(rule, times - 1)
    return true
  }

  return {
    plan,
    latencyMs: plan.latencyMs ?? 0,
    error: ({ method, peers }) => plan.errors?.find((rule) => strikes(rule, () => [method], peers))?.code,
    hang: ({ method, peers }) => plan.hangs?.some((rule) => strikes(rule, () => [method], peers)) === true,
    cut: (methods) => strikes(plan.cutConnections, methods),
    loseAnswer: (methods) => strikes(plan.loseAnswers, methods),
    http500: (methods) => strikes(plan.http500, methods),
    poll: () => (strikes(plan.longPoll, () => []) ? plan.longPoll?.says : undefined),
    duplicate: () => dice.hits(rateOf(plan.duplicateEvents)),
    reorder: () => dice.hits(rateOf(plan.reorder)),
    loseEvent: (type) => {
      const rule = plan.loseEvents
      return rule !== undefined && (rule.type ?? type) === type && strikes(rule, () => [])
    }
  }
}
