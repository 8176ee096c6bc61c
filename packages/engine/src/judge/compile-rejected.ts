/** What a line of незачёт forbids: wordings, or every answer that mentions a word. */
import { withOptionalParts } from "./brackets.ts"
import { type CompiledForm, compileForm } from "./compiled-form.ts"
import { type CompiledKeyword, compileKeyword } from "./compiled-keyword.ts"
import { describe } from "./flags.ts"
import { splitOutside } from "./split-outside.ts"

export interface CompiledRejection {
  readonly forms: ReadonlyArray<CompiledForm>
  readonly keywords: ReadonlyArray<CompiledKeyword>
}

const introduction = /^(?:не\s?зач[её]т\s*[:—–-]?\s*)?(?:просто|только|лишь)?\s*/iu
/** «УЗИ без уточнения» forbids the bare word. */
const bareness = /\s+(?:без (?:\p{L}+ )?(?:уточнени|дополнени|пояснени)\p{L}*).*$/iu

const traits = { strict: false, anyForm: false, certain: true, ordered: false }

export const compileRejected = (text: string): CompiledRejection => {
  const forms: Array<CompiledForm> = []
  const keywords: Array<CompiledKeyword> = []
  for (const clause of splitOutside(text, /;/gu)) {
    const described = describe(clause)
    keywords.push(...described.keywords.map(compileKeyword))
    const rest = described.rest.replace(introduction, "").replace(bareness, "")
    for (const part of splitOutside(rest, /\s+или\s+|\s\/\s/giu)) {
      for (const reading of withOptionalParts(part.replace(/\([^()]*\)/gu, " "))) {
        forms.push(compileForm(reading, part.replace(/\.$/u, ""), traits))
      }
    }
  }
  return { forms: forms.filter((form) => form.normal !== ""), keywords: keywords.filter(hasWords) }
}

const hasWords = (keyword: CompiledKeyword): boolean => keyword.normal !== ""
