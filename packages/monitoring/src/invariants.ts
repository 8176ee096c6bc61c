/** What may not be at all: no share of it is allowed. */
import type { Alert } from "./alert.ts"
import { gauge } from "./stories.ts"

export const invariants: ReadonlyArray<Alert> = [
  {
    name: "ProcessGone",
    severity: "page",
    expr: 'up{job="znatoki"} == 0',
    lasting: "1m",
    summary: "A process cannot be asked for its metrics",
    shown: gauge('up{job="znatoki",instance="bot:8481"}', 1, 0, 1, { job: "znatoki", instance: "bot:8481" })
  },
  {
    name: "NotReady",
    severity: "page",
    expr: "min by (check) (znatoki_ready) == 0",
    lasting: "2m",
    summary: "A readiness check has found something wrong for two minutes",
    shown: gauge('znatoki_ready{check="inbox"}', 1, 0, 1, { check: "inbox" })
  },
  {
    name: "MessagesWait",
    severity: "page",
    expr: "max(znatoki_oldest_unsent_seconds) > 60",
    lasting: "2m",
    summary: "A message has waited for more than a minute to be said",
    shown: gauge("znatoki_oldest_unsent_seconds", 0, 90, 59)
  },
  {
    name: "EventsWait",
    severity: "page",
    expr: "max(znatoki_oldest_pending_seconds) > 30",
    lasting: "2m",
    summary: "An event that VK handed over has waited for more than half a minute to be played",
    shown: gauge("znatoki_oldest_pending_seconds", 0, 45, 29)
  },
  {
    name: "ConversationParked",
    severity: "ticket",
    expr: "max(znatoki_parked_conversations) > 0",
    lasting: "1m",
    summary: "A conversation stands still, because an event in it made the code fail",
    shown: gauge("znatoki_parked_conversations", 0, 1, 0)
  },
  {
    name: "MessagesDie",
    severity: "ticket",
    expr: "max(znatoki_dead_letters) - min(min_over_time(znatoki_dead_letters[1h])) > 10",
    lasting: "5m",
    summary: "More than ten messages in an hour never arrived",
    shown: {
      raised: { znatoki_dead_letters: "0x60 20x30 20x120" },
      at: ["55m", "1h20m", "3h20m"],
      nearly: { znatoki_dead_letters: "0x60 9x60" },
      nearlyAt: "1h20m"
    }
  },
  {
    name: "TokenRefused",
    severity: "page",
    expr: "sum(increase(znatoki_vk_token_refusals_total[10m])) > 0",
    lasting: "1m",
    summary: "VK refuses the community's token",
    shown: {
      raised: { znatoki_vk_token_refusals_total: "0x30 1x75" },
      at: ["25m", "35m", "1h20m"],
      nearly: { znatoki_vk_token_refusals_total: "7x60" },
      nearlyAt: "40m"
    }
  }
]
