/// Whether the pages of an edition hang together: every link leads to a file of the edition, or to an anchor that is
/// there once. The bar may lead to other editions; `EditionNeighbours` looks whether these are there.
struct PageCheck {
  private(set) var problems: [String] = []

  /// - Parameter files: without the archive, which holds them.
  init(_ files: [(path: String, bytes: [UInt8])]) {
    let paths = Set(files.map(\.path))
    var pages: [String: PageLinks] = [:]
    for file in files where file.path.hasSuffix(".html") { pages[file.path] = PageLinks(file.bytes) }
    let anchors = pages.mapValues { Set($0.anchors) }
    for (path, page) in pages.sorted(by: { $0.key < $1.key }) {
      if page.anchors.count != anchors[path]?.count { problems.append("\(path): 页内锚点重复") }
      for link in page.links {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let target = parts[0].isEmpty ? path : parts[0]
        // The form that people fill in may be looked at without it.
        let isOutside =
          EditionArchive.isName(target) || OpinionForm.isAnswer(target) || EditionNeighbours.isLink(target)
        if !paths.contains(target), !isOutside { problems.append("\(path): 链接指向不存在的文件: \(link)") }
        if parts.count > 1, let there = anchors[target], !there.contains(parts[1]) {
          problems.append("\(path): 链接指向不存在的位置: \(link)")
        }
      }
    }
  }
}
