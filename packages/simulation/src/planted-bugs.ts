/** Mistakes that a kernel like this one is really made with. The simulation has to find every one of them. */

export interface PlantedBug {
  readonly name: string
  /** From the folder of the packages. */
  readonly file: string
  readonly find: string
  readonly replace: string
  /** Within how many seeds, from the first on, it is found. */
  readonly seeds: number
}

const attempt = "kernel/src/play/attempt.ts"
const workshop = "kernel/src/play/workshop.ts"
const deliver = "kernel/src/deliver/deliver.ts"
const lines = "kernel/src/deliver/delivery-lines.ts"
const fold = "kernel/src/play/fold-tasks.ts"
const park = "kernel/src/park/park.ts"
const recover = "kernel/src/outage/recover.ts"
const release = "kernel/src/park/release-parked.ts"
const store = "test-contracts/src/memory/game-store.ts"
const timers = "kernel/src/deadlines/fire-timers.ts"
const worker = "kernel/src/play/worker.ts"

export const plantedBugs: ReadonlyArray<PlantedBug> = [
  {
    name: "the store does not look at the version",
    file: store,
    find: `if (version !== next.version - 1) return { _tag: "Moved" }`,
    replace: "",
    seeds: 60
  },
  {
    name: "the store does not know which events were applied",
    file: store,
    find: "source !== null && sources.has(source) ? [source] : []",
    replace: "[]",
    seeds: 60
  },
  {
    name: "events are acknowledged before they are committed",
    file: attempt,
    find: "const refused = yield* commit(workshop, folded, nowMs)",
    replace: "for (const task of tasks) yield* task.done\n  const refused = yield* commit(workshop, folded, nowMs)",
    seeds: 180
  },
  {
    name: "messages are offered before they are committed",
    file: attempt,
    find: "const refused = yield* commit(workshop, folded, nowMs)",
    replace:
      "for (const [conversation, result] of folded) keep(workshop, games.get(conversation), result)\n  const refused = yield* commit(workshop, folded, nowMs)",
    seeds: 60
  },
  {
    name: "a refused conversation stays in memory as it was",
    file: attempt,
    find: "workshop.resident.delete(conversation)\n    const known",
    replace: "const known",
    seeds: 180
  },
  {
    name: "all tasks of a refused conversation are played again, the repeated ones too",
    file: attempt,
    find: "(known.has(sourceOf(task)) ? over : again).push(task)",
    replace: "again.push(task)",
    seeds: 60
  },
  {
    name: "a refused conversation's tasks are dropped",
    file: attempt,
    find: "(known.has(sourceOf(task)) ? over : again).push(task)",
    replace: "over.push(task)",
    seeds: 60
  },
  {
    name: "what begins another game is forgotten",
    file: attempt,
    find: "again.push(...result.rest)",
    replace: "yield* finishTasks(workshop, result.rest, [])",
    seeds: 60
  },
  {
    name: "memory that is behind the store is believed",
    file: attempt,
    find: "  forgetOutdated(workshop, groups)\n",
    replace: "",
    seeds: 900
  },
  {
    name: "what another process left unsaid is not fetched before one goes on",
    file: workshop,
    find: "if (found.size > 0) yield* workshop.deliverer.fetch([...found.keys()])",
    replace: "",
    seeds: 60
  },
  {
    name: "every attempt at a message has another number",
    file: deliver,
    find: "delivery: { conversation, seq,",
    replace: "delivery: { conversation, seq: seq + 1_000 * (globalThis.tries = (globalThis.tries ?? 0) + 1),",
    seeds: 60
  },
  {
    name: "a message that is put off counts as delivered",
    file: deliver,
    find: "yield* putOff(post, head, result, call)",
    replace: `settle(post, head, { _tag: "Delivered", externalId: null })`,
    seeds: 60
  },
  {
    name: "a message that is put off is not tried again",
    file: deliver,
    find: "yield* Effect.sync(() => lineUp(post, conversation)).pipe(",
    replace: "yield* Effect.void.pipe(",
    seeds: 60
  },
  {
    name: "a refused message holds up its conversation",
    file: deliver,
    find: `yield* Effect.logWarning("a message was refused", { conversation, seq, reason: result.reason })`,
    replace: "continue",
    seeds: 60
  },
  {
    name: "what was delivered is not recorded",
    file: deliver,
    find: "yield* record(post, results)",
    replace: "",
    seeds: 60
  },
  {
    name: "what follows a refused message amends the one before it",
    file: deliver,
    find: `if (message._tag === "Say" && message.slot !== null) post.slots.remember(conversation, message.slot, null)`,
    replace: "",
    seeds: 1200
  },
  {
    name: "messages of a conversation are under way side by side",
    file: lines,
    find: 'insertBySeq(line, message)\n    return "behind others"',
    replace: 'insertBySeq(line, message)\n    return "first"',
    seeds: 60
  },
  {
    name: "of two events in one commit only the last one's messages are kept",
    file: fold,
    find: "outgoing.push(...played.outgoing)",
    replace: "outgoing.splice(0, outgoing.length, ...played.outgoing)",
    seeds: 60
  },
  {
    name: "the last change goes backwards with the clock",
    file: fold,
    find: "const updatedAtMs = Math.max(before.updatedAtMs, event.atMs)",
    replace: "const updatedAtMs = event.atMs",
    seeds: 180
  },
  {
    name: "talk that comes again is taken for an answer",
    file: fold,
    find: "meaningOf(task, stored,",
    replace: "meaningOf(task, { ...stored, lastOrder: 0 },",
    seeds: 180
  },
  {
    name: "questions that were asked are not remembered",
    file: fold,
    find: `if (event._tag === "QuestionDrawn") asked.push(event.question.id)`,
    replace: "",
    seeds: 60
  },
  {
    name: "timers fire half a second early",
    file: timers,
    find: "const nowMs = yield* Clock.currentTimeMillis\n  if (soonestAtMs > nowMs) {",
    replace: "const nowMs = (yield* Clock.currentTimeMillis) + 500\n  if (soonestAtMs > nowMs) {",
    seeds: 60
  },
  {
    name: "the time of an outage is not given back",
    file: attempt,
    find: "const outages = workshop.pulse.outages(nowMs)",
    replace: "const outages = [] as ReturnType<typeof workshop.pulse.outages>",
    seeds: 60
  },
  {
    name: "the heart beats before the outage is remembered",
    file: recover,
    find: "heartbeat.wake(role, nowMs)",
    replace: "heartbeat.beat(role, nowMs).pipe(Effect.andThen(heartbeat.wake(role, nowMs)))",
    seeds: 60
  },
  {
    name: "an outage is forgotten before every game has its time back",
    file: recover,
    find: "const untilMs = pulse.lastEndMs()\n    if (untilMs === null) return\n",
    replace:
      "const untilMs = pulse.lastEndMs()\n    if (untilMs === null) return\n    yield* heartbeat.forget(role, untilMs)\n    pulse.forget(untilMs)\n",
    seeds: 60
  },
  {
    name: "more time is given back than was lost",
    file: "kernel/src/play/task.ts",
    find: "atMs - Math.max(sinceMs, updatedAtMs)",
    replace: "atMs - sinceMs + 2_000",
    seeds: 360
  },
  {
    name: "a deadline does not wait for what was written before it",
    file: timers,
    find: "const heardMs = pulse.heardUntilMs(nowMs)",
    replace: "const heardMs = nowMs",
    seeds: 180
  },
  {
    name: "the heart beats while nobody is heard",
    file: recover,
    find: "pulse.isDeaf ? Effect.void : watched(sayAlive)",
    replace: "watched(sayAlive)",
    seeds: 180
  },
  {
    name: "what cannot be said is given up at once",
    file: deliver,
    find: "yield* holdBack(post, head, result.reason)",
    replace: `settle(post, head, { _tag: "Refused", reason: result.reason })`,
    seeds: 60
  },
  {
    name: "what could not be said is never tried again",
    file: deliver,
    find: "const again = post.gone.waitFor(conversation)",
    replace: "const again = Effect.never",
    seeds: 180
  },
  {
    name: "deadlines are read once and never again",
    file: timers,
    find: `Effect.catchCause(goOn("reading deadlines")), Effect.forever, Effect.forkScoped`,
    replace: `Effect.catchCause(goOn("reading deadlines")), Effect.forkScoped`,
    seeds: 60
  },
  {
    name: "deadlines are found only by reading the store",
    file: workshop,
    find: "  workshop.deadlines.follow(stored)\n",
    replace: "",
    seeds: 60
  },
  {
    name: "nobody looks for what was left unsaid",
    file: "kernel/src/roles/run-bot.ts",
    find: "  yield* Effect.forkScoped(sweepNowAndThen)\n",
    replace: "",
    seeds: 1200
  },
  {
    name: "a failure is acknowledged and not parked",
    file: park,
    find: "Effect.as(workshop.parking.park(some.map((poison) => failureOf(poison, atMs))), some)",
    replace: "Effect.succeed(some)",
    seeds: 90
  },
  {
    name: "a released conversation does not play what waited",
    file: release,
    find: 'const skipped = release === "skip" && waiting.source === source',
    replace: "const skipped = true",
    seeds: 90
  },
  {
    name: "a process does not read which conversations are parked",
    file: worker,
    find: "for (const conversation of parked) workshop.parked.add(conversation)",
    replace: "",
    seeds: 150
  }
]
