/**
 * `npm run judge:report -- [--show] [--without-dictionary] [file.jsonl …]`: how right the judge is about each corpus, and with
 * `--show` every pair that it is not right about. Without files: the project's own corpora, the pairs made from the dictionary,
 * and the corpora that are held out, or once were, which count in no total.
 */
import { parseArgs } from "node:util"
import { russianLexicon } from "../src/russian-lexicon.ts"
import { madePairs } from "./made-pairs.ts"
import { faultOf, type Figures, figuresOf, type JudgedPair, judgePairs } from "./measure.ts"
import { corpusFiles, kinds, readPairs } from "./read-corpora.ts"

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    show: { type: "boolean", default: false },
    "without-dictionary": { type: "boolean", default: false }
  }
})

// Who reads only the first lines (`| head`) closes the pipe: that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1))

const print = (line: string): void => void process.stdout.write(`${line}\n`)

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`.padStart(8)

const columns: ReadonlyArray<readonly [string, (figures: Figures) => string]> = [
  ["pairs", ({ pairs }) => String(pairs).padStart(6)],
  ["accepts right", ({ acceptPrecision }) => percent(acceptPrecision)],
  ["right accepted", ({ acceptRecall }) => percent(acceptRecall)],
  ["rejects right", ({ rejectPrecision }) => percent(rejectPrecision)],
  ["disputed", ({ disputed }) => percent(disputed)],
  ["wrong accepted", ({ wronglyAccepted }) => percent(wronglyAccepted)]
]

const lineOf = (name: string, pairs: ReadonlyArray<JudgedPair>): string => {
  const figures = figuresOf(pairs)
  return `${name.padEnd(34)}${columns.map(([heading, show]) => show(figures).padStart(heading.length + 2)).join("")}`
}

const shown = ({ expect, given, judgement, origin, question }: JudgedPair): string => {
  const fields = [...question.accepted.map((text) => ` = ${text}`), ...question.rejected.map((text) => ` != ${text}`)]
  const { matched, reason, verdict } = judgement
  return `  ${origin}  «${question.answer}»${fields.join("")} ← «${given}»: ${expect}, but ${verdict}: ${reason} (${matched ?? "–"})`
}

const lexicon = values["without-dictionary"] ? undefined : russianLexicon()
const asked = positionals.length > 0
const judged = judgePairs(asked ? readPairs(positionals) : [...readPairs(corpusFiles("own")), ...madePairs()], lexicon)
const judgedOf = (group: "once" | "heldOut") => judgePairs(asked ? [] : readPairs(corpusFiles(group)), lexicon)
const [once, heldOut] = [judgedOf("once"), judgedOf("heldOut")]
const fileOf = ({ origin }: JudgedPair): string => origin.split(":")[0] ?? ""

print(`${"".padEnd(34)}${columns.map(([heading]) => `  ${heading}`).join("")}`)
for (const [file, ofFile] of Map.groupBy(judged, fileOf)) print(lineOf(file, ofFile))
for (const kind of kinds) {
  const ofKind = judged.filter((pair) => pair.kind === kind)
  if (ofKind.length > 0) print(lineOf(`all ${kind}`, ofKind))
}
for (const [file, ofFile] of Map.groupBy(once, fileOf)) print(lineOf(`once held out ${file}`, ofFile))
for (const [file, ofFile] of Map.groupBy(heldOut, fileOf)) print(lineOf(`held-out ${file}`, ofFile))
if (values.show) {
  for (const fault of ["wrong", "disputed"] as const) {
    print(`\n${fault === "wrong" ? "A verdict that is wrong" : "A vote that was not needed"}:`)
    for (const pair of [...judged, ...once, ...heldOut]) if (faultOf(pair) === fault) print(shown(pair))
  }
}
