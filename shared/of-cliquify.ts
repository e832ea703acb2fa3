const OF_CLIQUIFY = /^https:\/\/(?:[\w-]+\.)*(?:cliquify\.me|thecliquify\.co)(?:[/?#]|$)/

/** Whether an address is one of Cliquify's own pages. */
export function isOfCliquify(url: string): boolean {
  return OF_CLIQUIFY.test(url)
}
