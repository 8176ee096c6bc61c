/** What a load reckons, without one. */
import { expect, it } from "vitest"
import { between, readHistograms } from "../../src/load/histograms.ts"
import { tableSizes, usersMax, usersOf } from "../../src/load/levels.ts"
import { ticksTo } from "../../src/load/line-chart.ts"
import { isLoopback } from "../../src/load/loopback.ts"
import { percentilesOf } from "../../src/load/percentiles.ts"
import { Replies } from "../../src/load/replies.ts"
import { eventReader, type Live } from "../../src/load/sandbox-client.ts"
import { readsSince } from "../../src/load/whole-reads.ts"

it("a percentile is the value that so many of them do not exceed", () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i)
  expect(percentilesOf(hundred)).toEqual({ count: 100, p50: 50, p90: 90, p95: 95, p99: 99, max: 100 })
  expect(percentilesOf([7])).toEqual({ count: 1, p50: 7, p90: 7, p95: 7, p99: 7, max: 7 })
  expect(percentilesOf([]).max).toBe(0)
})

it("a reply is waited for from when it was meant, so a stall counts for everybody who meant to act in it", () => {
  const replies = new Replies()
  // A second in which nothing is taken: ten people meant to act in it, one each tenth, and are answered at its end.
  const answers = Array.from({ length: 10 }, (_, i) => replies.ask("answer", i * 100))
  for (const answer of answers) answer(1_000)
  const { all } = replies.figures(0, 1_000)
  expect(all.max).toBe(1_000)
  expect(all.p50).toBe(500)
})

it("who was not answered is told, and who was too late for the clock is asked of nobody", () => {
  const replies = new Replies()
  replies.ask("ask", 0)
  replies.ask("early", 10)(null)
  replies.ask("answer", 1_500)(1_520)
  const { answered, asked, byKind, byTime, overtaken } = replies.figures(0, 1_000)
  expect([asked, answered, overtaken]).toEqual([2, 1, 1])
  expect(byKind.map(({ asked: own, kind, replies: { count } }) => [kind, own, count])).toEqual([
    ["answer", 1, 1],
    ["ask", 1, 0]
  ])
  expect(byTime.map(({ asked: own, at }) => [at, own])).toEqual([
    [0, 1],
    [1, 1]
  ])
})

it("every number of people sits in conversations of four to six, and few of them in smaller ones", () => {
  for (let users = 2; users <= 400; users++) {
    const sizes = tableSizes(users)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(users)
    for (const size of sizes) {
      expect(size).toBeLessThanOrEqual(6)
      expect(size).toBeGreaterThanOrEqual(users < 8 ? 2 : 4)
    }
  }
})

it("a load has a name or a number", () => {
  expect(["low", "medium", "high", "peak", "1000"].map(usersOf)).toEqual([10, 50, 100, 200, 1_000])
  for (const wrong of ["", "1", "-5", "many", "1e3", String(usersMax + 1), "toString"])
    expect(usersOf(wrong)).toBeNull()
})

it("a load is for this machine alone", () => {
  for (const own of ["http://127.0.0.1:8400", "http://localhost:1/", "http://[::1]:8400", "postgres://u@127.0.0.2/d"])
    expect(isLoopback(own)).toBe(true)
  for (const other of ["https://api.vk.ru/method/", "http://127.0.0.1.example", "http://10.0.0.1", "127.0.0.1", ""])
    expect(isLoopback(other)).toBe(false)
})

const exposed = (small: number, large: number): string =>
  [
    `znatoki_say_seconds_bucket{le="0.01"} ${small}`,
    `znatoki_say_seconds_bucket{le="1"} ${large}`,
    `znatoki_say_seconds_bucket{le="+Inf"} ${large}`
  ].join("\n")

it("what a bot measured between two looks is told by the bounds of its buckets", () => {
  const [before, after] = [readHistograms(exposed(5, 5)), readHistograms(exposed(15, 105))]
  expect(between("znatoki_say_seconds", before, after)).toEqual({ count: 100, p50: 1_000, p99: 1_000 })
  expect(between("znatoki_say_seconds", new Map(), before)).toEqual({ count: 5, p50: 10, p99: 10 })
  expect(between("znatoki_say_seconds", after, after)).toBeNull()
})

it("a table wants an index when more than a thousand rows of it were read at once", () => {
  const before = [{ table: "games", scans: 2, rows: 10 }]
  const after = [
    { table: "games", scans: 4, rows: 4_010 },
    { table: "small", scans: 1_000, rows: 5_000 },
    { table: "idle", scans: 0, rows: 0 }
  ]
  expect(readsSince(before, after)).toEqual([
    { table: "small", scans: 1_000, rows: 5_000, isLong: false },
    { table: "games", scans: 2, rows: 4_000, isLong: true }
  ])
})

it("events are read whole, in whatever pieces they come", () => {
  const text = [
    'event: message\ndata: {"type":"message","peer_id":1,"message":{"text":"раз"}}\n\n',
    'event: digest\ndata: {"items":[]}\n\n: beat\n\n',
    'event: answer\ndata: {"type":"answer","peer_id":2,"event_id":"x"}\n\n'
  ].join("")
  for (const size of [1, 7, text.length]) {
    const heard: Array<Live> = []
    const read = eventReader((live) => heard.push(live))
    for (let i = 0; i < text.length; i += size) read(text.slice(i, i + size))
    expect(heard.map(({ peer_id, type }) => [type, peer_id])).toEqual([
      ["message", 1],
      ["answer", 2]
    ])
  }
})

it("an axis has a few round numbers, the last not below what is drawn", () => {
  expect(ticksTo(87, 4)).toEqual([0, 50, 100])
  expect(ticksTo(0.3, 4)).toEqual([0, 0.1, 0.2, 0.3])
  expect(ticksTo(4_100, 4)).toEqual([0, 2_000, 4_000, 6_000])
  for (const max of [0, 1, 13, 999, 1_001]) expect(ticksTo(max, 4).at(-1)).toBeGreaterThanOrEqual(max)
})
