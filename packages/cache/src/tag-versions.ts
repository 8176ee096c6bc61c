/** How often each tag has changed, as this process knows: what was loaded under other versions is changed since. */
import { type CacheTag, cacheTags } from "@znatoki/ports/cache"

export class TagVersions {
  readonly #versions = new Map<CacheTag, number>(cacheTags.map((tag) => [tag, 0]))

  of(tags: ReadonlyArray<CacheTag>): string {
    let versions = ""
    for (const tag of tags) versions += `${this.#versions.get(tag) ?? 0}.`
    return versions
  }

  changed(tags: ReadonlyArray<CacheTag>): void {
    for (const tag of tags) this.#versions.set(tag, (this.#versions.get(tag) ?? 0) + 1)
  }
}
