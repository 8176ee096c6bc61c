/** An emulator that outlives its process: begun from its state file, and written there as it changes. */
import { type LoadParts, loadState } from "./load-state.ts"
import { makePhotoFolder } from "./photo-folder.ts"
import { savedState } from "./save-state.ts"
import { makeStateWriter, type StateWriter } from "./state-writer.ts"
import { makeVk, type Vk, type VkOptions } from "./vk.ts"

export interface Kept {
  readonly vk: Vk
  /** Absent: everything lives in memory. */
  readonly writer: StateWriter | undefined
}

/** Whoever acts, through HTTP or not, is seen by one of these two. */
const watch = (vk: Vk, changed: () => void): void => {
  vk.feed.listen("all", changed)
  const watchQueue = (): void => {
    vk.queue.onChange(() => {
      changed()
      watchQueue()
    })
  }
  watchQueue()
}

export const keepState = (options: VkOptions, file: string | null, warn: LoadParts["warn"]): Kept => {
  if (file === null) return { vk: makeVk(options), writer: undefined }
  const saved = loadState({ file, groupId: options.groupId, warn })
  const vk = makeVk({ ...options, saved, photoFolder: makePhotoFolder(`${file}.photos`, warn) })
  const writer = makeStateWriter({ file, text: () => JSON.stringify(savedState(vk)), warn })
  watch(vk, writer.changed)
  return { vk, writer }
}
