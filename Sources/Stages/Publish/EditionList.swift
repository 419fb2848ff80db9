import Documents
import Domain
import Foundation

/// The page that lists all editions, newest first, beside the folder of the editions (`Reports/index.html`).
struct EditionList {
  let root: String
  let templates: TemplateSet

  /// Renews the page; an edition that was put there by hand or deleted is seen too.
  func write() throws {
    let page = templates.render(.reports, try context())
    let path = EditionList.parent(of: root) + "/index.html"
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
        guard let edition = EditionName(folder: name),
          let bytes = try? FileTree.bytes(of: "\(parent)/\(folder)/\(name)/\(DataPackage.path)"),
          let package = try? JSONDecoder().decode(DataPackage.self, from: Data(bytes))
        else { return nil }
        return (edition, entry(edition, package, folder))
      }
    }
    let editions = found.sorted { left, right in
      left.0.period == right.0.period ? left.0.language < right.0.language : left.0.period > right.0.period
    }
    return [
      "lang": Language.zh.tag, "style": templates.style, "text": templates.texts.all(.zh),
      "text_en": templates.texts.all(.en), "editions": editions.map(\.1),
    ]
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
