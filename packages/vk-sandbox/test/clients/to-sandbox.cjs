/** Preloaded: whatever a client asks of VK over https, by a name it has written down, the sandbox is asked over http. */
const http = require("node:http")
const https = require("node:https")

const sandbox = new URL(process.env.SANDBOX_URL)

/** `https://http://127.0.0.1:8400/…`: easyvk puts https before any address, and means ours. */
const doubled = `//${sandbox.host}`

const isOurs = ({ host, hostname, path }) =>
  /(^|\.)vk\.(com|ru)$/.test(hostname ?? host) || (hostname === "http" && path.startsWith(doubled))

const optionsOf = (input) =>
  typeof input === "string" || input instanceof URL
    ? ((url) => ({ hostname: url.hostname, path: url.pathname + url.search }))(new URL(input))
    : input

const redirected = (args) => {
  const [input, ...rest] = args
  const more = typeof rest[0] === "object" ? rest.shift() : {}
  const options = { ...optionsOf(input), ...more }
  if (!isOurs(options)) throw new Error(`a client asks ${options.hostname ?? options.host}`)
  const headers = { ...options.headers, host: sandbox.host }
  for (const name of Object.keys(headers)) if (name === "Host") delete headers[name]
  const { agent: _agent, href: _href, host: _host, protocol: _protocol, ...kept } = options
  const path = kept.path.startsWith(doubled) ? kept.path.slice(doubled.length) : kept.path
  return [{ ...kept, path, headers, hostname: sandbox.hostname, port: sandbox.port }, ...rest]
}

https.request = (...args) => http.request(...redirected(args))
https.get = (...args) => {
  const request = https.request(...args)
  request.end()
  return request
}
