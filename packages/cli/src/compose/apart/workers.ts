/** The role of whoever decides: owns its share of the conversations of every community, and needs no token of VK. */
import { keepSourceSpans } from "@znatoki/adapter-postgres/games/source-spans"
import { communityIdOf } from "@znatoki/adapter-vk/api/vk-id"
import { presets, type PresetName } from "@znatoki/engine"
import * as ForwardClock from "@znatoki/kernel/outage/forward-clock"
import { countGames } from "@znatoki/kernel/roles/count-games"
import { runWorker, type WorkerRoleOptions } from "@znatoki/kernel/roles/run-worker"
import { russianLexicon } from "@znatoki/lexicon-ru/russian-lexicon"
import { Dice } from "@znatoki/ports/dice"
import { Effect, Layer } from "effect"
import { CannotRun } from "../../cannot-run.ts"
import type { Environment } from "../../config/environment.ts"
import { resident, storesOf } from "../bot.ts"
import { keepJobs } from "../jobs.ts"
import { type Apart, between } from "./between.ts"

export interface PlayedCommunity extends Apart {
  readonly preset: PresetName
}

export interface Deciding extends Pick<WorkerRoleOptions, "role" | "buckets" | "of" | "lexicon"> {
  readonly preset: PresetName
}

/** All of it but its ports. */
export const decide = ({ preset, ...options }: Deciding) =>
  runWorker({
    ...options,
    settings: presets[preset],
    lanes: 1,
    batchMax: 500,
    queueMax: 1_000,
    residentMax: Math.ceil(resident / options.buckets)
  })

/** Runs until interrupted; needs the database, the broker and who owns what. */
export const workers = (environment: Environment, communities: ReadonlyArray<PlayedCommunity>) => {
  // Reading it keeps the process busy for longer than the broker waits for a sign of life, so it comes before there is a connection.
  const lexicon = russianLexicon()
  return Effect.gen(function* () {
    yield* keepSourceSpans
    yield* Effect.forkScoped(countGames)
    yield* keepJobs(environment)
    const work = (community: PlayedCommunity) => {
      const id = communityIdOf(community.groupId)
      const role = `bot/${id}`
      const around = Layer.mergeAll(between(environment, community), Dice.layer).pipe(
        Layer.provideMerge(ForwardClock.layer(role)),
        Layer.provideMerge(Layer.effectContext(storesOf(id)))
      )
      const of = communities.length === 1 ? "" : ` ${id}`
      return decide({ role, of, lexicon, buckets: environment.buckets, preset: community.preset }).pipe(
        Effect.provide(around),
        Effect.catchTag("InboxRefused", ({ advice }) => Effect.fail(new CannotRun({ advice }))),
        communities.length === 1 ? (work) => work : Effect.annotateLogs("community", id)
      )
    }
    yield* Effect.logInfo(`working for ${communities.map(({ groupId }) => communityIdOf(groupId)).join(", ")}`)
    return yield* Effect.forEach(communities, work, { concurrency: "unbounded", discard: true })
  }).pipe(Effect.scoped)
}
