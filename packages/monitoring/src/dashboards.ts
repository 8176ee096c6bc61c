/** Pages of Grafana: an overview, and one each for the game, the messenger, the database, the jobs and the processes. */
import { type Panel, page, row, share, stat, timeline } from "./panel.ts"

const quantile = (share: number, histogram: string, by = ""): string =>
  `histogram_quantile(${share}, sum by (${["le", by].filter(Boolean).join(", ")}) (rate(${histogram}_bucket[$__rate_interval])))`
const rate = (series: string, by = ""): string =>
  by === "" ? `sum(rate(${series}[$__rate_interval]))` : `sum by (${by}) (rate(${series}[$__rate_interval]))`

/** Where nothing of the kind is there it is none. */
const orNone = (expr: string): string => `${expr} or vector(0)`

const percentiles = (title: string, histogram: string): Panel =>
  timeline(title, "s", [
    ["p50", quantile(0.5, histogram)],
    ["p95", quantile(0.95, histogram)],
    ["p99", quantile(0.99, histogram)]
  ])

const loaded = 'znatoki_cache_operations_total{result="miss"}'
const errors = 'znatoki_http_requests_total{status=~"5.."}'

const overview = page("znatoki-overview", "Znatoki: overview", [
  row([
    stat("Open games", "short", "max(znatoki_games_running)"),
    stat("Events a second", "ops", rate("znatoki_events_total")),
    stat("Oldest unsent message", "s", "max(znatoki_oldest_unsent_seconds)"),
    stat("Parked conversations", "short", "max(znatoki_parked_conversations)"),
    stat("Ready", "short", "min(znatoki_ready)")
  ]),
  row([
    percentiles("From an event to its commit", "znatoki_event_commit_seconds"),
    percentiles("From an event to its answer in the chat", "znatoki_answer_seconds"),
    percentiles("From a commit to the chat", "znatoki_say_seconds")
  ]),
  row([
    timeline("Requests a second", "reqps", [["{{route}}", rate("znatoki_http_requests_total", "route")]]),
    timeline("Response time", "s", [["p95 {{route}}", quantile(0.95, "znatoki_http_request_seconds", "route")]]),
    // Where none has ever failed there is no series of failures.
    share("Errors among requests", `(${rate(errors)} or vector(0)) / ${rate("znatoki_http_requests_total")}`)
  ]),
  row([
    timeline("Answers kept ready", "ops", [["{{result}}", rate("znatoki_cache_operations_total", "result")]]),
    share("Found among those asked for", `1 - ${rate(loaded)} / ${rate("znatoki_cache_operations_total")}`),
    timeline("Redis did not do it", "ops", [["failures", rate("znatoki_cache_errors_total")]]),
    timeline("Answers in memory", "short", [["answers", "sum(znatoki_cache_entries)"]])
  ]),
  row([
    timeline("Processor", "percentunit", [["{{instance}}", "nodejs_eventloop_utilization_ratio"]]),
    timeline("Memory", "bytes", [["{{instance}}", "process_resident_memory_bytes"]]),
    timeline("Database time", "s", [
      ["p95 {{operation}}", quantile(0.95, "znatoki_database_statement_seconds", "operation")]
    ])
  ])
])

const game = page("znatoki-game", "Znatoki: the game", [
  row([
    timeline("Events in games", "ops", [["{{event}}", rate("znatoki_game_events_total", "event")]]),
    timeline("Verdicts", "ops", [["{{verdict}}", rate("znatoki_verdicts_total", "verdict")]]),
    timeline("Appeals", "ops", [
      ["asked for", orNone(rate('znatoki_game_events_total{event="AppealRequested"}'))],
      ["ruled by an admin", orNone(rate('znatoki_game_events_total{event="RulingMade"}'))]
    ])
  ]),
  row([
    percentiles("How late deadlines fire", "znatoki_timer_lateness_seconds"),
    timeline("Games that run", "short", [["{{phase}}", "max by (phase) (znatoki_games)"]]),
    timeline("Set aside", "ops", [["events", rate("znatoki_parked_total")]])
  ]),
  row([
    timeline("Rounds", "ops", [["questions drawn", rate("znatoki_round_players_count")]]),
    timeline("People at a table", "short", [
      ["mean", `${rate("znatoki_round_players_sum")} / ${rate("znatoki_round_players_count")}`]
    ]),
    timeline("What cannot be", "short", [
      ["said twice", "sum(znatoki_said_twice_total)"],
      ["out of order", "sum(znatoki_order_broken_total)"]
    ])
  ]),
  // Where the roles are apart; one process owns all of it, and asks no broker.
  row([
    timeline("Buckets, by community", "short", [
      ["owned, {{check}}", orNone("sum by (check) (znatoki_owned)")],
      ["not heard, {{check}}", orNone("sum by (check) (znatoki_unheard)")]
    ]),
    timeline("Given to workers and not done", "short", [["events", orNone("sum(znatoki_events_undone)")]]),
    timeline("Given to the broker", "ops", [["{{result}}", orNone(rate("znatoki_broker_messages_total", "result"))]]),
    timeline("Until the broker has it", "s", [["p95", orNone(quantile(0.95, "znatoki_broker_publish_seconds"))]])
  ])
])

const messenger = page("znatoki-messenger", "Znatoki: VK", [
  row([
    timeline("Calls by method", "ops", [["{{method}}", rate("znatoki_vk_calls_total", "method")]]),
    timeline("Calls that failed, by VK's code", "ops", [
      ["{{code}}", rate('znatoki_vk_calls_total{code!="ok"}', "code")]
    ]),
    timeline("Calls made once more, by what the one before came to", "ops", [
      ["{{method}} {{code}}", orNone(rate("znatoki_vk_retries_total", "method, code"))]
    ])
  ]),
  row([
    percentiles("Waiting for VK's limit", "znatoki_vk_limit_wait_seconds"),
    timeline("A call", "s", [["p95 {{method}}", quantile(0.95, "znatoki_vk_call_seconds", "method")]]),
    percentiles("How long after it was written an event is taken in", "znatoki_intake_lag_seconds"),
    timeline("Messages", "ops", [["{{result}}", rate("znatoki_deliveries_total", "result")]])
  ]),
  row([
    timeline("Last heard", "s", [["{{check}}", "znatoki_last_heard_seconds_ago"]]),
    timeline("Waiting to be said", "short", [["messages", "max(znatoki_unsent_messages)"]]),
    timeline("Never arrived", "short", [["dead letters", "max(znatoki_dead_letters)"]])
  ])
])

const database = page("znatoki-database", "Znatoki: the database", [
  row([
    percentiles("A commit", "znatoki_commit_seconds"),
    timeline("Conversations in a commit", "short", [
      ["mean", `${rate("znatoki_commit_conversations_sum")} / ${rate("znatoki_commit_conversations_count")}`]
    ]),
    timeline("Commits", "ops", [["{{result}}", rate("znatoki_commits_total", "result")]])
  ]),
  row([
    timeline("Statements a second", "ops", [
      ["{{operation}}", rate("znatoki_database_statement_seconds_count", "operation")]
    ]),
    timeline("Time in statements", "percentunit", [
      ["{{operation}}", rate("znatoki_database_statement_seconds_sum", "operation")]
    ]),
    timeline("Statements that failed", "ops", [["{{operation}}", rate("znatoki_database_failures_total", "operation")]])
  ]),
  row([
    timeline("Size", "bytes", [["database", "max(znatoki_database_size_bytes)"]]),
    timeline("Connections", "short", [
      ["all", "max(znatoki_database_connections)"],
      ["{{instance}} may have", "znatoki_database_pool_connections"],
      ["{{instance}} asks", "znatoki_database_statements_under_way"]
    ]),
    timeline("Updates that touched no index; rows that are over", "percentunit", [
      ["no index", "min(znatoki_database_hot_ratio)"],
      ["over", "max(znatoki_database_dead_rows_ratio)"]
    ])
  ])
])

const jobs = page("znatoki-jobs", "Znatoki: jobs", [
  row([
    timeline("Runs", "ops", [["{{job}}, {{result}}", rate("znatoki_job_runs_total", "job, result")]]),
    timeline("How long a run takes", "s", [["p95 {{job}}", quantile(0.95, "znatoki_job_seconds", "job")]])
  ]),
  row([
    timeline("Last done", "s", [["{{job}}", "max by (job) (znatoki_job_age_seconds)"]]),
    timeline("Waiting to be done", "s", [["{{job}}", "max by (job) (znatoki_job_late_seconds)"]]),
    timeline("Given up", "short", [["{{job}}", "max by (job) (znatoki_job_given_up)"]])
  ])
])

const processes = page("znatoki-processes", "Znatoki: processes", [
  row([
    timeline("Processor time", "percentunit", [["{{instance}}", "rate(process_cpu_seconds_total[$__rate_interval])"]]),
    timeline("How busy the thread that plays is", "percentunit", [
      ["{{instance}}", "nodejs_eventloop_utilization_ratio"]
    ]),
    timeline("How late it is", "s", [
      ["p50 {{instance}}", "nodejs_eventloop_lag_p50_seconds"],
      ["p99 {{instance}}", "nodejs_eventloop_lag_p99_seconds"]
    ])
  ]),
  row([
    timeline("Memory", "bytes", [
      ["all of it, {{instance}}", "process_resident_memory_bytes"],
      ["heap, {{instance}}", "nodejs_heap_size_used_bytes"],
      ["outside of it, {{instance}}", "nodejs_external_memory_bytes"]
    ]),
    timeline("Collecting garbage", "percentunit", [
      ["{{instance}}", "rate(nodejs_gc_duration_seconds_sum[$__rate_interval])"]
    ]),
    timeline("Age", "s", [["{{instance}}", "time() - process_start_time_seconds"]])
  ])
])

export const dashboards = [overview, game, messenger, database, jobs, processes]
