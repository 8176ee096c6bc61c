/** Compares what goes over the wire with VK's schema: what it does not allow, and the sandbox let pass, is a complaint. */
import { checkRequest } from "./check-request.ts"
import { checkValue } from "./check-value.ts"
import { vkSchema } from "./vk-schema.ts"

type Complaints = ReadonlyArray<string>

export interface Exchange {
  readonly method: string
  readonly params: ReadonlyMap<string, string>
  /** The minor number of the API's version. */
  readonly version: number
  readonly response: unknown
}

export interface Inspector {
  /** A call that was not refused. */
  readonly call: (exchange: Exchange) => void
  readonly refusal: (body: object) => void
  readonly event: (type: string, object: unknown) => void
  /** All so far, each once. */
  readonly complaints: () => Complaints
  /** Those found since this was asked for the last time. */
  readonly news: () => Complaints
}

/** From here on the sandbox's answers have the shapes of the newest version, which the schema is of. */
const newestShapesFrom = 139

const keptMax = 200

const checkAnswer = ({ method, response }: Exchange): Complaints => {
  const { definitions, methods } = vkSchema()
  const shapes = Object.values(methods[method]?.responses ?? {})
  const tried = shapes.map((shape) => checkValue(definitions, shape, { response }, "answer"))
  return tried.some((complaints) => complaints.length === 0) ? [] : (tried[0] ?? [])
}

const checkEvent = (type: string, object: unknown): Complaints => {
  const { definitions } = vkSchema()
  const shape = definitions[`callback_${type}`]
  return shape === undefined ? [] : checkValue(definitions, shape, object, type)
}

const checkRefusal = (body: object): Complaints => {
  const { definitions } = vkSchema()
  const shape = { type: "object", properties: { error: { $ref: "#/definitions/base_error", required: true } } }
  return checkValue(definitions, shape, body, "answer")
}

export const makeInspector = (warn: (text: string) => void): Inspector => {
  const known = new Set<string>()
  let fresh: Array<string> = []
  const complain = (complaints: Complaints): void => {
    for (const text of complaints) {
      fresh.push(text)
      if (known.has(text) || known.size >= keptMax) continue
      known.add(text)
      warn(text)
    }
  }
  return {
    call: (exchange) => {
      const { method, params, version } = exchange
      const answered = version < newestShapesFrom ? [] : checkAnswer(exchange)
      complain([...checkRequest(vkSchema(), method, params), ...answered].map((text) => `${method}: ${text}`))
    },
    refusal: (body) => complain(checkRefusal(body)),
    event: (type, object) => complain(checkEvent(type, object).map((text) => `event ${text}`)),
    complaints: () => [...known],
    news: () => {
      const found = [...new Set(fresh)]
      fresh = []
      return found
    }
  }
}

/** A checked sandbox was closed, and this was not as VK's schema has it. */
export class AgainstSchema extends Error {
  readonly complaints: Complaints

  constructor(complaints: Complaints) {
    super(`not as VK's schema has it:\n${complaints.join("\n")}`)
    this.name = "AgainstSchema"
    this.complaints = complaints
  }
}
