/** Reads a file that was sent, or brings it in: beside all requests, one after another. */
import { type ImportState, type PackImport, PackImports } from "@znatoki/ports/pack-imports"
import type { StoreError } from "@znatoki/ports/store-error"
import { Clock, type Context, Effect, Semaphore } from "effect"
import { bringFile } from "./bring-file.ts"

/** Whoever did not breathe for so long is gone. */
const goneMs = 60_000

async function* piecesOf(imports: PackImports["Service"], id: number, services: Context.Context<never>) {
  for (let n = 0; ; n++) {
    const piece = await Effect.runPromiseWith(services)(imports.piece(id, n))
    if (piece === null) return
    yield piece
  }
}

const stages = {
  read: { from: ["sent"], during: "reading", after: "read" },
  bring: { from: ["read"], during: "bringing", after: "done" }
} as const satisfies Record<string, Record<string, ImportState | ReadonlyArray<ImportState>>>

export type Stage = keyof typeof stages

/** Whether whoever did something with it died over that. */
export const isGone = ({ changedAtMs, state }: PackImport, nowMs: number): boolean =>
  (state === "reading" || state === "bringing") && nowMs - changedAtMs > goneMs

const failureOf = (error: StoreError): string =>
  error._tag === "StoreUnavailable" ? "the database did not answer; try again" : error.problem

const run = Effect.fnUntraced(function* (found: PackImport, stage: Stage) {
  const imports = yield* PackImports
  const services = yield* Effect.context<never>()
  const { id, order } = found
  const { after, during } = stages[stage]
  // How far it is does not matter enough to be waited for.
  const onProgress = (progress: number): void => {
    Effect.runForkWith(services)(Effect.ignore(imports.change(id, [during], { progress })))
  }
  const pieces = piecesOf(imports, id, services)
  const report = yield* bringFile(imports.bring, { order, pieces, onProgress, keep: stage === "bring" })
  const hasNone = report.questions === 0
  yield* hasNone
    ? imports.change(id, [during], { state: "failed", report, problem: "no question could be read" })
    : imports.change(id, [during], { state: after, report, progress: found.bytes })
})

export class ImportRunner {
  readonly #oneByOne = Semaphore.makeUnsafe(1)

  /** False: it is not there for that. Else it is begun, and the effect within waits for its end. */
  readonly begin = Effect.fnUntraced(function* (this: ImportRunner, found: PackImport, stage: Stage) {
    const imports = yield* PackImports
    const nowMs = yield* Clock.currentTimeMillis
    const { during, from } = stages[stage]
    const states: ReadonlyArray<ImportState> = isGone(found, nowMs) ? [...from, during] : from
    const { id } = found
    if (!(yield* imports.change(id, states, { state: during, progress: 0, problem: null }))) return null
    const work = run(found, stage).pipe(
      Effect.catch((error: StoreError) => imports.change(id, [during], { state: "failed", problem: failureOf(error) })),
      Effect.tapCause((cause) => Effect.logError("import failed", cause)),
      this.#oneByOne.withPermits(1)
    )
    return yield* Effect.forkDetach(work)
  })
}
