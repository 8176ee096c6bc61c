/** A service whose every call goes through somebody's hands: methods that give an effect, and effects themselves. */
import { Effect } from "effect"

export interface PortCall {
  readonly method: string
  readonly args: ReadonlyArray<unknown>
}

export type AnyEffect = Effect.Effect<unknown, unknown, unknown>

export const aroundCalls = <S extends object>(
  service: S,
  around: (call: PortCall, effect: AnyEffect) => AnyEffect
): S =>
  new Proxy(service, {
    get: (target, key) => {
      const method = String(key)
      const member: unknown = Reflect.get(target, key)
      if (Effect.isEffect(member)) return around({ method, args: [] }, member)
      if (typeof member !== "function") return member
      return (...args: ReadonlyArray<unknown>) => {
        const result: unknown = Reflect.apply(member, target, args)
        return Effect.isEffect(result) ? around({ method, args }, result) : result
      }
    }
  })
