/** One call of an API method, and what a method is. */
import type { Vk } from "../state/vk.ts"
import type { Params } from "./params.ts"

export interface Call {
  readonly vk: Vk
  readonly params: Params
  /** The minor number of the API's version: 199 of `5.199`. */
  readonly version: number
  /** Where the client reached the sandbox, for addresses in answers. */
  readonly origin: string
}

export type Method = (call: Call) => unknown
