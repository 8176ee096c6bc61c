/** How postgres.js is to behave on every connection we make. */
export const manners = {
  onnotice: () => {},
  // Asking every new connection for the types of arrays takes a turn, and postgres.js 3.4 lets nobody catch its failure.
  fetch_types: false
}
