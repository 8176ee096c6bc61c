/**
 * Runs the jobs, each at its moment: pg-boss sees to it that of all processes one does so, that what failed is tried again, and
 * that what a dead process began is begun anew.
 */
import { type Job, jobsZone } from "@znatoki/ports/jobs"
import { LastingTrouble } from "@znatoki/ports/lasting-trouble"
import { timed } from "@znatoki/ports/metrics"
import { steadyMs } from "@znatoki/ports/steady-ms"
import { StoreUnavailable } from "@znatoki/ports/store-error"
import { Cause, type Context, Effect, Exit, Metric, type Redacted, Schedule, type Scope } from "effect"
import type { PgBoss } from "pg-boss"
import { openBoss } from "./boss.ts"
import { errorText } from "./error-text.ts"
import { watchAges } from "./ages.ts"
import { measuresOf, type Measures } from "./measured.ts"

export interface JobsOptions {
  readonly url: Redacted.Redacted
  /** How long nothing is heard of who runs it until somebody else does; 10 at least. */
  readonly silenceSeconds: number
  /** How soon a run that failed is tried again, and how often. */
  readonly retryDelaySeconds: number
  readonly retries: number
  /** How often it is looked whether all is well. */
  readonly lookSeconds: number
}

export const jobsOptions: Omit<JobsOptions, "url"> = {
  silenceSeconds: 30,
  retryDelaySeconds: 20,
  retries: 3,
  lookSeconds: 15
}

const daySeconds = 86_400

const queueOf = (job: Job<unknown>, { retries, retryDelaySeconds, silenceSeconds }: JobsOptions) => ({
  retryLimit: retries,
  retryDelay: retryDelaySeconds,
  retryBackoff: true,
  retryDelayMax: 600,
  heartbeatSeconds: silenceSeconds,
  expireInSeconds: 3_600,
  deleteAfterSeconds: job.rememberedDays * daySeconds,
  retentionSeconds: job.rememberedDays * daySeconds
})

/** One run at a time, whatever the number of processes, also where one takes longer than its period. */
const policy = "singleton"

const declare = async <R>(boss: PgBoss, job: Job<R>, options: JobsOptions): Promise<void> => {
  const queue = queueOf(job, options)
  await boss.createQueue(job.name, { ...queue, policy })
  await boss.updateQueue(job.name, queue)
  await boss.schedule(job.name, job.cron, null, { tz: jobsZone, missed: job.catchUp ? "once" : "skip" })
}

/** Once, with what came of it. Fails with words that may be stored: they hold nothing of anybody. */
const runOnce = Effect.fnUntraced(function* <R>({ name, work }: Job<R>, { done, failed, seconds }: Measures) {
  const exit = yield* Effect.exit(work.pipe(Effect.withSpan(`job.${name}`), timed(seconds, steadyMs)))
  yield* Metric.update(Exit.isSuccess(exit) ? done : failed, 1)
  if (Exit.isSuccess(exit)) {
    if (Object.values(exit.value).some((count) => count > 0)) yield* Effect.logInfo(`job ${name} is done`, exit.value)
    return exit.value
  }
  if (!Cause.hasInterruptsOnly(exit.cause)) yield* Effect.logWarning(`job ${name} failed`, exit.cause)
  return yield* Effect.die(new Error(errorText(exit.cause)))
})

const work = async <R>(boss: PgBoss, job: Job<R>, measures: Measures, context: Context.Context<R>): Promise<void> => {
  const run = Effect.runPromiseWith(context)
  await boss.work<object, Readonly<Record<string, number>>>(
    job.name,
    { pollingIntervalSeconds: job.withinSeconds, batchSize: 1 },
    ([taken]) => run(runOnce(job, measures), taken === undefined ? {} : { signal: taken.signal })
  )
}

/** Until interrupted; nothing of the games waits for it, and a database that is away is waited for. */
export const runJobs = <R>(jobs: ReadonlyArray<Job<R>>, options: JobsOptions): Effect.Effect<never, never, R> =>
  Effect.suspend(() => {
    const troubles = {
      opening: new LastingTrouble({ begins: "the jobs cannot be run yet", ends: "the jobs can be run" }),
      running: new LastingTrouble({ begins: "the jobs are disturbed", ends: "the jobs are disturbed no more" })
    }
    return Effect.scoped(keepOpen(jobs, options, troubles)).pipe(
      Effect.tapError(({ cause }) => troubles.opening.failed(jobs, toldOf(cause))),
      Effect.retry(Schedule.spaced("30 seconds")),
      Effect.orDie
    )
  })

type Troubles = Readonly<Record<"opening" | "running", LastingTrouble>>

const toldOf = (error: unknown) => ({ error: errorText(Cause.fail(error)) })

const declareAll = Effect.fnUntraced(function* <R>(
  boss: PgBoss,
  jobs: ReadonlyArray<Job<R>>,
  options: JobsOptions,
  measures: ReadonlyMap<string, Measures>
) {
  const context = yield* Effect.context<R>()
  for (const job of jobs) {
    const its = measures.get(job.name) ?? measuresOf(job.name)
    // A series that is there from the start can be seen to grow.
    yield* Metric.update(its.done, 0)
    yield* Metric.update(its.failed, 0)
    yield* Effect.tryPromise({
      try: async () => {
        await declare(boss, job, options)
        await work(boss, job, its, context)
      },
      catch: (cause) => new StoreUnavailable({ operation: "declare a job", cause })
    })
  }
})

const keepOpen = Effect.fnUntraced(
  function* <R>(jobs: ReadonlyArray<Job<R>>, options: JobsOptions, { opening, running }: Troubles) {
    const say = Effect.runForkWith(yield* Effect.context<R | Scope.Scope>())
    const { lookSeconds, silenceSeconds, url } = options
    let isQuiet = true
    const onTrouble = (error: unknown): void => {
      isQuiet = false
      void say(running.failed(jobs, toldOf(error)))
    }
    // A database that takes no writes can be read: the trouble is over when nothing failed between two looks.
    const look = Effect.suspend(() => {
      const isOver = isQuiet
      isQuiet = true
      return isOver ? running.over(jobs) : Effect.void
    })
    const boss = yield* openBoss({
      url,
      connections: 3,
      schedule: true,
      supervise: true,
      superviseIntervalSeconds: Math.ceil(silenceSeconds / 3),
      monitorIntervalSeconds: Math.ceil(silenceSeconds / 3),
      onTrouble
    })
    const measures = new Map(jobs.map((job) => [job.name, measuresOf(job.name)]))
    yield* declareAll(boss, jobs, options, measures)
    yield* opening.over(jobs)
    return yield* Effect.repeat(
      watchAges(boss, measures).pipe(
        Effect.andThen(look),
        Effect.catch(({ cause }) => running.failed(jobs, toldOf(cause)))
      ),
      Schedule.spaced(`${lookSeconds} seconds`)
    )
  },
  (effect) => Effect.andThen(effect, Effect.never)
)
