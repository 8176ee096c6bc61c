/** What to do where the broker cannot be used at all: one line, without the password. */

const example = "amqp://user:password@host:5672/vhost"

export const badAddress =
  `AMQP_URL is not the address of a RabbitMQ broker; it looks like ${example}, ` +
  "with special characters of the password written as %XX."

/** What of the address may be shown; null if it is none. */
const placeOf = (text: string): { readonly host: string; readonly user: string; readonly vhost: string } | null => {
  try {
    const url = new URL(text)
    if (!["amqp:", "amqps:"].includes(url.protocol) || url.hostname === "") return null
    decodeURIComponent(url.password)
    return {
      host: url.host,
      user: decodeURIComponent(url.username),
      vhost: decodeURIComponent(url.pathname.slice(1)) || "/"
    }
  } catch {
    return null
  }
}

export const isAddress = (text: string): boolean => placeOf(text) !== null

const codeOf = (cause: unknown): string =>
  typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "unknown error"

export const adviceFor = (cause: unknown, url: string): string => {
  const place = placeOf(url)
  if (place === null) return badAddress
  const code = codeOf(cause)
  switch (code) {
    case "ACCESS_REFUSED":
      return `The broker at ${place.host} refuses the user ${place.user}: see the name and the password in AMQP_URL.`
    case "NOT_ALLOWED":
      return (
        `The broker at ${place.host} has no virtual host ${place.vhost} that ${place.user} may use: ` +
        "make it with `rabbitmqctl add_vhost` and `rabbitmqctl set_permissions`, or name another in AMQP_URL."
      )
    default:
      return `No broker answers at ${place.host} (${code}): start RabbitMQ there, or set AMQP_URL to where it runs.`
  }
}
