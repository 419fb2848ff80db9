import Documents
import Domain
import Foundation

/// The page that lists all bulletins and catalogs, newest first, beside the folders of the editions
/// (`Reports/index.html`).
struct EditionList {
  /// What shows that a page is the program's own.
  private static let mark = Array(PagePolicy.start.utf8)

  static let name = "index.html"

  let root: String
  let templates: TemplateSet

  private var path: String { EditionList.parent(of: root) + "/\(EditionList.name)" }

  /// Makes sure that the page would not take the place of somebody else's.
  ///
  /// - Throws: `PipelineError`.
  func check() throws {
    guard let page = try? FileTree.bytes(of: path), !page.contains(EditionList.mark) else { return }
    throw PipelineError(
      .foreignPage, .config, at: path, "这个网页不是本程序写的, 各期的列表写不进去", remedy: "移走它, 或换一个 publish 文件夹 (列表写在它的上一级)")
  }

  /// Renews the page; an edition that was put there by hand or deleted is seen too.
  func write() throws {
    let page = templates.render(.reports, try context())
    DurableFile.recover(path)
    if (try? FileTree.bytes(of: path)) == page { return }
    try DurableFile.replace(path, with: page)
  }

  func context() throws -> [String: Any] {
    let parent = EditionList.parent(of: root)
    // Other pipelines publish into folders beside this one; their editions are listed too.
    let found = try FileTree.names(in: parent).sorted().flatMap { folder -> [(EditionName, [String: Any])] in
      guard FileTree.isFolder("\(parent)/\(folder)") else { return [] }
      return ((try? FileTree.names(in: "\(parent)/\(folder)")) ?? []).compactMap { name in
        guard let edition = EditionName(folder: name), edition.audience == .everybody,
          let package = DataPackage(folder: "\(parent)/\(folder)/\(name)")
        else { return nil }
        return (edition, entry(edition, package, folder))
      }
    }
    let editions = found.sorted { left, right in
      if left.0.period != right.0.period { return left.0.period > right.0.period }
      return left.0.language == right.0.language
        ? left.0.revision > right.0.revision : left.0.language < right.0.language
    }
    let catalogs = try EditionList.catalogs(in: parent)
    return [
      "lang": Language.zh.tag, "style": templates.style, "text": templates.texts.all(.zh),
      "text_en": templates.texts.all(.en), "editions": editions.map(\.1), "has_catalogs": !catalogs.isEmpty,
      "catalogs": catalogs,
    ]
  }

  /// The final editions of every half-year; drafts are for the bureau alone.
  private static func catalogs(in parent: String) throws -> [[String: Any]] {
    let found = try FileTree.names(in: parent).sorted().flatMap { folder -> [(CatalogEdition, String)] in
      let root = "\(parent)/\(folder)"
      guard FileTree.isFolder(root) else { return [] }
      let periods = ((try? FileTree.names(in: root)) ?? []).compactMap { Period($0) }.filter { $0.unit == .half }
      return periods.flatMap { period -> [(CatalogEdition, String)] in
        ((try? CatalogPublisher.editions(of: period, in: root)) ?? []).filter { $0.kind == .final }
          .sorted { $0.number > $1.number }.map { ($0, "\(folder)/\(period)/\($0.folder)") }
      }
    }
    return found.sorted { $0.0.period > $1.0.period }.compactMap { edition, path in
      guard let package = DataPackage(folder: "\(parent)/\(path)") else { return nil }
      return [
        "title": package.title, "headline": package.headline, "data_until": package.dataUntil,
        "href": "\(path)/\(CatalogPage.path)", "archive": "\(path)/\(edition.archive)", "period": "\(edition.period)",
      ]
    }
  }

  private func entry(_ edition: EditionName, _ package: DataPackage, _ folder: String) -> [String: Any] {
    [
      "lang": edition.language.tag, "title": package.title, "headline": package.headline,
      "period": edition.language.name(of: edition.period), "is_english": edition.language == .en,
      "data_until": package.dataUntil, "href": "\(folder)/\(edition.folder)/index.html",
      "archive": "\(folder)/\(edition.folder)/\(edition.archive)",
    ]
  }

  static func parent(of path: String) -> String {
    let trimmed = path.hasSuffix("/") ? String(path.dropLast()) : path
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "" : String(trimmed[..<slash])
  }
}
