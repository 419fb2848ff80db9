/// The links and anchors of a page that Publish made.
struct PageLinks {
  /// Values of `href`, in order.
  private(set) var links: [String] = []
  /// Values of `id`, in order.
  private(set) var anchors: [String] = []

  private static let link = Array(" href=\"".utf8)
  private static let anchor = Array(" id=\"".utf8)

  /// Works on bytes: pages may have a megabyte. Quotes within texts are escaped, so that ` href="` begins an attribute.
  init(_ page: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    var position = 0
    while let opening = page[position...].firstIndex(of: quote) {
      position = opening + 1
      let isLink = page[..<position].suffix(PageLinks.link.count).elementsEqual(PageLinks.link)
      let isAnchor = page[..<position].suffix(PageLinks.anchor.count).elementsEqual(PageLinks.anchor)
      guard isLink || isAnchor, let end = page[position...].firstIndex(of: quote) else { continue }
      let value = String(decoding: page[position..<end], as: UTF8.self)
      if isLink { links.append(value) } else { anchors.append(value) }
      position = end + 1
    }
  }
}
