import Documents
import Domain
import Foundation

/// The page that lists all bulletins and catalogs, newest first, beside the folders of the editions
/// (`Reports/index.html`).
struct EditionList {
  /// What shows that a page is the program's own.
  private static let mark = Array(PagePolicy.start.utf8)

  static let name = "index.html"
  /// Where the page has the newest bulletin.
  static let newest = "newest"

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
    let bulletins = try bulletins()
    let catalogs = try EditionList.catalogs(in: EditionList.parent(of: root))
    return [
      "lang": Language.zh.tag, "style": templates.style, "text": templates.texts.all(.zh),
      "text_en": templates.texts.all(.en), "years": byYear(bulletins, newest: bulletins.first?.page),
      "has_catalogs": !catalogs.isEmpty,
      "catalog_years": byYear(catalogs),
    ]
  }

  /// What the list says of an edition.
  private struct Item {
    let period: Period
    /// The newest of its kind is marked.
    let kind: TextKey
    let isRevised: Bool
    let language: Language
    let package: DataPackage
    /// Day on which it came out; nil where it was fixed nowhere.
    let released: String?
    let page: String
    let archive: String
  }

  private func bulletins() throws -> [Item] {
    let parent = EditionList.parent(of: root)
    // Other pipelines publish into folders beside this one; their bulletins are listed too, but no tries of this one.
    let found = try FileTree.names(in: parent).sorted().flatMap { folder -> [EditionSeries.Entry] in
      guard FileTree.isFolder("\(parent)/\(folder)") else { return [] }
      return ((try? FileTree.names(in: "\(parent)/\(folder)")) ?? []).compactMap { name in
        guard let edition = EditionName(folder: name), edition.audience == .everybody,
          let package = DataPackage(folder: "\(parent)/\(folder)/\(name)")
        else { return nil }
        return EditionSeries.Entry(name: edition, package: package, folder: folder)
      }
    }
    let before = (try? FileTree.bytes(of: path)).map { PageLinks($0).links } ?? []
    let kept = EditionSeries.withoutTries(found) { folder in before.contains { $0.hasPrefix("\(folder)/") } }
    return kept.sorted { left, right in
      let (one, other) = (left.name, right.name)
      if one.period != other.period { return one.period > other.period }
      return one.language == other.language ? one.revision > other.revision : one.language < other.language
    }.map { entry in
      Item(
        period: entry.name.period, kind: EditionList.kind(of: entry.name.period.unit),
        isRevised: entry.name.revision > 1, language: entry.name.language, package: entry.package,
        released: entry.package.releasedOn, page: "\(entry.folder)/\(entry.name.folder)/index.html",
        archive: "\(entry.folder)/\(entry.name.folder)/\(entry.name.archive)")
    }
  }

  private static func kind(of unit: Period.Unit) -> TextKey {
    switch unit {
    case .month: .kindMonth
    case .quarter: .kindQuarter
    case .half: .kindHalf
    case .year: .kindYear
    }
  }

  /// The final editions of every half-year; drafts are for the bureau alone.
  private static func catalogs(in parent: String) throws -> [Item] {
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
      return Item(
        period: edition.period, kind: .kindCatalog, isRevised: edition.number > 1, language: .zh, package: package,
        released: package.frozenOn, page: "\(path)/\(CatalogPage.path)", archive: "\(path)/\(edition.archive)")
    }
  }

  /// - Parameters:
  ///   - items: the newest first.
  ///   - newest: the page whose entry other pages lead to.
  private func byYear(_ items: [Item], newest: String? = nil) -> [[String: Any]] {
    let latest = Dictionary(items.filter { $0.language == .zh }.map { ($0.kind, $0.page) }) { first, _ in first }
    var years: [Int] = []
    for item in items where !years.contains(item.period.year) { years.append(item.period.year) }
    return years.map { year in
      [
        "year": "\(year)",
        "editions": items.filter { $0.period.year == year }.map { item in
          let anchor: Any = item.page == newest ? EditionList.newest : false
          return entry(item, isLatest: latest[item.kind] == item.page).merging(["anchor": anchor]) { own, _ in own }
        },
      ]
    }
  }

  private func entry(_ item: Item, isLatest: Bool) -> [String: Any] {
    let (texts, language) = (templates.texts, item.language)
    func day(_ iso: String) -> String { DateText.parse(iso).map(language.date) ?? iso }
    return [
      "lang": language.tag, "is_english": language == .en, "title": item.package.title,
      "headline": item.package.headline, "href": item.page, "archive": item.archive,
      "kind": texts(item.kind, language), "latest": isLatest ? texts(.listLatest, language) : false,
      "revised": item.isRevised ? texts(.listRevised, language) : false,
      "released": item.released.map {
        texts.text(TextKey.releasedOn, language, ["day": day($0)])
      } ?? false,
      "until": "\(texts(.dataUntil, language)) \(day(item.package.dataUntil))",
    ]
  }

  static func parent(of path: String) -> String {
    let trimmed = path.hasSuffix("/") ? String(path.dropLast()) : path
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "" : String(trimmed[..<slash])
  }
}
