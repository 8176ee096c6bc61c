/** Makes a folder and those above it. */
import { existsSync, mkdirSync, statSync } from "node:fs"
import { dirname } from "node:path"

/**
 * Throws what the system says. Node's own `recursive` never ends where a folder is there and yet nothing can be made in
 * it for want of the thing itself (ENOENT), as in `/proc`.
 */
export const makeFolder = (folder: string): void => {
  const above = dirname(folder)
  if (above !== folder && !existsSync(above)) makeFolder(above)
  try {
    mkdirSync(folder)
  } catch (cause) {
    if (!(statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false)) throw cause
  }
}
