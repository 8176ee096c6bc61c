/** Numbers that a game can be played with: those that are no count and no length become the nearest that are. */
import { Option, Schema } from "effect"
import { presets, Settings, WheelSettings } from "./settings.ts"
import { wholeNumber } from "./whole-number.ts"

type Fields = { readonly [key: string]: Schema.Constraint }
type Numbers = { readonly [key: string]: unknown }

const readSettings = Schema.decodeUnknownOption(Settings)

/** Equal settings if a game can be played with them. */
export const soundSettings = (settings: Settings): Settings =>
  Option.getOrElse(readSettings(settings), () => nearest(settings))

const nearest = ({ extra, ...settings }: Settings): Settings => {
  const wheel = settings.wheel && mended(WheelSettings.fields, { ...settings.wheel }, wheelOnce)
  const numbers = { ...mended(Settings.fields, { ...settings }, { ...presets.classic }), wheel }
  const withExtra = readSettings({ ...settings, ...numbers, ...(extra === undefined ? {} : { extra }) })
  // What was kept beside the numbers, if it is that which cannot be read, goes.
  return Option.getOrElse(
    Option.orElse(withExtra, () => readSettings({ ...settings, ...numbers })),
    () => presets.classic
  )
}

const wheelOnce = { sectors: 1, blitz: 0, superBlitz: 0 }

/** Of the numbers among `values` those that `fields` take, or the nearest they take; of what is no number `otherwise`. */
const mended = (fields: Fields, values: Numbers, otherwise: Numbers): Numbers =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) => {
      const value = values[key]
      if (typeof value !== "number") return []
      const near = Number.isNaN(value) ? [otherwise[key]] : [wholeNumber(value), Math.min(wholeNumber(value), 36), 1]
      return [[key, near.find((each) => Schema.is(field)(each)) ?? otherwise[key]]]
    })
  )
