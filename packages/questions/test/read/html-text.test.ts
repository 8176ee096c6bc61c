/** What a text of a page says without its tags. */
import { expect, test } from "vitest"
import { withoutTags } from "../../src/read/html-text.ts"

test.each([
  ["10<sup>6</sup> м<sup class='a'>2</sup>", "10⁶ м²"],
  ["H<sub>2</sub>O и x<SUB>n</SUB>", "H₂O и xn"],
  ["1<sup>st</sup> &lt;sup&gt;2&lt;/sup&gt;", "1st <sup>2</sup>"],
  ["10<sup>&minus;6</sup>", "10⁻⁶"]
])("%s", (html, text) => {
  expect(withoutTags(html)).toBe(text)
})
