/** What the picture of a finished game shows, in the words of whoever tells it, and the address such a picture goes by. */
import { Option, Schema } from "effect"

const Side = Schema.Struct({ name: Schema.NonEmptyString, points: Schema.Natural })

/** Two sides with their points, the rounds in order (whether the first side took it), and a few lines beneath. */
export class ResultCard extends Schema.Opaque<ResultCard>()(
  Schema.Struct({
    headline: Schema.NonEmptyString,
    sides: Schema.Tuple([Side, Side]),
    rounds: Schema.Array(Schema.Boolean),
    notes: Schema.Array(Schema.Struct({ label: Schema.NonEmptyString, text: Schema.NonEmptyString }))
  })
) {}

const scheme = "card:"
const InAddress = Schema.StringFromBase64Url.pipe(Schema.decodeTo(Schema.fromJsonString(ResultCard)))
const encode = Schema.encodeSync(InAddress)
const decode = Schema.decodeUnknownOption(InAddress)

/** The card is in its address: nothing is stored, and whoever is to show it can draw it. */
export const cardAddress = (card: ResultCard): string => scheme + encode(card)

/** Null: it is the address of something else. */
export const cardOf = (address: string): ResultCard | null =>
  address.startsWith(scheme) ? Option.getOrNull(decode(address.slice(scheme.length))) : null
