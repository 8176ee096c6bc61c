/** Whether an address is of this machine: a load is for nobody else's. */
export const isLoopback = (url: string): boolean => {
  const host = URL.parse(url)?.hostname ?? ""
  return host === "localhost" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host)
}
