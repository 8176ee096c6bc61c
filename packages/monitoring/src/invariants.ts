/** What may not be at all: no share of it is allowed. */
import type { Alert, Shown } from "./alert.ts"
import { gauge, hourly } from "./stories.ts"

/** It may not happen once. Whoever counted was told of none before. */
const once = (series: string): Shown => ({
  raised: { [series]: "0x60 1x180" },
  at: ["50m", "1h10m", "3h50m"],
  nearly: { [series]: "3x120" },
  nearlyAt: "1h50m"
})

/** Of each disk that lasts, as node_exporter tells of it. */
const roomLeft =
  'min by (instance, mountpoint) (node_filesystem_avail_bytes{fstype!~"tmpfs|ramfs|overlay|squashfs"} / node_filesystem_size_bytes)'

/** In hundredths of it: when all is well, when it is not, when it nearly is not. */
const disk = (good: number, bad: number, nearly: number): Shown => {
  const of = '{instance="db:9100",mountpoint="/var",fstype="ext4"}'
  const size = { [`node_filesystem_size_bytes${of}`]: "100x240" }
  const { nearly: nearlyRoom, raised, ...when } = gauge(`node_filesystem_avail_bytes${of}`, good, bad, nearly)
  return {
    ...when,
    raised: { ...raised, ...size },
    nearly: { ...nearlyRoom, ...size },
    labels: { instance: "db:9100", mountpoint: "/var" }
  }
}

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
    name: "SaidTwice",
    severity: "page",
    expr: "sum(increase(znatoki_said_twice_total[1h])) > 0",
    lasting: "1m",
    summary: "A message was said a second time, which cannot be",
    shown: once("znatoki_said_twice_total")
  },
  {
    name: "OrderBroken",
    severity: "page",
    expr: "sum(increase(znatoki_order_broken_total[1h])) > 0",
    lasting: "1m",
    summary: "A message was said after one that follows it, which cannot be",
    shown: once("znatoki_order_broken_total")
  },
  {
    name: "BucketUnowned",
    severity: "page",
    expr: "max by (check) (znatoki_buckets) - sum by (check) (znatoki_owned) > 0",
    lasting: "2m",
    summary: "Conversations of a community have no worker",
    shown: {
      raised: {
        'znatoki_buckets{check="buckets",instance="a"}': "16x180",
        'znatoki_buckets{check="buckets",instance="b"}': "16x180",
        'znatoki_owned{check="buckets",instance="a"}': "8x180",
        'znatoki_owned{check="buckets",instance="b"}': "8x60 7x60 8x60"
      },
      ...hourly,
      nearly: {
        'znatoki_buckets{check="buckets",instance="a"}': "16x180",
        // Given over within the time that may pass.
        'znatoki_owned{check="buckets",instance="a"}': "16x60 0x1 16x100"
      },
      nearlyAt: "1h2m",
      labels: { check: "buckets" }
    }
  },
  {
    name: "DiskFills",
    severity: "ticket",
    expr: `${roomLeft} < 0.15`,
    lasting: "15m",
    summary: "A disk has less than 15 % left",
    shown: disk(50, 10, 16)
  },
  {
    name: "DiskFull",
    severity: "page",
    expr: `${roomLeft} < 0.05`,
    lasting: "5m",
    summary: "A disk has less than 5 % left: soon nothing can be written",
    shown: disk(50, 3, 6)
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
