/** A number with its word, by the rules of a language. */
type Forms = { readonly [Form in Intl.LDMLPluralRule]?: string }

export const countedIn = (language: string) => {
  const rules = new Intl.PluralRules(language)
  const numbers = new Intl.NumberFormat(language)
  return (forms: Forms) =>
    (count: number): string =>
      `${numbers.format(count)} ${forms[rules.select(count)] ?? forms.many ?? forms.other ?? ""}`
}
