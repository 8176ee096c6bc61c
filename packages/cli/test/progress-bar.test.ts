/** How far a file is, as it is seen at a terminal and elsewhere. */
import { expect, it } from "vitest"
import { progressBar } from "../src/questions/progress-bar.ts"

const written = (total: number, isTTY: boolean, ...done: ReadonlyArray<number>): string => {
  const said: Array<string> = []
  const stream = { isTTY, write: (text: string) => said.push(text) } as unknown as NodeJS.WriteStream
  const bar = progressBar(total, stream)
  for (const each of done) bar.show(each)
  bar.end()
  return said.join("")
}

it("is in megabytes, of a small file in kilobytes", () => {
  expect(written(5_000_000, true, 1_000_000)).toMatch(/^\r█{6}░{24} 1\.0 of 5\.0 MB\n$/)
  expect(written(800, true, 200)).toMatch(/^\r█{8}░{22} 0\.2 of 0\.8 KB\n$/)
  expect(written(0, true, 300)).toContain("0.0 of 0.0 MB")
})

it("is a line each tenth where nobody looks", () => {
  expect(written(2_000_000, false, 100_000, 200_000, 210_000, 2_000_000)).toBe("0.2 of 2.0 MB\n2.0 of 2.0 MB\n")
})
