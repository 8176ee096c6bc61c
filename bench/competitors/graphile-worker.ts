/** graphile-worker: a job for each event; the job stores what the event changes in one statement. */
import { Logger, makeWorkerUtils, run } from "graphile-worker"
import type { Competitor, Step } from "../kernel/competitor.ts"

const lanes = 24
const silent = new Logger(() => () => {})

const store = `
  with state as (
    insert into kept (conversation, version, state) values ($1, $2, $3)
    on conflict (conversation) do update set version = excluded.version, state = excluded.state
  ), log as (
    insert into log (source, conversation, event)
    select $4 || '/' || n, $1, e::json from unnest($5::text[]) with ordinality as x(e, n)
  )
  insert into said (source, n, message) select $4, n, m::json from unnest($6::text[]) with ordinality as x(m, n)`

const tables = `
  create table kept (conversation text primary key, version bigint not null, state json not null);
  create table log (source text primary key, conversation text not null, event json not null);
  create table said (source text, n integer, message json not null, primary key (source, n))`

const textOf = (each: object): string => JSON.stringify(each)

const graphileWorker = (name: string, how: string, turn: number, stores: boolean): Competitor => ({
  name,
  how: `${how}; adding the jobs is not counted; ${lanes} at once, a pool of ${lanes}, not batched`,
  turn,
  open: async ({ url }) => {
    const utils = await makeWorkerUtils({ connectionString: url, logger: silent })
    await utils.migrate()
    await utils.withPgClient((client) => client.query(tables))
    return {
      prepare: async (steps) => {
        for (let from = 0; from < steps.length; from += 500) {
          const some = steps.slice(from, from + 500)
          await utils.addJobs(some.map((step) => ({ identifier: "apply", payload: step, jobKey: step.id })))
        }
      },
      run: async (steps) => {
        const runner = await run({
          connectionString: url,
          concurrency: lanes,
          maxPoolSize: lanes,
          noHandleSignals: true,
          logger: silent,
          taskList: {
            apply: async (payload, { query }) => {
              if (!stores) return
              const { conversation, events, id, outgoing, state, version } = payload as Step
              const values = [conversation, version, textOf(state), id, events.map(textOf), outgoing.map(textOf)]
              await query({ name: "store", text: store, values } as never)
            }
          }
        })
        await new Promise<void>((resolve) => {
          let left = steps.length
          runner.events.on("job:complete", () => {
            if (--left === 0) resolve()
          })
        })
        await runner.stop()
      },
      close: async () => {
        await utils.release()
      }
    }
  }
})

export const graphileJobs = graphileWorker(
  "graphile-worker",
  "a job that does nothing, with all that changes in it",
  4_000,
  false
)
export const graphileStores = graphileWorker(
  "graphile-worker, storing",
  "a job that stores state, events and messages by one prepared statement",
  2_500,
  true
)
