# One image for every role: `docker run <image> bot`, `… admin`, `… sandbox`, `… migrate`, `… play`.

# Only what npm reads, so that a change of the code does not install everything anew.
FROM node:24.21.0-slim@sha256:2fe369e969550cde8e867afc3fe370b260140cab4a23d467074295b42163d553 AS manifests
WORKDIR /app
COPY package.json package-lock.json ./
COPY packages packages
RUN find packages -type f ! -path 'packages/*/package.json' -delete && find packages -type d -empty -delete

# The embedded PostgreSQL is an optional package and stays out: a container is given DATABASE_URL.
FROM manifests AS dependencies
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund

# Nothing is compiled: Node runs the .ts files. The packages are links out of node_modules, where it would refuse to.
FROM node:24.21.0-slim@sha256:2fe369e969550cde8e867afc3fe370b260140cab4a23d467074295b42163d553
WORKDIR /app
COPY --from=dependencies /app ./
COPY packages packages
# Garbage is collected before it is a burden: 300 MB with 100,000 conversations under full load, and no slower.
ENV NODE_OPTIONS="--max-old-space-size=224 --max-semi-space-size=4"
# Inside a container loopback reaches nobody; which ports are open to whom is said where it is started.
ENV ZNATOKI_HOST=0.0.0.0
USER node
# Of what tells of its health, where it is told to; what does not is alive while it runs.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["node", "--eval", "const port = process.env.HEALTH_PORT; if (port) fetch(`http://127.0.0.1:${port}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1))"]
ENTRYPOINT ["node", "packages/cli/src/main.ts"]
CMD ["--help"]
