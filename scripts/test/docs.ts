/** The pages of the project, and what they point at. */
import { globSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"

export const root = join(import.meta.dirname, "../..")

export const textOf = (file: string): string => readFileSync(join(root, file), "utf8")

export const pages: ReadonlyArray<string> = globSync(["*.md", "docs/**/*.md", "packages/*/*.md"], {
  cwd: root
}).toSorted()

/** Where the relative links of a page lead, from the root. */
export const linksOf = (page: string): ReadonlyArray<{ readonly file: string; readonly anchor: string | null }> =>
  [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = "", anchor = null] = target.split("#")
      return { file: path === "" ? page : join(dirname(page), path), anchor }
    })

/** The anchors that headings of a page have, made as the usual viewers make them. */
export const anchorsOf = (page: string): ReadonlySet<string> =>
  new Set(
    [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
        .replaceAll(/\s/g, "-")
    )
  )
