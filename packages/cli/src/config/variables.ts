/** What the help of a command tells of the environment; README has the same table. */

export interface Variable {
  readonly name: string
  readonly byDefault: string
  readonly meaning: string
  /** Those that read it. */
  readonly commands: ReadonlyArray<string>
}

const apart = ["connector", "callback", "worker"]
const logging = ["bot", "doctor", "admin", "create", "verify", "demo", "migrate", "replay", "import", "all", ...apart]
const tracing = ["bot", "all", "admin", ...apart]

export const variables: ReadonlyArray<Variable> = [
  {
    name: "DATABASE_URL",
    byDefault: "the embedded server",
    meaning: "PostgreSQL 14 or later: postgres://user:password@host:5432/database",
    commands: [
      "bot",
      "doctor",
      "admin",
      "create",
      "verify",
      "demo",
      "migrate",
      "replay",
      "import",
      "all",
      ...apart,
      "load"
    ]
  },
  {
    name: "DATABASE_URL_FILE",
    byDefault: "–",
    meaning: "in place of DATABASE_URL: the file that holds it",
    commands: ["bot", "all", ...apart, "doctor", "admin", "demo", "migrate", "replay", "import", "load"]
  },
  {
    name: "AMQP_URL",
    byDefault: "–",
    meaning: "the RabbitMQ by which roles that are apart talk: amqp://user:password@host:5672/vhost",
    commands: [...apart]
  },
  {
    name: "AMQP_URL_FILE",
    byDefault: "–",
    meaning: "in place of AMQP_URL: the file that holds it",
    commands: [...apart]
  },
  {
    name: "REDIS_URL",
    byDefault: "–",
    meaning:
      "the Redis in which processes share what they keep ready (lists, ratings): redis://user:password@host:6379/0. Without it, or while it is gone, each has its own memory",
    commands: ["bot", "admin", "demo", "import", "all", "clear", "stats", "bench", ...apart]
  },
  {
    name: "REDIS_URL_FILE",
    byDefault: "–",
    meaning: "in place of REDIS_URL: the file that holds it",
    commands: ["bot", "admin", "demo", "import", "all", "clear", "stats", "bench", ...apart]
  },
  {
    name: "ZNATOKI_BUCKETS",
    byDefault: "16",
    meaning:
      "into how many the conversations of a community are divided among workers; the same for every process, and changed only while none runs",
    commands: ["connector", "worker"]
  },
  {
    name: "ZNATOKI_DATA",
    byDefault: ".znatoki",
    meaning: "folder of the embedded server; one bot or demo at a time, with admin and others beside it",
    commands: ["bot", "doctor", "admin", "create", "verify", "demo", "migrate", "replay", "import", "all"]
  },
  {
    name: "ZNATOKI_PRESET",
    byDefault: "classic",
    meaning: "what a conversation plays that never chose: lightning, quick, classic, tv, slow",
    commands: ["bot", "demo", "all", "worker"]
  },
  {
    name: "ZNATOKI_HOST",
    byDefault: "127.0.0.1",
    meaning: "where the admin API, the sandbox, the bot's health and VK's callbacks listen",
    commands: ["bot", "admin", "demo", "sandbox", "all", ...apart]
  },
  {
    name: "ZNATOKI_ALLOWED_HOSTS",
    byDefault: "–",
    meaning:
      "names by which these servers may be asked, split by commas, beside loopback and the address they listen on: behind a proxy its name. A page that comes by another name is refused",
    commands: ["bot", "admin", "demo", "sandbox", "all", ...apart]
  },
  {
    name: "SANDBOX_PORT",
    byDefault: "8400",
    meaning: "the emulated VK and its web chat; 0 takes a free port",
    commands: ["demo", "sandbox"]
  },
  {
    name: "SANDBOX_CALLBACK_HOSTS",
    byDefault: "–",
    meaning:
      "where the emulated VK may send events to a Callback server, split by commas, beside this machine; * is anywhere",
    commands: ["demo", "sandbox"]
  },
  { name: "ADMIN_PORT", byDefault: "8480", meaning: "the admin API; 0 takes a free port", commands: ["admin", "demo"] },
  {
    name: "ADMIN_TOKEN",
    byDefault: "made anew at every start and printed",
    meaning: "who sends it may use the admin API; 16 characters at least. One of yours is never printed",
    commands: ["admin", "demo"]
  },
  {
    name: "ADMIN_TOKEN_FILE",
    byDefault: "–",
    meaning: "in place of ADMIN_TOKEN: the file that holds it",
    commands: ["admin", "demo"]
  },
  {
    name: "HEALTH_PORT",
    byDefault: "nowhere",
    meaning:
      "where a process tells of its health and of what it measures: /health/live, /health/ready, /health/performance, /metrics; " +
      "0 takes a free port, which the log names",
    commands: ["bot", "all", "admin", ...apart]
  },
  {
    name: "VK_TOKEN",
    byDefault: "–",
    meaning:
      "token of the community; bot cannot do without. For sandbox and demo: the token the emulator expects (sandbox-token)",
    commands: ["bot", "doctor", "demo", "sandbox", "all", "connector"]
  },
  {
    name: "VK_GROUP_ID",
    byDefault: "what the token says",
    meaning:
      "number of the community; if set, a token of another community is refused. For sandbox and demo: the number of the emulated community (1)",
    commands: ["bot", "doctor", "demo", "sandbox", "all", ...apart]
  },
  {
    name: "VK_TOKEN_FILE",
    byDefault: "–",
    meaning: "in place of VK_TOKEN: the file that holds it",
    commands: ["bot", "doctor", "demo", "sandbox", "all", "connector"]
  },
  {
    name: "VK_COMMUNITIES",
    byDefault: "–",
    meaning: "in place of VK_TOKEN and VK_GROUP_ID: the JSON file that names several communities",
    commands: ["bot", "doctor", "all", ...apart]
  },
  {
    name: "VK_INTAKE",
    byDefault: "long-poll",
    meaning:
      "how events come: long-poll (the bot asks VK), callback (VK brings them to VK_CALLBACK_PORT), or both at once",
    commands: ["bot", "doctor", "all", ...apart]
  },
  {
    name: "VK_CALLBACK_PORT",
    byDefault: "–",
    meaning:
      "where VK brings events of every community that wants it so, by plain http: put a proxy with https before it; 0 takes a free port, which the log names",
    commands: ["bot", "doctor", "all", "callback"]
  },
  {
    name: "VK_CALLBACK_CONFIRMATION",
    byDefault: "–",
    meaning: "the string that VK shows for the address, in Manage → API usage → Callback API",
    commands: ["bot", "doctor", "all", "callback"]
  },
  {
    name: "VK_CALLBACK_SECRET",
    byDefault: "none is asked for",
    meaning: "the secret key set beside it; two split by a comma while one takes the other's place",
    commands: ["bot", "all", "callback"]
  },
  {
    name: "VK_CALLBACK_SECRET_FILE",
    byDefault: "–",
    meaning: "in place of VK_CALLBACK_SECRET: the file that holds it, a line each",
    commands: ["bot", "all", "callback"]
  },
  {
    name: "VK_API_URL",
    byDefault: "https://api.vk.ru/method/",
    meaning: "where VK's methods are",
    commands: ["bot", "doctor", "all", "connector"]
  },
  {
    name: "VK_MESSAGES_PER_HOUR",
    byDefault: "1000",
    meaning:
      "how many messages the bot says in one conversation in an hour, so that VK's flood control does not stop it; 0: as many as there are",
    commands: ["bot", "all", "connector"]
  },
  {
    name: "ZNATOKI_CARDS",
    byDefault: "on",
    meaning:
      "on or off: whether a game that is over is shown as a picture, which takes some 160 MB in a process of its own while any are drawn",
    commands: ["bot", "all", "connector", "demo", "load", "admin"]
  },
  {
    name: "ZNATOKI_JOBS",
    byDefault: "on",
    meaning:
      "on or off: whether what is done by the clock (reminders, questions of the day, statistics, the digest of a day, putting in order by night) is done by this process too; of all that may, one does it",
    commands: ["bot", "all", "worker", "demo"]
  },
  {
    name: "ZNATOKI_DIGEST_TO",
    byDefault: "nobody",
    meaning:
      "conversations of admins, like vk:123456:2000000001 (community, peer; a person's number for a private dialog), split by commas: each is told at nine in the morning, Moscow time, what was played the day before, in each community too where games of several ended, and what waits for an admin",
    commands: ["bot", "all", "worker", "demo"]
  },
  {
    name: "ZNATOKI_GAME_LOG_DAYS",
    byDefault: "0",
    meaning:
      "how many days after its end the log of a game is kept; then it is deleted by night, while the game, its result and the statistics stay; 0: for ever",
    commands: ["bot", "all", "worker", "demo"]
  },
  {
    name: "LOG_LEVEL",
    byDefault: "info; warn for demo",
    meaning: "error, warn, info or debug; the log goes to standard error; debug follows every event by its name",
    commands: logging
  },
  {
    name: "LOG_FORMAT",
    byDefault: "text at a terminal, else json",
    meaning: "json or text: a line of JSON each, or one for a person to read",
    commands: logging
  },
  {
    name: "LOG_SLOW_STATEMENT_MS",
    byDefault: "500",
    meaning: "a statement of the database that takes as long is told in the log, without its values; 0: none is",
    commands: logging
  },
  {
    name: "LOG_SLOW_REQUEST_MS",
    byDefault: "2000",
    meaning: "a request to the admin API that takes as long is told in the log; 0: none is",
    commands: ["admin", "demo"]
  },
  {
    name: "OTEL_EXPORTER_OTLP_ENDPOINT",
    byDefault: "–",
    meaning: "where traces are sent, as OTLP over HTTP, like http://127.0.0.1:4318; without it nothing is recorded",
    commands: tracing
  },
  {
    name: "OTEL_EXPORTER_OTLP_HEADERS",
    byDefault: "–",
    meaning: "headers for it, name=value split by commas",
    commands: tracing
  },
  {
    name: "OTEL_EXPORTER_OTLP_HEADERS_FILE",
    byDefault: "–",
    meaning: "in place of OTEL_EXPORTER_OTLP_HEADERS: the file that holds them",
    commands: tracing
  },
  {
    name: "OTEL_TRACES_SAMPLER_ARG",
    byDefault: "0.01",
    meaning: "which share of events is traced, from 0 to 1",
    commands: tracing
  }
]
