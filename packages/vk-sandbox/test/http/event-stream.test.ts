/** Readers of live events that do not read. */
import { describe, expect, it } from "vitest"
import { makeEventStreams } from "../../src/http/event-stream.ts"

const nothing = (): void => {}
const large = { text: "x".repeat(100_000) }

const open = () => {
  const streams = makeEventStreams()
  const cuts: Array<number> = []
  const join = (name: number) => {
    let tell: (data: unknown) => void = nothing
    let stopped = false
    const response = streams.open(
      () => cuts.push(name),
      (stream) => {
        tell = (data) => stream.send("message", data)
        return () => (stopped = true)
      }
    )
    return { response, tell: (data: unknown) => tell(data), isStopped: () => stopped }
  }
  return { streams, cuts, join }
}

describe("a reader of live events", () => {
  it("that does not read is let go when 256 KB wait for it, and nothing is kept for it", () => {
    const { cuts, join } = open()
    const { isStopped, tell } = join(1)
    tell(large)
    tell(large)
    expect([cuts, isStopped()]).toEqual([[], false])
    tell(large)
    expect([cuts, isStopped()]).toEqual([[1], true])
    tell(large)
    expect(cuts).toEqual([1])
  })

  it("that reads gets everything in order, however much it is", async () => {
    const { cuts, join, streams } = open()
    const { response, tell } = join(1)
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    let text = ""
    for (let n = 0; n < 50; n++) {
      tell({ n, ...large })
      while (!text.includes(`"n":${n},`)) text += (await reader?.read())?.value ?? ""
    }
    expect(cuts).toEqual([])
    streams.closeAll()
    await reader?.closed
  })

  it("that is furthest behind goes first when all together are too far", () => {
    const { cuts, join } = open()
    const readers = Array.from({ length: 160 }, (_, name) => join(name))
    for (const reader of readers) reader.tell(large)
    expect(cuts).toEqual([])
    readers[7]?.tell(large)
    for (const reader of readers.slice(20)) if (cuts.length === 0) reader.tell({ ...large })
    expect(cuts[0]).toBe(7)
  })

  it("is one of 500 at most", async () => {
    const { join, streams } = open()
    for (let n = 0; n < 500; n++) expect(join(n).response.status).toBe(200)
    expect(join(500).response.status).toBe(503)
    streams.closeAll()
    expect(join(501).response.status).toBe(200)
    streams.closeAll()
  })
})
