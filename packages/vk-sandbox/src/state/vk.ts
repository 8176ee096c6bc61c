/** All parts of one running emulator, side by side. */
import { activate, type ActiveFaults } from "../faults/active-faults.ts"
import type { FaultPlan } from "../faults/fault-plan.ts"
import { callbackHostCheck } from "../callback/allowed-address.ts"
import { type CallbackServers, makeCallbackServers } from "../callback/callback-servers.ts"
import { type CallbackSender, makeCallbackSender } from "../callback/deliver-callback.ts"
import { defaultRetention, type EventQueue, makeEventQueue } from "../long-poll/event-queue.ts"
import { makePollServer, type PollServer } from "../long-poll/poll-server.ts"
import { eventVersion, makePublisher, type Publisher } from "../long-poll/publish-event.ts"
import { type CallLog, makeCallLog } from "./call-log.ts"
import { type Docs, makeDocs } from "./docs.ts"
import { type LiveFeed, makeLiveFeed } from "./live-feed.ts"
import type { PhotoFolder } from "./photo-folder.ts"
import { makePhotos, type Photos } from "./photos.ts"
import type { Inspector } from "../schema/inspector.ts"
import { makePresses, type Presses } from "./presses.ts"
import { makeRateLimit, type RateLimit } from "./rate-limit.ts"
import type { SavedState } from "./saved-state.ts"
import { makeStats, type Stats } from "./stats.ts"
import { makeTurnedClock, type TurnedClock } from "./turned-clock.ts"
import { type Clock, makeWorld, type World } from "./world.ts"

export interface Vk {
  readonly groupId: number
  readonly token: string
  readonly clock: TurnedClock
  readonly world: World
  readonly feed: LiveFeed
  readonly stats: Stats
  readonly calls: CallLog
  readonly presses: Presses
  readonly photos: Photos
  readonly docs: Docs
  readonly rateLimit: RateLimit
  readonly queue: EventQueue
  readonly polls: PollServer
  readonly events: Publisher
  readonly callbacks: { readonly servers: CallbackServers; readonly sender: CallbackSender }
  readonly faults: () => ActiveFaults
  readonly setFaults: (plan: FaultPlan) => void
  readonly longPoll: { enabled: boolean }
  /** Compares everything with VK's schema, where that is wanted. */
  readonly inspector: Inspector | undefined
}

export interface VkOptions {
  readonly groupId: number
  readonly token: string
  readonly clock: Clock
  readonly callbackHosts?: ReadonlyArray<string>
  /** What an earlier run has left. */
  readonly saved?: SavedState | undefined
  readonly photoFolder?: PhotoFolder | undefined
  readonly inspector?: Inspector | undefined
}

export const makeVk = (options: VkOptions): Vk => {
  const { callbackHosts = [], clock: real, groupId, inspector, photoFolder, saved, token } = options
  const clock = makeTurnedClock(real)
  let active = activate({})
  const queue = makeEventQueue(clock, defaultRetention, saved?.long_poll)
  const polls = makePollServer(queue)
  const faults = (): ActiveFaults => active

  const servers = makeCallbackServers(eventVersion, saved?.callbacks)
  const delayScale = (): number => faults().plan.callbackDelayScale ?? 1
  const stats = makeStats(saved?.stats)
  const sender = makeCallbackSender({
    groupId,
    servers,
    clock,
    delayScale,
    gaveUp: stats.givenUp,
    isAllowed: callbackHostCheck(callbackHosts)
  })

  const setFaults = (plan: FaultPlan): void => {
    // What happens once is not part of the plan that stays.
    const { expireKey, loseHistory, staleTs, ...lasting } = plan
    active = activate(lasting)
    queue.keep({ ...defaultRetention, ...plan.retention })
    if (expireKey === true) polls.expireKey()
    if (loseHistory === true) polls.loseHistory()
    if (staleTs === true) polls.staleTs()
  }

  return {
    groupId,
    token,
    clock,
    world: makeWorld(groupId, clock, saved?.world),
    feed: makeLiveFeed(),
    calls: makeCallLog(),
    stats,
    presses: makePresses(saved?.presses.map((press) => ({ conversation_message_id: undefined, ...press }))),
    docs: makeDocs(),
    photos: makePhotos({ folder: photoFolder, saved: saved?.photos }),
    rateLimit: makeRateLimit(clock),
    queue,
    polls,
    events: makePublisher({
      groupId,
      queue,
      faults,
      alsoTell: sender.send,
      inspector,
      types: saved?.long_poll.types,
      version: saved?.long_poll.api_version
    }),
    callbacks: { servers, sender },
    faults,
    setFaults,
    longPoll: { enabled: saved?.long_poll.enabled ?? true },
    inspector
  }
}
