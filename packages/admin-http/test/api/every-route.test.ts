/** Walks every route of the API as everybody who may come, and sees every answer that the document tells of. */
import { encodeSnapshot, initialState, PlayerId, presets, QuestionId, replay } from "@znatoki/engine"
import { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import { GameUnreadable } from "@znatoki/ports/game-archive"
import { StoreBroken, StoreUnavailable } from "@znatoki/ports/store-error"
import { VariantProposals } from "@znatoki/ports/variant-proposals"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { type Example, isKeyed, type Spec } from "../../src/api/route.ts"
import { uploadMedia } from "../../src/upload.ts"
import { OneTimeLinks } from "../../src/auth/one-time-links.ts"
import { type Client, makeClient, type Reply, type Setup, token } from "../admin-client.ts"
import { apiRoutes } from "../api-routes.ts"
import { appealIn } from "../appealed-game.ts"
import { deadLetterIn } from "../dead-letter.ts"
import { failingStores } from "../failing-stores.ts"
import { declaredAnswers, seenAnswers } from "../fits-document.ts"
import { cardWith, painterOf, playedToTheEnd } from "../painted.ts"
import { pictureFile } from "../picture-files.ts"
import { game, playGame } from "../played-game.ts"
import { makeSoftwareKey } from "../software-key.ts"
import { propose } from "../proposed-question.ts"

const specs = apiRoutes.map(({ spec }) => spec)
const roles = ["viewer", "editor", "owner"] as const

const own = { Origin: "http://localhost" }
const asJson = { "Content-Type": "application/json", "If-Match": "*" }

const urlOf = ({ example, path }: Spec, more: Example = {}) => {
  const { params, query } = { ...example, ...more }
  const search = new URLSearchParams(query).toString()
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ""))
  return `${filled}${search === "" ? "" : `?${search}`}`
}

const bodyOf = (spec: Spec, more: Example = {}) => {
  if (spec.operationId === "putPicture") return pictureFile()
  if (spec.upload !== undefined) return "? Кто?\n! он\n"
  return spec.body === null ? null : JSON.stringify(more.body ?? spec.example?.body)
}
/** What every route takes. */
const typed = ({ upload }: Spec) => (upload !== undefined ? { ...asJson, "Content-Type": uploadMedia } : asJson)

/** As its example tells, unless `more` tells otherwise. */
const send = (client: Client, spec: Spec, headers: Record<string, string> = {}, more: Example = {}) =>
  client.send(spec.method, urlOf(spec, more), bodyOf(spec, more), { ...typed(spec), ...own, ...headers })

const sendBare = (client: Client, spec: Spec, headers: Record<string, string> = {}, more: Example = {}) =>
  client.bare(urlOf(spec, more), {
    method: spec.method,
    body: bodyOf(spec, more),
    headers: { ...typed(spec), ...own, ...headers }
  })

const specOf = (operationId: string): Spec => {
  const found = specs.find((spec) => spec.operationId === operationId)
  if (found === undefined) throw new Error(`There is no ${operationId}`)
  return found
}

const fieldOf = ({ json }: Reply, name: string): string =>
  String(typeof json === "object" && json !== null ? Reflect.get(json, name) : "")

const tokenFor = async (client: Client, role: string): Promise<string> =>
  fieldOf(await send(client, specOf("createToken"), {}, { body: { name: role, role, days: null } }), "token")

const cookieOf = ({ headers }: Reply): string => (headers.get("Set-Cookie") ?? "").split(";")[0] ?? ""

type Around = (client: Client) => Client
const asItIs: Around = (client) => client

/** A session of a new owner, who came in by a link. */
const signedIn = async (setup: Setup = {}, around: Around = asItIs) => {
  const links = new OneTimeLinks()
  const client = around(makeClient({ ...setup, options: { links, ...setup.options } }))
  const more = { body: { secret: links.make(null, Date.now()) } }
  const reply = await sendBare(client, specOf("signInByLink"), {}, more)
  return { client, Cookie: cookieOf(reply) }
}

describe("every route and every role", () => {
  it("lets in whoever has the role, and nobody else", async () => {
    const client = makeClient()
    for (const role of roles) {
      const Authorization = `Bearer ${await tokenFor(client, role)}`
      for (const spec of specs) {
        const { status, json } = await sendBare(client, spec, { Authorization })
        const mayDo = spec.role === "anyone" || roles.indexOf(role) >= roles.indexOf(spec.role)
        expect(status === 403, `${role} at ${spec.operationId}`).toBe(!mayDo)
        if (!mayDo) expect(json).toMatchObject({ type: "urn:znatoki:problem:forbidden" })
      }
    }
    for (const spec of specs) {
      const { status, json } = await sendBare(client, spec)
      const isOpen = spec.role === "anyone"
      expect(fieldOf({ json } as Reply, "type") === "urn:znatoki:problem:unauthorized", spec.operationId).toBe(!isOpen)
      if (!isOpen) expect(status).toBe(401)
    }
  })

  it("a session changes nothing unless a page of ours sends it", async () => {
    const { client, Cookie } = await signedIn()
    for (const spec of specs.filter(({ method }) => method !== "GET")) {
      const bare = { method: spec.method, body: bodyOf(spec) }
      for (const headers of [{}, { ...own, "Sec-Fetch-Site": "cross-site" }, { Origin: "https://evil.example" }]) {
        const { status } = await client.bare(urlOf(spec), { ...bare, headers: { ...typed(spec), Cookie, ...headers } })
        expect(status, `${spec.operationId} ${JSON.stringify(headers)}`).toBe(403)
      }
    }
    expect((await sendBare(client, specOf("showMe"), { Cookie })).json).toMatchObject({ name: "owner", signedIn: true })
  })
})

/** How each succeeds: what has to be there first, and what is sent. */
const successes: Readonly<Record<string, (client: Client, around?: Around) => Promise<Reply>>> = {
  ...Object.fromEntries(
    specs
      .filter(
        ({ method, operationId, path }) =>
          method === "GET" && !path.includes("{") && !["listMySessions", "listMyPasskeys"].includes(operationId)
      )
      .map((spec) => [spec.operationId, (client: Client) => send(client, spec)])
  ),
  ...Object.fromEntries(
    [
      "createQuestion",
      "startJob",
      "retryJobRun",
      "createPack",
      "createToken",
      "createAdmin",
      "judgeAnswers",
      "settleConversation",
      "showHistory",
      "listSeasons",
      "showPlayer"
    ].map((name) => [name, (client: Client) => send(client, specOf(name))])
  ),
  ...Object.fromEntries(
    ["showQuestion", "changeQuestion", "removeQuestion", "decideComplaint"].map((name) => [
      name,
      async (client: Client) => {
        const id = fieldOf(await send(client, specOf("createQuestion")), "id")
        return send(client, specOf(name), {}, { params: { id } })
      }
    ])
  ),
  showCard: async () => {
    const client = await playedToTheEnd({ painter: painterOf(), options: { card: cardWith("Победа") } })
    const params = { params: { id: game } }
    const first = await send(client, specOf("showCard"), {}, params)
    await send(client, specOf("showCard"), { "If-None-Match": first.headers.get("ETag") ?? "" }, params)
    return first
  },
  ...Object.fromEntries(
    ["showGame", "listEvents"].map((name) => [
      name,
      async (client: Client) => {
        await playGame(client)
        return send(client, specOf(name), {}, { params: { id: game } })
      }
    ])
  ),
  ...Object.fromEntries(
    ["showParked", "releaseParked"].map((name) => [
      name,
      async (client: Client) => {
        await client.park({
          conversation: ConversationId.make("vk:1:2000000001"),
          source: SourceId.make("vk:1"),
          task: "{}",
          error: "TypeError",
          met: { snapshot: encodeSnapshot(initialState(presets.classic)), version: 1 },
          atMs: 1,
          sinceMs: 1
        })
        return send(client, specOf(name))
      }
    ])
  ),
  ...Object.fromEntries(
    ["showAdmin", "changeAdmin", "makeLink"].map((name) => [
      name,
      async (client: Client) => {
        await send(client, specOf("createAdmin"))
        return send(client, specOf(name))
      }
    ])
  ),
  ...Object.fromEntries(
    ["listSteps", "stopGame", "ruleOnAppeal"].map((name) => [
      name,
      async (client: Client) => {
        await appealIn(client)
        return send(client, specOf(name))
      }
    ])
  ),
  ...Object.fromEntries(
    ["showVotes", "lookAtVotes"].map((name) => [name, (client: Client) => send(client, specOf(name))])
  ),
  ...Object.fromEntries(
    ["showPack", "changePack", "moveQuestionsOfPack", "exportPack", "listExportLosses"].map((name) => [
      name,
      async (client: Client) => {
        await send(client, specOf("createPack"))
        return send(client, specOf(name), {}, { params: { pack: "cup-2026" } })
      }
    ])
  ),
  putPicture: (client) => send(client, specOf("putPicture")),
  showPicture: async (client) => {
    const url = fieldOf(await send(client, specOf("putPicture")), "url")
    const params = { params: { hash: url.slice(-64) } }
    const first = await send(client, specOf("showPicture"), {}, params)
    await send(client, specOf("showPicture"), { "If-None-Match": first.headers.get("ETag") ?? "" }, params)
    return first
  },
  sendImport: (client) => send(client, specOf("sendImport")),
  ...Object.fromEntries(
    ["showImport", "commitImport", "removeImport"].map((name) => [
      name,
      async (client: Client) => {
        await send(client, specOf("sendImport"))
        return send(client, specOf(name))
      }
    ])
  ),
  decideVariant: async (client) => {
    const question = QuestionId.make(fieldOf(await send(client, specOf("createQuestion")), "id"))
    await client.run(VariantProposals.use((variants) => variants.propose([{ question, answer: "он", game }])))
    return send(client, specOf("decideVariant"))
  },
  ...Object.fromEntries(
    ["retryDeadLetter", "forgetDeadLetter"].map((name) => [
      name,
      async (client: Client) => {
        await deadLetterIn(client)
        return send(client, specOf(name))
      }
    ])
  ),
  ...Object.fromEntries(
    ["setDailyQuestion", "stopDailyQuestion"].map((name) => [
      name,
      async (client: Client) => {
        await send(client, specOf("settleConversation"))
        return send(client, specOf(name))
      }
    ])
  ),
  showConversation: async (client) => {
    await send(client, specOf("settleConversation"))
    return send(client, specOf("showConversation"))
  },
  decideProposal: async (client) => {
    await propose(client)
    const { json } = await send(client, specOf("listProposals"))
    const id = String((json as { items: ReadonlyArray<{ question: string }> }).items[0]?.question)
    return send(client, specOf("decideProposal"), {}, { params: { id } })
  },
  revokeToken: async (client) => {
    const id = fieldOf(await send(client, specOf("createToken")), "id")
    return send(client, specOf("revokeToken"), {}, { params: { id } })
  },
  signIn: async (client) => {
    const body = { name: "Анна", password: "несколько слов подряд" }
    await send(client, specOf("createAdmin"), {}, { body: { ...body, role: "owner" } })
    return sendBare(client, specOf("signIn"), {}, { body })
  },
  ...Object.fromEntries(
    ["signInByLink", "signOut", "signOutEverywhere", "listMySessions", "changeMyPassword", "listMyPasskeys"].map(
      (name) => [
        name,
        async (_: Client, around?: Around) => {
          const { client, Cookie } = await signedIn({}, around)
          if (name !== "signInByLink") return sendBare(client, specOf(name), { Cookie })
          const secret = fieldOf(
            await sendBare(client, specOf("makeLink"), { Cookie }, { body: { name: "owner" } }),
            "secret"
          )
          return sendBare(client, specOf(name), {}, { body: { secret } })
        }
      ]
    )
  )
}

const passkeyIn = async (around?: Around) => {
  const { client, Cookie } = await signedIn({}, around)
  const key = makeSoftwareKey()
  const { json } = await sendBare(client, specOf("beginMyPasskey"), { Cookie })
  const { challenge } = json as { readonly challenge: string }
  const added = await sendBare(
    client,
    specOf("addMyPasskey"),
    { Cookie },
    { body: { name: "телефон", ...key.made({ challenge }) } }
  )
  return { added, client, Cookie, key }
}

const byPasskey: typeof successes = {
  beginMyPasskey: async (_, around) => {
    const { client, Cookie } = await signedIn({}, around)
    return sendBare(client, specOf("beginMyPasskey"), { Cookie })
  },
  addMyPasskey: async (_, around) => (await passkeyIn(around)).added,
  removeMyPasskey: async (_, around) => {
    const { client, Cookie, key } = await passkeyIn(around)
    return sendBare(client, specOf("removeMyPasskey"), { Cookie }, { params: { id: key.id } })
  },
  beginSignInByPasskey: (client) => sendBare(client, specOf("beginSignInByPasskey")),
  signInByPasskey: async (_, around) => {
    const { client, key } = await passkeyIn(around)
    const { json } = await sendBare(client, specOf("beginSignInByPasskey"))
    const { challenge } = json as { readonly challenge: string }
    return sendBare(client, specOf("signInByPasskey"), {}, { body: key.signed({ challenge }) })
  }
}

const successOf = ({ operationId }: Spec) => successes[operationId] ?? byPasskey[operationId]

const huge = `"${"x".repeat(300_000)}"`

/** What every route refuses that takes or asks for such a thing; those that do not answer otherwise. */
const refusals: Readonly<Record<string, (client: Client, spec: Spec) => Promise<Reply>>> = {
  "no sender": (client, spec) => sendBare(client, spec),
  "a page of another site": (client, spec) => send(client, spec, { Origin: "https://evil.example" }),
  "another host": (client, spec) => send(client, spec, { Host: "evil.example" }),
  "an id that is none": (client, spec) =>
    send(
      client,
      spec,
      {},
      { params: { id: "\u0001", conversation: "\u0001", pack: "\u0001", player: "\u0001", hash: "\u0001" } }
    ),
  "an unknown field of the query": (client, spec) => send(client, spec, {}, { query: { nope: "1" } }),
  "nothing there": (client, spec) => send(client, spec),
  "no such job": (client, spec) => {
    const params = spec.example?.params ?? {}
    return send(client, spec, {}, { params: "job" in params ? { ...params, job: "no-such-job" } : params })
  },
  "no JSON": (client, spec) =>
    client.send(spec.method, urlOf(spec), spec.body === null ? null : "{", { ...asJson, ...own }),
  "another media type": (client, spec) => send(client, spec, { "Content-Type": "text/plain" }),
  "too much": (client, spec) =>
    client.send(spec.method, urlOf(spec), spec.body === null ? null : huge, { ...asJson, ...own }),
  "too large a file": (client, spec) => send(client, spec, { "Content-Length": "999999999" }),
  "no key": (client, spec) => send(client, spec, { "Idempotency-Key": "x".repeat(101) }),
  "a token that is none": (client, spec) => send(client, spec, { Authorization: "Bearer x" }),
  "no version": (client, spec) => send(client, spec, { "If-Match": "x" }),
  "a version that was not looked at": (client, spec) =>
    client.send(spec.method, urlOf(spec), bodyOf(spec), { ...own, "Content-Type": "application/json" })
}

describe("every answer of the document", () => {
  it("is seen, and is as the document says", async () => {
    for (const spec of specs) {
      const success = successOf(spec)
      expect(success, `How does ${spec.operationId} succeed?`).toBeDefined()
      const reply = await success?.(makeClient())
      expect(reply?.status, `${spec.operationId}: ${reply?.text}`).toBeLessThan(300)
      const client = makeClient()
      for (const refuse of Object.values(refusals)) await refuse(client, spec)
    }
    // By a token of its own, so that a store is asked whatever the route does.
    const Authorization = `Bearer zn_0123456789ab_${"x".repeat(43)}`
    const failures = {
      unavailable: Effect.fail(new StoreUnavailable({ operation: "x", cause: "y" })),
      broken: Effect.fail(new StoreBroken({ operation: "x", problem: "y" })),
      defective: Effect.die("z"),
      unreadable: Effect.fail(new GameUnreadable({ id: "x", problem: "y" }))
    }
    for (const failure of Object.values(failures)) {
      const client = makeClient({ instead: failingStores(failure) })
      for (const spec of specs) {
        for (const headers of [{}, { Authorization }]) {
          expect((await send(client, spec, headers)).status, spec.operationId).not.toBe(400)
        }
      }
    }
    const once = { everyMs: 1_000_000, burst: 1 }
    const limits = { address: once, who: once, signInAddress: once, signInName: once }
    const limited = makeClient({ options: { limits } })
    for (const spec of specs) {
      await send(limited, spec)
      await send(limited, spec)
    }
    await conflicts()
    const missing = specs.flatMap((spec) =>
      declaredAnswers(spec)
        .map((status) => `${spec.operationId} ${status}`)
        .filter((answer) => !seenAnswers.has(answer))
    )
    expect(missing).toEqual([])
  })
})

type Headers = Record<string, string>

interface Caught {
  /** The request itself, with more headers. */
  readonly one: (more: Headers) => Promise<Reply>
  /** Another route, by the same sender. */
  readonly other: (spec: Spec, more: Headers) => Promise<Reply>
}

/** What is sent to this route is given to `instead`. */
const catching =
  ({ method, path }: Spec, instead: (caught: Caught) => Promise<Reply>): Around =>
  (client) => {
    const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`)
    const isIt = (by: string, url: string) => by === method && pattern.test(new URL(url, "http://localhost").pathname)
    const bare: Client["bare"] = (url, init = {}) => {
      if (!isIt(init.method ?? "GET", url)) return client.bare(url, init)
      const headers = init.headers as Headers
      return instead({
        one: (more) => client.bare(url, { ...init, headers: { ...headers, ...more } }),
        other: (spec, more) => sendBare(client, spec, { ...headers, ...typed(spec), ...more })
      })
    }
    const Authorization = `Bearer ${token}`
    return {
      ...client,
      bare,
      send: (by, url, body, headers = {}) =>
        bare(url, { method: by, body: body ?? null, headers: { Authorization, ...headers } })
    }
  }

const keyed = { "Idempotency-Key": "one-of-mine" }

/** By one key twice at once, and once more. */
const thrice = (spec: Spec) =>
  catching(spec, async ({ one }) => {
    const [first, second] = await Promise.all([one(keyed), one(keyed)])
    expect([first.status < 300, second.json], `${spec.operationId} ${first.text}`).toMatchObject([
      true,
      { title: "Under way" }
    ])
    const again = await one(keyed)
    // Who has gone out is not known any more.
    if (again.status === 401) return first
    if (spec.secret === true) expect(again.json, spec.operationId).toMatchObject({ title: "Done already" })
    else expect([again.status, again.text], spec.operationId).toEqual([first.status, first.text])
    return first
  })

/** By a key that was used for something else. */
const reusing = (spec: Spec) =>
  catching(spec, async ({ one, other }) => {
    await other(specOf(spec.operationId === "createQuestion" ? "createToken" : "createQuestion"), keyed)
    const reply = await one(keyed)
    expect(reply.status, spec.operationId).toBe(422)
    return reply
  })

const doneOnce = async (spec: Spec) => {
  const success = successOf(spec)
  for (const around of [thrice(spec), reusing(spec)]) await success?.(around(makeClient()), around)
}

const conflicts = async () => {
  const client = makeClient()
  for (const spec of specs.filter(isKeyed)) await doneOnce(spec)
  for (const name of ["createAdmin", "createPack"]) {
    await send(client, specOf(name))
    await send(client, specOf(name))
  }
  await appealIn(client)
  await send(client, specOf("ruleOnAppeal"), {}, { body: { round: 9, accepted: true } })
  const over = makeClient()
  await over.commit(
    {
      conversation: ConversationId.make("vk:1:2000000001"),
      version: 1,
      state: replay(initialState(presets.classic), [
        {
          _tag: "StartRequested",
          atMs: 0,
          seed: 1,
          seen: null,
          by: { id: PlayerId.make("1"), name: "А" },
          settings: null
        },
        { _tag: "StopOrdered", atMs: 0, seed: 1 }
      ]).state,
      lastOrder: 0,
      hearsAll: false,
      lastSeq: 0,
      updatedAtMs: 1
    },
    []
  )
  await send(over, specOf("stopGame"))
  for (const name of ["signOut", "signOutEverywhere", "listMySessions", "changeMyPassword", "listMyPasskeys"])
    await send(client, specOf(name))
  const id = fieldOf(await send(client, specOf("createQuestion")), "id")
  const past = { "If-Match": '"9"' }
  for (const name of ["changeQuestion", "removeQuestion", "decideComplaint"])
    expect((await send(client, specOf(name), past, { params: { id } })).status).toBe(412)
  for (const name of ["sendImport", "commitImport", "commitImport"]) await send(client, specOf(name))
  const cup = { params: { pack: "cup-2026" } }
  for (const name of ["changePack", "moveQuestionsOfPack"])
    expect((await send(client, specOf(name), past, cup)).status).toBe(412)
  expect((await send(client, specOf("ruleOnAppeal"), past)).status).toBe(412)
  await propose(client)
  const { json } = await send(client, specOf("listProposals"))
  const { items } = json as { readonly items: ReadonlyArray<{ readonly question: string }> }
  const proposed = { params: { id: String(items[0]?.question) } }
  expect((await send(client, specOf("decideProposal"), past, proposed)).status).toBe(412)
  expect((await send(client, specOf("changeAdmin"), past)).status).toBe(412)
  for (const name of ["beginMyPasskey", "addMyPasskey", "removeMyPasskey"]) await send(client, specOf(name))
  const { client: keyless, Cookie: kept } = await signedIn()
  await sendBare(keyless, specOf("removeMyPasskey"), { Cookie: kept })
  expect((await send(client, specOf("settleConversation"), past)).status).toBe(412)
  for (const name of ["setDailyQuestion", "stopDailyQuestion"])
    expect((await send(over, specOf(name), past)).status).toBe(412)
  const { client: alone, Cookie } = await signedIn()
  await sendBare(alone, specOf("changeAdmin"), { Cookie })
}
