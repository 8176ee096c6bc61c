/** Mistakes that a kernel like this one is really made with. The simulation has to find every one of them. */

export interface PlantedBug {
  /** As in the comment `against: name` that marks the statement in the sources. */
  readonly name: string
  readonly is: string
  /** What is written instead of the marked statement. */
  readonly instead: (sound: string) => string
  /** Within how many seeds, from the first on, it is found. */
  readonly seeds: number
}

const nothing = (): string => ""

export const plantedBugs: ReadonlyArray<PlantedBug> = [
  {
    name: "no fence",
    is: "the store does not look at the version",
    instead: nothing,
    seeds: 60
  },
  {
    name: "no deduplication",
    is: "the store does not know which events were applied",
    instead: () => "const repeated: Array<SourceId> = []",
    seeds: 60
  },
  {
    name: "done before the commit",
    is: "events are acknowledged before they are committed",
    instead: (sound) => `for (const task of tasks) yield* task.done\n${sound}`,
    seeds: 180
  },
  {
    name: "offered before the commit",
    is: "messages are offered before they are committed",
    instead: (sound) => `yield* bell.ring([...folded.values()].flatMap(ringOf))\n${sound}`,
    seeds: 60
  },
  {
    name: "stale after a refusal",
    is: "a refused conversation stays in memory as it was",
    instead: nothing,
    seeds: 180
  },
  {
    name: "repeated after a refusal",
    is: "all tasks of a refused conversation are played again, the repeated ones too",
    instead: () => "again.push(...group)",
    seeds: 60
  },
  {
    name: "dropped after a refusal",
    is: "a refused conversation's tasks are dropped",
    instead: () => "over.push(...group)",
    seeds: 60
  },
  {
    name: "rest forgotten",
    is: "what begins another game is forgotten",
    instead: () => "yield* finishTasks(result.rest, [])",
    seeds: 60
  },
  {
    name: "stale memory believed",
    is: "memory that is behind the store is believed",
    instead: nothing,
    seeds: 900
  },
  {
    name: "the bell believed",
    is: "a doorbell is taken for reliable: what another process left unsaid is not looked for before one goes on",
    instead: nothing,
    seeds: 60
  },
  {
    name: "number anew",
    is: "every attempt at a message has another number",
    instead: (sound) =>
      `globalThis.tries = (globalThis.tries ?? 0) + 1\n${sound.replace("seq,", "seq: seq + 1_000 * globalThis.tries,")}`,
    seeds: 60
  },
  {
    name: "put off is delivered",
    is: "a message that is put off counts as delivered",
    instead: () => `settle(head, { _tag: "Delivered", externalId: null })`,
    seeds: 60
  },
  {
    name: "put off for ever",
    is: "a message that is put off is not tried again",
    instead: nothing,
    seeds: 60
  },
  {
    name: "refused blocks",
    is: "a refused message holds up its conversation",
    instead: () => "return",
    seeds: 60
  },
  {
    name: "delivery unrecorded",
    is: "what was delivered is not recorded",
    instead: () => "const left: ReadonlyArray<Settled> = []",
    seeds: 60
  },
  {
    name: "amends what was before",
    is: "what follows a refused message amends the one before it",
    instead: nothing,
    seeds: 1200
  },
  {
    name: "side by side in a conversation",
    is: "messages of a conversation are under way side by side",
    instead: () => `return "first"`,
    seeds: 60
  },
  {
    name: "last words only",
    is: "of two events in one commit only the last one's messages are kept",
    instead: () => "outgoing.splice(0, outgoing.length, ...played.outgoing)",
    seeds: 60
  },
  {
    name: "change goes back",
    is: "the last change goes backwards with the clock",
    instead: () => "const updatedAtMs = event.atMs",
    seeds: 180
  },
  {
    name: "late talk answers",
    is: "talk that comes again is taken for an answer",
    instead: (sound) => sound.replace("stored,", "{ ...stored, lastOrder: 0 },"),
    seeds: 180
  },
  {
    name: "asked forgotten",
    is: "questions that were asked are not remembered",
    instead: nothing,
    seeds: 60
  },
  {
    name: "timers early",
    is: "timers fire half a second early",
    instead: () => "const nowMs = (yield* Clock.currentTimeMillis) + 500",
    seeds: 60
  },
  {
    name: "outage kept",
    is: "the time of an outage is not given back",
    instead: () => "const outages: ReadonlyArray<Outage> = []",
    seeds: 60
  },
  {
    name: "beat before waking",
    is: "the heart beats before the outage is remembered",
    instead: (sound) => `Effect.tap((nowMs) => heartbeat.beat(role, nowMs)),\n${sound}`,
    seeds: 60
  },
  {
    name: "a silence of one's own",
    is: "of two owners the one that stood still remembers an outage, though the other one played",
    instead: (sound) => sound.replace("&& (yield* heedOthers(role))", "&& false"),
    seeds: 90
  },
  {
    name: "lost before anybody asked",
    is: "of two owners the one that stood still gives time back before it knows that the other one played",
    instead: (sound) => sound.replace("pulse.settledNow", "Effect.clockWith((clock) => clock.currentTimeMillis)"),
    seeds: 240
  },
  {
    name: "outage forgotten early",
    is: "an outage is forgotten before every game has its time back",
    instead: (sound) => `${sound}\nyield* heartbeat.forget(role, untilMs)\npulse.forget(untilMs)`,
    seeds: 60
  },
  {
    name: "too much given back",
    is: "more time is given back than was lost",
    instead: () =>
      "const lostMsTo = ({ updatedAtMs }: StoredGame, { atMs, sinceMs }: Outage): number =>\nupdatedAtMs < atMs ? atMs - sinceMs + 2_000 : 0",
    seeds: 360
  },
  {
    name: "deadline overtakes words",
    is: "a deadline does not wait for what was written before it",
    instead: () => "const heardMs = nowMs",
    seeds: 180
  },
  {
    name: "beats while deaf",
    is: "the heart beats while nobody is heard",
    instead: () => "const once = watched(settle)",
    seeds: 1000
  },
  {
    name: "gone is refused",
    is: "what cannot be said is given up at once",
    instead: () => `settle(head, { _tag: "Refused", reason: result.reason })`,
    seeds: 60
  },
  {
    name: "gone for ever",
    is: "what could not be said is never tried again",
    instead: () => "return Effect.never",
    seeds: 180
  },
  {
    name: "back unknown after a crash",
    is: "who comes after a crash says what could not be said, and tells nobody that it can be again",
    instead: () => "return null",
    seeds: 60
  },
  {
    name: "deadlines read once",
    is: "deadlines are read once and never again",
    instead: (sound) => sound.replace("Effect.forever, ", ""),
    seeds: 60
  },
  {
    name: "deadlines only read",
    is: "deadlines are found only by reading the store",
    instead: nothing,
    seeds: 60
  },
  {
    name: "no sweep",
    is: "nobody looks for what was left unsaid",
    instead: nothing,
    seeds: 1200
  },
  {
    name: "failure not kept",
    is: "a failure is acknowledged and not parked",
    instead: () => "Effect.succeed(some)",
    seeds: 90
  },
  {
    name: "waiting skipped",
    is: "a released conversation does not play what waited",
    instead: () => "const skipped = true",
    seeds: 90
  },
  {
    name: "parked unread",
    is: "a process does not read which conversations are parked",
    instead: nothing,
    seeds: 150
  },
  {
    name: "repeated never done",
    is: "an event that comes again, because that it is done was lost, is not told to be done",
    instead: nothing,
    seeds: 60
  },
  {
    name: "owner goes on",
    is: "a worker that lost what it owned goes on deciding",
    instead: () => "return ownership.hold(name, Effect.andThen(Effect.forkDetach(work), Effect.never))",
    seeds: 60
  },
  {
    name: "somebody else's answer",
    is: "of several buckets that ask the store together each takes the first answers",
    instead: () => "const own = answers.slice(0, items.length)",
    seeds: 60
  },
  {
    name: "late ring said again",
    is: "what a ring that comes late or twice tells is said again",
    instead: () => "if (upTo <= seen) return messages",
    seeds: 180
  },
  {
    name: "clock over other words",
    is: "a clock is shown in whatever was said last",
    instead: nothing,
    seeds: 60
  }
]
