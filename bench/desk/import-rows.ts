/** A long file of questions, brought in by the command as an editor does it: how long that takes, and whether memory grows with the file. */
import { spawn } from "node:child_process"
import { once } from "node:events"
import { createWriteStream, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { migrated, type Server } from "../kernel/database.ts"
import { less, type Measured, whole } from "../report/row.ts"

const counts = [10_000, 100_000] as const
const syllables = [
  "ка",
  "ро",
  "ми",
  "те",
  "ла",
  "со",
  "ду",
  "ве",
  "ни",
  "гор",
  "поль",
  "мост",
  "ряд",
  "лед",
  "чер",
  "бел"
]

/** Words of three syllables, of which there are thousands, so that no two questions are much alike; the same each time. */
const words = () => {
  let seed = 1
  const next = (): string => {
    seed = (seed * 48_271) % 2_147_483_647
    return syllables[seed % syllables.length] ?? ""
  }
  return (count: number): string => Array.from({ length: count }, () => `${next()}${next()}${next()}`).join(" ")
}

const writeFile = async (file: string, count: number): Promise<void> => {
  const some = words()
  const out = createWriteStream(file)
  for (let n = 1; n <= count; n++) {
    const block = `? ${some(25)}?\n! ${some(2)}\n= ${some(1)}\n/ ${some(20)}.\n^ https://example.org/${n}\n@ Анна Пример\n\n`
    if (!out.write(block)) await once(out, "drain")
  }
  out.end()
  await once(out, "close")
}

const main = fileURLToPath(import.meta.resolve("@znatoki/cli/main"))
const tellPeak =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('\\npeak '+process.resourceUsage().maxRSS+'\\n'))"

interface Imported {
  readonly seconds: number
  readonly peakMiB: number
}

const bringIn = async (file: string, pack: string, url: string): Promise<Imported> => {
  const beganMs = performance.now()
  const child = spawn(process.execPath, ["--import", tellPeak, main, "questions", "import", file, "--pack", pack], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: "error" }
  })
  let said = ""
  child.stderr.setEncoding("utf8").on("data", (text: string) => void (said += text))
  const [code] = (await once(child, "close")) as [number | null]
  if (code !== 0) throw new Error(`The import ended with ${code}: ${said.slice(-500)}`)
  const peakKiB = Number(/\npeak (\d+)\n/.exec(said)?.[1])
  return { seconds: (performance.now() - beganMs) / 1_000, peakMiB: peakKiB / 1_024 }
}

export const importRows = async (server: Server): Promise<ReadonlyArray<Measured>> => {
  const folder = mkdtempSync(join(tmpdir(), "znatoki-bench-import-"))
  try {
    const { url } = await migrated(await server.create("import"))
    const found: Array<Imported> = []
    for (const count of counts) {
      const file = join(folder, `${count}.4s`)
      await writeFile(file, count)
      found.push(await bringIn(file, `pack-${count}`, url))
    }
    const [few, many] = found
    if (few === undefined || many === undefined) throw new Error("Nothing was brought in")
    return [
      {
        what: `${whole(counts[1])} questions brought in`,
        value: many.seconds,
        unit: "s",
        toReach: less(60),
        note: `from a file of 4s, looked through for twins; ${whole(counts[0])} took ${few.seconds.toFixed(1)} s`
      },
      {
        what: `memory for ${whole(counts[1])} questions, against ${whole(counts[0])}`,
        value: many.peakMiB / few.peakMiB,
        unit: "×",
        toReach: less(1.5),
        note: `at their peaks ${whole(many.peakMiB)} and ${whole(few.peakMiB)} MiB resident, with all the memory Node likes to take`
      }
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
