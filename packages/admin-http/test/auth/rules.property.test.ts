/** What the rules of sign-in promise for ever, in whatever order things happen. */
import { beforeFirst, brokenAt, hashOf } from "@znatoki/ports/audit-chain"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { take } from "../../src/auth/gcra.ts"
import { flawOf } from "../../src/auth/password-rules.ts"
import { mayDo } from "../../src/auth/role.ts"
import { isFromOurPage } from "../../src/auth/same-origin.ts"
import { idOfToken, isSame, makeToken, sha256 } from "../../src/auth/secret.ts"
import { absoluteMs, idleMs, lives, seenNow, timesOfNew } from "../../src/auth/session-rules.ts"

const limit = fc.record({ everyMs: fc.integer({ min: 1, max: 1_000 }), burst: fc.integer({ min: 1, max: 20 }) })
const waits = fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 200 })

describe("how often one may", () => {
  it("in any span no more than the burst and one for every while of it", () => {
    fc.assert(
      fc.property(limit, waits, (limit, gaps) => {
        let [nowMs, dueMs] = [0, null as number | null]
        const taken: Array<number> = []
        for (const gap of gaps) {
          nowMs += gap
          const step = take(limit, dueMs, nowMs)
          dueMs = step.dueMs
          if (step.waitMs === null) taken.push(nowMs)
        }
        for (const [i, from] of taken.entries()) {
          for (const [j, to] of taken.slice(i).entries())
            expect(j + 1).toBeLessThanOrEqual(limit.burst + Math.floor((to - from) / limit.everyMs))
        }
      })
    )
  })

  it("whoever waits as long as told may, and not a moment before; whoever rests has the whole burst again", () => {
    fc.assert(
      fc.property(limit, fc.integer({ min: 0, max: 30 }), (limit, before) => {
        let dueMs: number | null = null
        for (let n = 0; n < before; n++) dueMs = take(limit, dueMs, 0).dueMs
        const { waitMs } = take(limit, dueMs, 0)
        if (waitMs !== null) {
          expect(take(limit, dueMs, waitMs).waitMs).toBeNull()
          expect(take(limit, dueMs, waitMs - 1).waitMs).toBe(1)
        }
        const rested = limit.burst * limit.everyMs
        let later: number | null = dueMs
        for (let n = 0; n < limit.burst; n++) {
          const step = take(limit, later, rested)
          expect(step.waitMs).toBeNull()
          later = step.dueMs
        }
        expect(take(limit, later, rested).waitMs).not.toBeNull()
      })
    )
  })
})

describe("a session", () => {
  it("lives while it is used, never longer than its days, and is not written down more than once a minute", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 * idleMs }), { maxLength: 40 }), (gaps) => {
        let [nowMs, usedMs] = [1_000, 1_000]
        const session = timesOfNew(nowMs)
        for (const gap of gaps) {
          nowMs += gap
          const alive = lives(session, nowMs)
          if (nowMs - 1_000 >= absoluteMs || nowMs - usedMs >= idleMs) expect(alive).toBe(false)
          // That it is used is known to the minute.
          else if (nowMs - usedMs < idleMs - 60_000) expect(alive).toBe(true)
          if (!alive) return
          usedMs = nowMs
          const seen = seenNow(session, nowMs)
          expect(seen === null).toBe(nowMs - session.seenAtMs < 60_000)
          Object.assign(session, seen)
        }
      })
    )
    // By chance nobody comes again and again for a week.
    const session = timesOfNew(0)
    for (let nowMs = 0; nowMs < absoluteMs; nowMs += 3_600_000) {
      expect(lives(session, nowMs)).toBe(true)
      Object.assign(session, seenNow(session, nowMs))
    }
    expect(lives(session, absoluteMs)).toBe(false)
  })
})

describe("a request of a browser", () => {
  const host = "desk.example:8480"
  it.each([
    ["GET", undefined, undefined, true],
    ["HEAD", "https://evil.example", "cross-site", true],
    ["POST", undefined, undefined, false],
    ["POST", undefined, "same-origin", false],
    ["POST", "https://desk.example:8480", undefined, true],
    ["POST", "https://desk.example:8480", "same-origin", true],
    ["POST", "https://desk.example:8480", "same-site", false],
    ["POST", "https://desk.example:8480", "cross-site", false],
    ["DELETE", "https://desk.example:8480", "none", false],
    ["PATCH", "https://desk.example", "same-origin", false],
    ["PUT", "https://desk.example:8480.evil.example", "same-origin", false],
    ["POST", "null", undefined, false],
    ["POST", "https://evil.example/desk.example:8480", undefined, false]
  ] as const)("%s from %s (%s) is of a page of ours: %s", (method, origin, fetchSite, is) => {
    expect(isFromOurPage({ method, host, origin, fetchSite })).toBe(is)
  })
})

describe("a password", () => {
  it.each([
    "коротко",
    "qwertyuiop12",
    "йцукенгшщзхъ",
    "123456789012",
    "aaaaaaaaaaaaaaaaa",
    "abababababab",
    "анна-анна-анна",
    "Анна любит кошек",
    "x".repeat(300)
  ])("«%s» of Анна is refused", (password) => expect(flawOf(password, "анна")).not.toBeNull())

  it.each(["несколько слов подряд", "correct horse battery", "Tr0ub4dor&3xyz", "кошка-йцу-собака"])(
    "«%s» is taken",
    (password) => expect(flawOf(password, "анна")).toBeNull()
  )
})

describe("roles", () => {
  it("whoever may more may what those below may", () => {
    const roles = ["viewer", "editor", "owner"] as const
    const table = roles.map((role) => ["anyone", ...roles].map((needed) => mayDo(role, needed as "anyone")))
    expect(table).toEqual([
      [true, true, false, false],
      [true, true, true, false],
      [true, true, true, true]
    ])
  })
})

describe("a token", () => {
  it("is known by its beginning, and nothing else looks like one", () => {
    const { id, text } = makeToken()
    expect(idOfToken(text)).toBe(id)
    expect([`${text}x`, text.slice(1), id, text.toUpperCase(), "", "zn_"].map(idOfToken)).toEqual(
      Array.from({ length: 6 }, () => null)
    )
    expect(isSame(sha256(text), sha256(text))).toBe(true)
    expect(isSame(sha256(text), sha256(makeToken().text))).toBe(false)
  })
})

const chainOf = (all: ReadonlyArray<string>) => {
  let hash = beforeFirst
  return all.map((text, i) => ({ place: i + 1, text, hash: (hash = hashOf(hash, text)) }))
}

describe("the chain of the audit log", () => {
  const texts = fc.array(fc.string(), { minLength: 1, maxLength: 12 })
  const before = { place: 0, hash: beforeFirst }

  it("holds as it was written, and breaks at whatever was changed, taken out or put elsewhere", () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.string(), (texts, at, other) => {
        const chain = chainOf(texts)
        expect(brokenAt(before, chain)).toBeNull()
        const i = at % chain.length
        if (texts[i] !== other) {
          const changed = chain.map((entry, n) => (n === i ? { ...entry, text: other } : entry))
          expect(brokenAt(before, changed)).toBe(i + 1)
        }
        // Without the last it holds; the head of the log tells of that.
        if (i < chain.length - 1) expect(brokenAt(before, chain.toSpliced(i, 1))).toBe(i + 1)
      })
    )
  })
})
