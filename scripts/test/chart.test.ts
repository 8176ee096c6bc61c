/** The chart for Kubernetes: what Helm makes of it is what Kubernetes knows, and fits the program it starts. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { root, textOf } from "./docs.ts"
import { faultsOf, isHelmRequired, lint, type Manifest, noHelm, render } from "./helm.ts"

const least = { "image.repository": "ghcr.io/example/znatoki", "image.digest": `sha256:${"0".repeat(64)}` }
const all = {
  ...least,
  "secrets.redis": "znatoki-redis",
  "secrets.traces": "znatoki-traces",
  "traces.endpoint": "http://collector.monitoring:4318",
  "image.pullSecrets[0]": "registry",
  "nodeSelector.disk": "quick",
  "callback.enabled": "true",
  "callback.ingress.host": "vk.example.org",
  "callback.ingress.tlsSecret": "vk-tls",
  "callback.ingress.className": "nginx",
  "callback.ingress.annotations.example": "yes",
  "admin.ingress.host": "desk.example.org",
  "admin.ingress.tlsSecret": "desk-tls",
  "worker.autoscaling.enabled": "true",
  "worker.autoscaling.prometheus": "http://prometheus.monitoring:9090"
}

interface Container {
  readonly args: ReadonlyArray<string>
  readonly env: ReadonlyArray<{ readonly name: string; readonly value?: string }>
  readonly image: string
  readonly securityContext: unknown
  readonly resources: { readonly limits: object; readonly requests: object }
  readonly ports?: ReadonlyArray<{ readonly name: string; readonly containerPort: number }>
  readonly volumeMounts: ReadonlyArray<{
    readonly name: string
    readonly mountPath: string
    readonly readOnly: boolean
  }>
}

interface Pod {
  readonly metadata: { readonly labels: Readonly<Record<string, string>> }
  readonly spec: {
    readonly automountServiceAccountToken: boolean
    readonly securityContext: unknown
    readonly containers: ReadonlyArray<Container>
    readonly volumes: ReadonlyArray<{
      readonly name: string
      readonly secret: { readonly secretName: string; readonly items?: ReadonlyArray<{ readonly key: string }> }
    }>
  }
}

const podsOf = (manifests: ReadonlyArray<Manifest>): ReadonlyMap<string, Pod> =>
  new Map(
    manifests
      .filter(({ kind }) => kind === "Deployment" || kind === "Job")
      .map(({ metadata, spec }) => [metadata.name.replace(/^game-/, ""), spec["template"] as Pod])
  )

const portsOf = (found: ReadonlyArray<Pod>) =>
  found.flatMap(({ spec }) => spec.containers.flatMap((each) => each.ports ?? []))

const of = (manifests: ReadonlyArray<Manifest>, kind: string) => manifests.filter((each) => each.kind === kind)
const containers = (pods: ReadonlyMap<string, Pod>) => [...pods.values()].flatMap(({ spec }) => spec.containers)

describe.skipIf(noHelm !== null && !isHelmRequired)(
  `the chart ${noHelm === null ? "" : `(skipped: ${noHelm})`}`,
  () => {
    for (const [name, settings] of Object.entries({ least, all })) {
      test(`with ${name} of its settings is what Helm and Kubernetes know`, () => {
        expect(lint(settings)).toMatchObject({ isFine: true })
        const { manifests } = render(settings)
        expect(manifests.length).toBeGreaterThan(8)
        expect(faultsOf(manifests)).toEqual([])
      })
    }

    test("what Kubernetes would not know is found: a word, a kind of value, what is missing", () => {
      const { manifests } = render(least)
      const worker = manifests.find(({ kind, metadata }) => kind === "Deployment" && metadata.name === "game-worker")
      if (worker === undefined) throw new Error("there is no worker")
      const { selector: _, ...without } = worker.spec
      const broken: ReadonlyArray<readonly [spec: Record<string, unknown>, words: RegExp]> = [
        [{ ...worker.spec, replica: 3 }, /'"?replica"?' does not exist/],
        [{ ...worker.spec, replicas: "3" }, /replicas must be integer/],
        [without, /must have required property selector/]
      ]
      for (const [spec, words] of broken) {
        expect(faultsOf([{ ...worker, spec }]).join("\n")).toMatch(words)
      }
    })

    test("settings that nobody means are refused with words", () => {
      const refusals: ReadonlyArray<readonly [object, RegExp]> = [
        [{ "image.digest": "latest" }, /digest/],
        [{ "worker.replica": "3" }, /replica/],
        [{ "worker.replicas": "17" }, /more workers than buckets/],
        [{ "worker.autoscaling.enabled": "true" }, /the address of Prometheus/],
        [{ "callback.enabled": "true" }, /the host that VK is told of/],
        [{ "admin.ingress.host": "desk.example.org" }, /nothing is shown without TLS/]
      ]
      for (const [settings, words] of refusals) {
        const { isFine, said } = render({ ...least, ...settings })
        expect({ isFine, said }).toEqual({ isFine: false, said: expect.stringMatching(words) })
      }
    })

    test("every container gives up what it does not need, has limits, and is named by its digest", () => {
      const pods = podsOf(render(all).manifests)
      expect([...pods.keys()].toSorted()).toEqual(["admin", "callback", "connector", "migrate", "worker"])
      for (const { spec } of pods.values()) {
        expect(spec.automountServiceAccountToken).toBe(false)
        expect(spec.securityContext).toMatchObject({
          runAsNonRoot: true,
          runAsUser: 1000,
          seccompProfile: { type: "RuntimeDefault" }
        })
        for (const { image, resources, securityContext, volumeMounts } of spec.containers) {
          expect(securityContext).toEqual({
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ["ALL"] }
          })
          expect(image).toMatch(/@sha256:[0-9a-f]{64}$/)
          expect(resources).toMatchObject({ limits: { memory: "512Mi" }, requests: { memory: expect.any(String) } })
          expect(volumeMounts.filter((each) => !each.readOnly)).toEqual([])
        }
      }
    })

    test("a role runs a command of the program, and is told nothing that it does not read", () => {
      const environment = textOf("packages/cli/src/config/environment.ts")
      const variables = textOf("packages/cli/src/config/variables.ts")
      for (const { args, env } of containers(podsOf(render(all).manifests))) {
        expect(existsSync(join(root, `packages/cli/src/commands/${args[0]}.ts`))).toBe(true)
        const names = env.map(({ name }) => name).filter((name) => name !== "POD_IP")
        expect(names.filter((name) => !environment.includes(`"${name}"`) || !variables.includes(`"${name}"`))).toEqual(
          []
        )
      }
    })

    /** What a role reads and no setting of the chart tells it. */
    const untold = new Map([
      ["ZNATOKI_HOST", "the image says it"],
      ["ZNATOKI_DATA", "the image has no server of its own"],
      ["VK_TOKEN", "communities are in a file"],
      ["VK_GROUP_ID", "the same"],
      ["VK_INTAKE", "the same"],
      ["VK_CALLBACK_CONFIRMATION", "the same"],
      ["VK_CALLBACK_SECRET", "the same"],
      ["VK_API_URL", "it is for VK itself"]
    ])

    test("every variable that a role reads is told by a setting or a secret, but for those that are known not to be", async () => {
      const file = join(root, "packages/cli/src/config/variables.ts")
      const { variables } = (await import(file)) as {
        readonly variables: ReadonlyArray<{ readonly name: string; readonly commands: ReadonlyArray<string> }>
      }
      const missing = [...podsOf(render(all).manifests)].flatMap(([role, { spec }]) => {
        const told = new Set(spec.containers.flatMap(({ env }) => env.map(({ name }) => name.replace(/_FILE$/, ""))))
        const read = variables
          .filter(({ commands }) => commands.includes(role))
          .map(({ name }) => name.replace(/_FILE$/, ""))
        return [...new Set(read)]
          .filter((name) => !told.has(name) && !untold.has(name))
          .map((name) => `${role}: ${name}`)
      })
      // It says what it does and ends, in the usual way.
      expect(missing).toEqual(["migrate: LOG_LEVEL", "migrate: LOG_FORMAT", "migrate: LOG_SLOW_STATEMENT_MS"])
    })

    test("the port of the collector is one that may be reached", () => {
      const ports = of(render(all).manifests, "NetworkPolicy").flatMap(({ spec }) =>
        ((spec["egress"] ?? []) as ReadonlyArray<{ readonly ports: ReadonlyArray<{ readonly port: number }> }>).flatMap(
          (rule) => rule.ports.map(({ port }) => port)
        )
      )
      expect(ports).toContain(4318)
    })

    test("no secret is in the environment, and each role has its own of the database and no others", () => {
      const pods = podsOf(render(all).manifests)
      const keyOf = (role: string) =>
        pods
          .get(role)
          ?.spec.volumes.find(({ name }) => name === "database")
          ?.secret.items?.map(({ key }) => key)
      const keys = Object.fromEntries([...pods.keys()].map((role) => [role, keyOf(role)]))
      expect(keys).toEqual({
        admin: ["admin"],
        callback: ["bot"],
        connector: ["bot"],
        migrate: ["owner"],
        worker: ["bot"]
      })
      const withTokens = [...pods].filter(([, { spec }]) => spec.volumes.some(({ name }) => name === "tokens"))
      expect(withTokens.map(([role]) => role)).toEqual(["connector"])
      for (const { env, volumeMounts } of containers(pods)) {
        const files = env.filter(({ name }) => name.endsWith("_FILE")).map(({ value = "" }) => value)
        const folders = volumeMounts.map(({ mountPath }) => mountPath)
        expect(files.filter((file) => !folders.some((folder) => file.startsWith(`${folder}/`)))).toEqual([])
        expect(env.filter(({ name }) => /(?:URL|TOKEN|SECRET)$/.test(name))).toEqual([])
      }
    })

    test("a service, a budget and a policy mean pods that are there, by ports that they have", () => {
      const { manifests } = render(all)
      const pods = [...podsOf(manifests).values()]
      const meant = (labels: object) =>
        pods.filter(({ metadata }) => Object.entries(labels).every(([key, value]) => metadata.labels[key] === value))
      for (const { spec } of of(manifests, "Service")) {
        const ports = new Set(portsOf(meant(spec["selector"] as object)).map(({ name }) => name))
        const asked = (spec["ports"] as ReadonlyArray<{ readonly targetPort: string }>).map(
          ({ targetPort }) => targetPort
        )
        expect(asked.filter((port) => !ports.has(port))).toEqual([])
      }
      const budgets = of(manifests, "PodDisruptionBudget")
      expect(budgets.map(({ metadata }) => metadata.name).toSorted()).toEqual([
        "game-callback",
        "game-connector",
        "game-worker"
      ])
      for (const { spec } of budgets)
        expect(meant((spec["selector"] as { matchLabels: object }).matchLabels)).toHaveLength(1)
      for (const { metadata, spec } of of(manifests, "NetworkPolicy")) {
        const found = meant((spec["podSelector"] as { matchLabels: object }).matchLabels)
        const ports = new Set(portsOf(found).map(({ containerPort }) => containerPort))
        const open = (
          spec["ingress"] as ReadonlyArray<{ readonly ports: ReadonlyArray<{ readonly port: number }> }>
        ).flatMap((rule) => rule.ports.map(({ port }) => port))
        expect(
          open.filter((port) => !ports.has(port)),
          metadata.name
        ).toEqual([])
      }
    })

    test("workers grow by the events that are not done and by how late the clocks we measure strike", () => {
      const [scaled] = of(render(all).manifests, "ScaledObject")
      const triggers = scaled?.spec["triggers"] as ReadonlyArray<{ readonly metadata: { readonly query: string } }>
      const queries = triggers.map(({ metadata }) => metadata.query).join("\n")
      expect(queries).toContain("sum(znatoki_events_undone)")
      expect(textOf("packages/adapter-rabbitmq/src/measured.ts")).toContain('"znatoki_events_undone"')
      const [measured = ""] = /znatoki_\w+(?=_bucket)/.exec(queries) ?? []
      expect(measured).not.toBe("")
      expect(textOf("packages/kernel/src/measured.ts")).toContain(`"${measured}"`)
      expect(scaled?.spec["scaleTargetRef"]).toEqual({ name: "game-worker" })
      const worker = of(render(all).manifests, "Deployment").find(({ metadata }) => metadata.name === "game-worker")
      // Helm would set back what KEDA has set.
      expect(worker?.spec).not.toHaveProperty("replicas")
    })
  }
)
