/** Stores that fail by a rule: before a call took effect, or after it, when only the answer is lost or late. */
import { StoreBroken, type StoreError, StoreUnavailable } from "@znatoki/ports/store-error"
import { Effect } from "effect"
import { aroundCalls, type PortCall } from "./around-calls.ts"

export type Fault =
  | { readonly when: "before" | "after"; readonly error: StoreError }
  /** It fails, and takes effect all the same some time after. */
  | { readonly when: "late"; readonly ms: number; readonly error: StoreError }
  /** It takes effect at once, and the answer takes its time. */
  | { readonly when: "slow"; readonly ms: number }

/** Asked at every call of a store; null: it goes well. */
export type Faults = (call: PortCall) => Fault | null

const nobodyThere = new StoreUnavailable({ operation: "planted", cause: "nobody there" })

export const unavailable = (when: "before" | "after" = "before"): Fault => ({ when, error: nobodyThere })

export const doneLate = (ms: number): Fault => ({ when: "late", ms, error: nobodyThere })

export const broken: Fault = {
  when: "before",
  error: new StoreBroken({ operation: "planted", problem: "makes no sense" })
}

export const faulty = <S extends object>(service: S, faults: Faults): S =>
  aroundCalls(service, (call, effect) =>
    Effect.suspend(() => {
      const fault = faults(call)
      if (fault === null) return effect
      if (fault.when === "slow") return Effect.tap(effect, () => Effect.sleep(fault.ms))
      if (fault.when === "late") {
        return Effect.delay(effect, fault.ms).pipe(Effect.forkDetach, Effect.andThen(Effect.fail(fault.error)))
      }
      return fault.when === "before" ? Effect.fail(fault.error) : Effect.andThen(effect, Effect.fail(fault.error))
    })
  )
