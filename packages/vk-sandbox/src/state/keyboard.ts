/** A keyboard that has passed VK's checks. */

export interface ButtonAction {
  readonly type: string
  readonly label?: string
  readonly payload?: string
  readonly link?: string
  readonly [field: string]: unknown
}

export interface Button {
  readonly action: ButtonAction
  readonly color?: string
}

export interface Keyboard {
  readonly one_time: boolean
  readonly inline: boolean
  readonly buttons: ReadonlyArray<ReadonlyArray<Button>>
  readonly author_id: number
}

/** A payload travels inside messages as a JSON string, whichever form the bot sent it in. */
export const payloadText = (payload: unknown): string | undefined => {
  if (payload === undefined) return undefined
  return typeof payload === "string" ? payload : JSON.stringify(payload)
}

/** The same payload as a JSON value, the form a callback event carries it in. */
export const payloadValue = (payload: string): unknown => {
  try {
    return JSON.parse(payload)
  } catch {
    return payload
  }
}
