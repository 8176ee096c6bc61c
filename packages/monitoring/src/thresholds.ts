/** Plain bounds that people expect: how slow, how full, how many. */
import type { Alert, Shown } from "./alert.ts"
import { counter, gauge, hourly } from "./stories.ts"

const quick = "0+100x180"

/** Of requests, how many a minute are answered within the bound: all, then hardly any, then all. */
const slow = (bound: string): Shown => ({
  raised: {
    znatoki_http_request_seconds_count: quick,
    [`znatoki_http_request_seconds_bucket{le="${bound}"}`]: counter(100, 10),
    'znatoki_http_request_seconds_bucket{le="+Inf"}': quick
  },
  ...hourly,
  nearly: {
    znatoki_http_request_seconds_count: quick,
    [`znatoki_http_request_seconds_bucket{le="${bound}"}`]: "0+96x180",
    'znatoki_http_request_seconds_bucket{le="+Inf"}': quick
  }
})

/** More than one of twenty requests takes longer. */
const slowerThan = (bound: string): string =>
  `sum(rate(znatoki_http_request_seconds_bucket{le="${bound}"}[5m])) / sum(rate(znatoki_http_request_seconds_count[5m])) < 0.95 and sum(rate(znatoki_http_request_seconds_count[5m])) > 0.02`

const of = { instance: "bot:8481" }
const named = (name: string): string => `${name}{instance="bot:8481"}`

export const thresholds: ReadonlyArray<Alert> = [
  {
    name: "AnswersSlow",
    severity: "ticket",
    expr: slowerThan("2"),
    lasting: "10m",
    summary: "One of twenty requests takes longer than two seconds",
    shown: slow("2")
  },
  {
    name: "AnswersVerySlow",
    severity: "page",
    expr: slowerThan("5"),
    lasting: "5m",
    summary: "One of twenty requests takes longer than five seconds",
    shown: slow("5")
  },
  {
    name: "RequestsFailOften",
    severity: "page",
    expr: 'sum(rate(znatoki_http_requests_total{status=~"5.."}[5m])) > 1',
    lasting: "5m",
    summary: "More than one request a second ends in 5xx",
    shown: {
      raised: { 'znatoki_http_requests_total{status="500"}': counter(0, 120) },
      ...hourly,
      nearly: { 'znatoki_http_requests_total{status="500"}': "0+54x120" }
    }
  },
  {
    name: "CacheMisses",
    severity: "ticket",
    expr: 'sum(rate(znatoki_cache_operations_total{result="miss"}[30m])) / sum(rate(znatoki_cache_operations_total[30m])) > 0.5 and sum(rate(znatoki_cache_operations_total[30m])) > 1',
    lasting: "30m",
    summary: "Of what is asked of the cache, and that is much, more than half is not there",
    shown: {
      raised: {
        'znatoki_cache_operations_total{result="memory"}': counter(100, 20),
        'znatoki_cache_operations_total{result="miss"}': counter(20, 100)
      },
      at: ["50m", "1h59m", "2h50m"],
      nearly: {
        'znatoki_cache_operations_total{result="memory"}': "0+62x120",
        'znatoki_cache_operations_total{result="miss"}': "0+58x120"
      },
      nearlyAt: "1h50m"
    }
  },
  {
    name: "ProcessorBusy",
    severity: "ticket",
    expr: "max by (instance) (nodejs_eventloop_utilization_ratio) > 0.8",
    lasting: "10m",
    summary: "The thread that plays is busy for four fifths of the time",
    shown: gauge(named("nodejs_eventloop_utilization_ratio"), 0.3, 0.9, 0.79, of)
  },
  {
    name: "ProcessorFull",
    severity: "page",
    expr: "max by (instance) (nodejs_eventloop_utilization_ratio) > 0.95",
    lasting: "5m",
    summary: "The thread that plays has no time left",
    shown: gauge(named("nodejs_eventloop_utilization_ratio"), 0.3, 0.99, 0.94, of)
  },
  {
    name: "MemoryHigh",
    severity: "ticket",
    expr: "max by (instance) (process_resident_memory_bytes) > 512 * 1024 * 1024",
    lasting: "15m",
    summary: "A process holds more than 512 MiB, nearly twice what ten thousand games take",
    shown: gauge(named("process_resident_memory_bytes"), 3e8, 7e8, 5.3e8, of)
  },
  {
    name: "StatementsFail",
    severity: "page",
    expr: "sum(rate(znatoki_database_failures_total[5m])) > 1",
    lasting: "5m",
    summary: "More than one statement a second fails",
    shown: {
      raised: { znatoki_database_failures_total: counter(0, 120) },
      ...hourly,
      nearly: { znatoki_database_failures_total: "0+54x120" }
    }
  },
  {
    name: "StatementsSlow",
    severity: "ticket",
    expr: 'sum(rate(znatoki_database_statement_seconds_count[5m])) - sum(rate(znatoki_database_statement_seconds_bucket{le="1"}[5m])) > 1',
    lasting: "5m",
    summary: "More than one statement a second takes longer than a second",
    shown: {
      raised: {
        znatoki_database_statement_seconds_count: counter(600, 600),
        'znatoki_database_statement_seconds_bucket{le="1"}': counter(600, 480)
      },
      ...hourly,
      nearly: {
        znatoki_database_statement_seconds_count: "0+600x120",
        'znatoki_database_statement_seconds_bucket{le="1"}': "0+546x120"
      }
    }
  },
  {
    name: "LimitOfTheMessenger",
    severity: "ticket",
    expr: "histogram_quantile(0.95, sum by (le) (rate(znatoki_vk_limit_wait_seconds_bucket[10m]))) > 1",
    lasting: "15m",
    summary:
      "Calls wait for more than a second for their turn under VK's limit: the community has more games than VK lets it speak to",
    shown: {
      raised: {
        'znatoki_vk_limit_wait_seconds_bucket{le="0.5"}': counter(100, 10),
        'znatoki_vk_limit_wait_seconds_bucket{le="1"}': counter(100, 10),
        'znatoki_vk_limit_wait_seconds_bucket{le="2"}': "0+100x180",
        'znatoki_vk_limit_wait_seconds_bucket{le="+Inf"}': "0+100x180"
      },
      ...hourly,
      nearly: {
        'znatoki_vk_limit_wait_seconds_bucket{le="0.5"}': "0+90x180",
        'znatoki_vk_limit_wait_seconds_bucket{le="1"}': "0+96x180",
        'znatoki_vk_limit_wait_seconds_bucket{le="2"}': "0+100x180",
        'znatoki_vk_limit_wait_seconds_bucket{le="+Inf"}': "0+100x180"
      }
    }
  },
  {
    name: "UpdatesTouchIndexes",
    severity: "ticket",
    expr: "min(znatoki_database_hot_ratio) < 0.5",
    lasting: "1h",
    summary: "Half of the updates of conversations touch an index: commits cost more than they should",
    shown: gauge("znatoki_database_hot_ratio", 0.99, 0.3, 0.51)
  },
  {
    name: "DeadRowsStay",
    severity: "ticket",
    expr: "max(znatoki_database_dead_rows_ratio) > 0.5",
    lasting: "1h",
    summary: "Half of the rows of conversations are over and still there: vacuum does not keep up",
    shown: gauge("znatoki_database_dead_rows_ratio", 0.05, 0.7, 0.49)
  }
]
