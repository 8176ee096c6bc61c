/** Where everything on a card is, and its colours. */
import type { ResultCard } from "@znatoki/chat/result-card"
import type { CardScheme } from "@znatoki/ports/card-painter"
import { families } from "./letters.ts"

export const width = 1200
export const height = 630

interface Colors {
  readonly ground: string
  readonly text: string
  readonly quiet: string
  readonly panel: string
  readonly right: string
  readonly wrong: string
  readonly mark: string
}

/** Text on its ground has a contrast of 4.5 at least in both. */
export const colorsOf = (scheme: CardScheme): Colors =>
  scheme === "light"
    ? {
        ground: "linear-gradient(135deg, #fdfbf5 0%, #f3ecdc 100%)",
        text: "#1d2330",
        quiet: "#5c6270",
        panel: "#ffffff",
        right: "#1f7a4d",
        wrong: "#b3402f",
        mark: "#ffffff"
      }
    : {
        ground: "linear-gradient(135deg, #171b26 0%, #242b3d 100%)",
        text: "#f4f1e8",
        quiet: "#aab1c3",
        panel: "#2d3549",
        right: "#3fb37f",
        wrong: "#e0705c",
        mark: "#10131b"
      }

export interface Element {
  readonly type: string
  readonly props: Record<string, unknown>
}

type Child = Element | string

const box = (style: Record<string, unknown>, ...children: ReadonlyArray<Child>): Element => ({
  type: "div",
  props: {
    style: { display: "flex", ...style },
    ...(children.length === 0 ? {} : { children: children.length === 1 ? children[0] : children })
  }
})

/** One line, ended by dots where it is too long. */
const line = (words: string, style: Record<string, unknown>): Element =>
  box({ display: "block", lineClamp: 1, wordBreak: "break-all", ...style }, words)

const shrunk = (words: string, sizes: ReadonlyArray<readonly [lettersMax: number, size: number]>): number =>
  (sizes.find(([lettersMax]) => words.length <= lettersMax) ?? sizes.at(-1))?.[1] ?? 0

const headline = ({ headline: words }: ResultCard, { text }: Colors): Element =>
  box(
    {
      display: "block",
      lineClamp: 2,
      fontSize: shrunk(words, [
        [24, 72],
        [36, 56],
        [60, 44]
      ]),
      fontWeight: 700,
      color: text,
      lineHeight: 1.15
    },
    words
  )

const side = ({ name, points }: ResultCard["sides"][number], color: string, { quiet }: Colors): Element =>
  box(
    { flexDirection: "column", alignItems: "center", width: 230 },
    box({ fontSize: 150, fontWeight: 700, color, lineHeight: 1 }, String(points)),
    line(name, { fontSize: 32, color: quiet, marginTop: 8 })
  )

const score = ({ sides: [ours, theirs] }: ResultCard, colors: Colors): Element =>
  box(
    { alignItems: "flex-start", width: 520 },
    side(ours, colors.right, colors),
    box({ fontSize: 110, color: colors.quiet, width: 60, justifyContent: "center", lineHeight: 1.2 }, ":"),
    side(theirs, colors.wrong, colors)
  )

/** Right and wrong differ in their mark too: not everybody tells the colours apart. Made of bars: a drawing in a drawing takes long. */
const tick = (size: number, color: string): Element => {
  const bar = `${size * 0.1}px solid ${color}`
  return box({
    width: size * 0.26,
    height: size * 0.5,
    borderRight: bar,
    borderBottom: bar,
    transform: "rotate(45deg)",
    marginTop: -size * 0.08
  })
}

const cross = (size: number, color: string): Element => {
  const bar = (angle: number): Element =>
    box({
      position: "absolute",
      top: size * 0.27,
      width: size * 0.64,
      height: size * 0.1,
      background: color,
      transform: `rotate(${angle}deg)`
    })
  return box({ width: size * 0.64, height: size * 0.64, position: "relative" }, bar(45), bar(-45))
}

const cellMax = 64
const cellGap = 10
const margin = 64
const innerWidth = width - 2 * margin

const cellOf = (count: number): number => {
  for (let rows = 1; ; rows++) {
    const inRow = Math.ceil(count / rows)
    const size = Math.min(cellMax, Math.floor((innerWidth + cellGap) / inRow) - cellGap)
    if (size >= 40 / rows || size === cellMax) return size
  }
}

const cell = (isRight: boolean, size: number, { mark, right, wrong }: Colors): Element =>
  box(
    {
      width: size,
      height: size,
      borderRadius: isRight ? size / 2 : size / 5,
      background: isRight ? right : wrong,
      alignItems: "center",
      justifyContent: "center"
    },
    isRight ? tick(size, mark) : cross(size, mark)
  )

const rounds = ({ rounds: all }: ResultCard, colors: Colors): Element => {
  const size = cellOf(all.length)
  return box(
    { flexWrap: "wrap", gap: cellGap, width: innerWidth },
    ...all.map((isRight) => cell(isRight, size, colors))
  )
}

const note = ({ label, text }: ResultCard["notes"][number], colors: Colors): Element =>
  box(
    {
      flexDirection: "column",
      width: 500,
      background: colors.panel,
      borderRadius: 18,
      padding: "14px 24px"
    },
    line(label, { fontSize: 24, color: colors.quiet }),
    box(
      {
        display: "block",
        lineClamp: 2,
        fontSize: text.length <= 24 ? 34 : 27,
        lineHeight: 1.25,
        fontWeight: 700,
        color: colors.text,
        marginTop: 4
      },
      text
    )
  )

export const layoutOf = (card: ResultCard, scheme: CardScheme): Element => {
  const colors = colorsOf(scheme)
  return box(
    {
      width: innerWidth,
      height: height - 2 * margin,
      padding: margin,
      flexDirection: "column",
      justifyContent: "space-between",
      backgroundImage: colors.ground,
      fontFamily: families
    },
    headline(card, colors),
    box(
      { justifyContent: "space-between", alignItems: "center", width: innerWidth },
      score(card, colors),
      box({ flexDirection: "column", gap: 16 }, ...card.notes.map((each) => note(each, colors)))
    ),
    rounds(card, colors)
  )
}
