/** Talking to the sandbox: its control API and the live stream. */

const request = (method, path, body) =>
  send(method, path, body === undefined ? undefined : JSON.stringify(body), "application/json")

const send = async (method, path, body, type) => {
  const headers = { "content-type": type }
  const response = await fetch(`/sandbox${path}`, { method, ...(body === undefined ? {} : { body, headers }) })
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.error ?? `Ошибка ${response.status}`)
  return answer
}

const chat = (peer, rest = "") => `/conversations/${peer}${rest}`

export const api = {
  list: () => request("GET", "/conversations"),
  create: (body) => request("POST", "/conversations", body),
  conversation: (peer) => request("GET", chat(peer)),
  change: (peer, body) => request("PATCH", chat(peer), body),
  messages: (peer, after) => request("GET", chat(peer, `/messages?after=${after}`)),
  write: (peer, body) => request("POST", chat(peer, "/messages"), body),
  edit: (peer, cmid, body) => request("PATCH", chat(peer, `/messages/${cmid}`), body),
  remove: (peer, cmid, body) => request("DELETE", chat(peer, `/messages/${cmid}`), body),
  pin: (peer, body) => request("PUT", chat(peer, "/pinned"), body),
  photo: (file) => send("POST", "/photos", file, file.type),
  state: (peer) => request("GET", chat(peer, "/state")),
  calls: (after) => request("GET", `/calls?after=${after}`),
  press: (peer, body) => request("POST", chat(peer, "/presses"), body),
  members: (peer, body) => request("POST", chat(peer, "/members"), body),
  faults: () => request("GET", "/faults"),
  setFaults: (plan) => request("PUT", "/faults", plan),
  stats: () => request("GET", "/stats")
}

const KINDS = ["message", "edit", "delete", "keyboard", "snackbar", "answer", "conversation", "digest"]
const RETRY_MS = 1500

/** The browser comes back by itself after a cut; after a refusal the page has to look around anew. */
export const openStream = (peers, { onClosed, onEvent, onOpen, onRefused }) => {
  let timer
  const source = new EventSource(`/sandbox/events?peer_ids=${peers.join(",")}`)
  source.addEventListener("open", onOpen)
  source.addEventListener("error", () => {
    onClosed()
    if (source.readyState === EventSource.CLOSED) timer = setTimeout(onRefused, RETRY_MS)
  })
  for (const kind of KINDS) source.addEventListener(kind, (event) => onEvent(kind, JSON.parse(event.data)))
  return () => {
    clearTimeout(timer)
    source.close()
  }
}
