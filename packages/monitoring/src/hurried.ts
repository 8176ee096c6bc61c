/** The same rules where a minute is three seconds: what takes hours to be raised can be seen in a drill. */
import { rulesFiles } from "./rules.ts"

const faster = 20
const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 }

/** `1h30m` → `90s`. */
const hurriedTime = (time: string): string => {
  const parts = [...time.matchAll(/(\d+)([smhd])/g)]
  const all = parts.reduce((sum, [, count, unit]) => sum + Number(count) * (seconds[unit ?? ""] ?? 0), 0)
  return `${Math.round((all * 1_000) / faster)}ms`
}

/** Of an expression only its windows are times that pass: what it compares with stays. */
export const hurriedExpr = (expr: string): string =>
  expr.replace(/\[(\w+)\]/g, (_, time: string) => `[${hurriedTime(time)}]`)

export const hurriedRules = Object.fromEntries(
  Object.entries(rulesFiles).map(([name, { groups }]) => [
    name,
    {
      groups: groups.map((group) => ({
        ...group,
        rules: group.rules.map((rule) => ({ ...rule, expr: hurriedExpr(rule.expr), for: hurriedTime(rule.for) }))
      }))
    }
  ])
)
