/** What live events have brought while a snapshot was on its way: the snapshot must not undo it. */
export const makeFresher = () => {
  const readings = new Set()
  return {
    /** A live event has brought this part. */
    touch: (part) => {
      for (const touched of readings) touched.add(part)
    },
    /** Reads a snapshot and applies the parts of it that no live event has overtaken. */
    read: async (fetchSnapshot, apply) => {
      const touched = new Set()
      readings.add(touched)
      try {
        apply(await fetchSnapshot(), (part) => !touched.has(part))
      } finally {
        readings.delete(touched)
      }
    }
  }
}
