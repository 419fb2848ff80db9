import Documents
import Domain

/// What stands beside an edition that its bar may lead to. A published edition is never rewritten, so that only what was
/// there before it, or is made by the same run, may be linked.
struct EditionNeighbours: Sendable {
  /// Where the list of all editions is, seen from a page of an edition.
  static let list = "../../\(EditionList.name)"
  /// What the path of every file of a neighbour begins with.
  private static let beside = "../"

  /// True where a list of all editions stands above the edition.
  var isListed = false
  /// The newest revision of the period before.
  var previous: EditionName?
  /// The same edition in the other language.
  var translation: EditionName?

  /// - Parameters:
  ///   - root: folder of the editions.
  ///   - languages: those that the run makes.
  ///   - isListed: whether the list of `root` names the edition.
  static func of(
    _ name: EditionName, in root: String, languages: [Language], isListed: Bool
  ) throws -> EditionNeighbours {
    let previous = try Publisher.revisions(of: name.period.previous, name.language, name.audience, in: root).last
    let other: Language = name.language == .zh ? .en : .zh
    let translation = EditionName(name.period, revision: name.revision, other, name.audience)
    let isThere = languages.contains(other) || FileTree.isFolder("\(root)/\(translation.folder)")
    return EditionNeighbours(isListed: isListed, previous: previous, translation: isThere ? translation : nil)
  }

  /// The first page of another edition in the same folder.
  static func page(of name: EditionName) -> String {
    let page = "index.html"
    return "\(beside)\(name.folder)/\(name.audience == .bureau ? InternalMark.name(page) : page)"
  }

  /// Whether a link of a page leads out of its edition to where a neighbour or the list may be.
  static func isLink(_ target: String) -> Bool {
    if target == list || CatalogNeighbours.isLink(target) { return true }
    let parts = target.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let name = EditionName(folder: parts[1]) else { return false }
    return target == page(of: name)
  }

  /// The links of an edition's pages to neighbours that are not there. An edition that was copied elsewhere, away from
  /// the list, has none and lacks none.
  static func missing(in files: [(path: String, bytes: [UInt8])], at path: String) -> [String] {
    let links = files.filter { $0.path.hasSuffix(".html") }.flatMap { PageLinks($0.bytes).links }
    let targets = Set(links.map { String($0.prefix { $0 != "#" }) }.filter(isLink))
    let lists = targets.intersection([list, CatalogNeighbours.list])
    guard lists.contains(where: { FileTree.exists("\(path)/\($0)") }) else { return [] }
    return targets.filter { !FileTree.exists("\(path)/\($0)") }.sorted()
  }
}
