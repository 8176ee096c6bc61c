/** The community's Callback servers: which addresses are told of events, and of which. */

/** VK allows this many per community. */
const maxServers = 10

export type ServerStatus = "unconfigured" | "failed" | "wait" | "ok"

export interface CallbackServer {
  readonly id: number
  title: string
  url: string
  secret_key: string
  status: ServerStatus
  /** The version its events say. */
  version: string
  readonly events: Set<string>
}

export interface SavedServers {
  readonly last: number
  readonly items: ReadonlyArray<Omit<CallbackServer, "events"> & { readonly events: ReadonlyArray<string> }>
}

export interface CallbackServers {
  readonly add: (server: Pick<CallbackServer, "title" | "url" | "secret_key">) => CallbackServer | "too many"
  readonly get: (id: number) => CallbackServer | undefined
  readonly remove: (id: number) => boolean
  readonly all: () => ReadonlyArray<CallbackServer>
  readonly save: () => SavedServers
}

export const makeCallbackServers = (version: string, saved?: SavedServers): CallbackServers => {
  const restored = (saved?.items ?? []).map((item): CallbackServer => ({ ...item, events: new Set(item.events) }))
  const servers = new Map(restored.map((server) => [server.id, server]))
  let last = saved?.last ?? 0
  return {
    add: (server) => {
      if (servers.size >= maxServers) return "too many"
      const added: CallbackServer = { ...server, id: ++last, status: "unconfigured", version, events: new Set() }
      servers.set(added.id, added)
      return added
    },
    get: (id) => servers.get(id),
    remove: (id) => servers.delete(id),
    all: () => [...servers.values()],
    save: () => ({ last, items: [...servers.values()].map((server) => ({ ...server, events: [...server.events] })) })
  }
}
