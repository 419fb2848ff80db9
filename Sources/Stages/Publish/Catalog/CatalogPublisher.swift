import Documents
import Domain
import Tabular

/// Makes editions of the catalog: the page, that of the methods, an evidence page an entry, data tables, the form for
/// answers, an archive.
///
/// Editions are never replaced: a draft or a final edition with other content gets the next number.
public struct CatalogPublisher: Sendable {
  let templates: TemplateSet
  private let rules: ShortageRules
  private let material: Provenance.Material
  private let seal: EditionSeal

  /// - Parameters:
  ///   - material: what else the editions are made of.
  ///   - key: signs the checksums; nil: they are not signed.
  public init(
    templates: TemplateSet, rules: ShortageRules, material: Provenance.Material = .init(), key: SigningKey? = nil
  ) {
    self.material = material
    seal = EditionSeal(key: key)
    self.templates = templates
    self.rules = rules
  }

  /// Every file of an edition in the order of the paths, the archive last.
  ///
  /// - Parameter neighbours: what its bar may lead to.
  func files(
    _ catalog: Catalog, beside neighbours: CatalogNeighbours = CatalogNeighbours()
  ) throws -> [(path: String, bytes: [UInt8])] {
    let isInternal = catalog.audience == .bureau
    let tables = CatalogTables(catalog: catalog, texts: templates.texts).all
    let guide = FieldGuide(tables: tables, texts: templates.texts, language: .zh)
    var files = content(catalog, tables, guide, neighbours)
    let workbook = try EditionWorkbook(
      of: tables, path: catalog.edition.workbook, title: catalog.title, publisher: catalog.publisher,
      period: catalog.edition.name, dataUntil: catalog.dataUntil, templates.texts, .zh)
    files.append((workbook.path, workbook.bytes))
    files.append((DataPackage.path, try DataPackage(catalog, tables, [workbook, guide], templates.texts).json()))
    let provenance = Provenance(
      edition: "catalog-\(catalog.edition.period)-\(catalog.edition.folder)", period: catalog.edition.period, material)
    files.append((Provenance.path, try provenance.json()))
    if isInternal { files = InternalMark.applied(to: files) }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    files += try seal.files(for: files)
    // People write into the form, so that it has no checksum.
    if catalog.edition.kind == .draft { files.append((OpinionForm.path, OpinionForm.bytes(catalog))) }
    files.append((CatalogPublisher.archive(of: catalog), try EditionArchive.bytes(of: files)))
    return files
  }

  /// What an edition says: its tables and pages. The workbook and the description say the same once more.
  private func content(
    _ catalog: Catalog, _ tables: [EditionTable], _ guide: FieldGuide, _ neighbours: CatalogNeighbours
  ) -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = tables.map { ($0.path, $0.bytes) }
    files.append((guide.path, guide.bytes))
    let page = CatalogPage(
      catalog: catalog, rules: rules, templates: templates, neighbours: neighbours,
      downloads: tables.map { ($0.path, $0.title) })
    files.append((CatalogPage.path, templates.render(.catalog, page.context)))
    let methods = CatalogMethodsPage(
      catalog: catalog, rules: rules, templates: templates, neighbours: neighbours)
    files.append((CatalogMethodsPage.path, templates.render(.catalogMethods, methods.context)))
    let entries = catalog.entries + catalog.outside + catalog.ranking
    files += Parallel.map(entries.count) { [rules, templates] index in
      let page = EvidencePage(
        catalog: catalog, entry: entries[index], rules: rules, templates: templates, neighbours: neighbours)
      return (
        path: EvidencePage.path(of: entries[index].unit.occupation), bytes: templates.render(.evidence, page.context)
      )
    }
    return files
  }

  /// Name of the archive of an edition.
  static func archive(of catalog: Catalog) -> String {
    catalog.audience == .bureau ? InternalMark.name(catalog.edition.archive) : catalog.edition.archive
  }

  /// Publishes the next final edition of `period` below `<root>/<period>`; where the last one has the same content
  /// already, nothing is written.
  ///
  /// - Parameters:
  ///   - today: the date of a new edition.
  ///   - check: called between the steps that take time; may throw to give up.
  ///   - make: the catalog as the edition that it is given.
  /// - Throws: `PipelineError` also where a final edition of the period was changed by hand; `FileFailure`.
  public func publish(
    final period: Period, to root: String, today: Day, check: () throws -> Void = {},
    make: (CatalogEdition) throws -> Catalog
  ) throws -> PublishedEdition {
    let folder = "\(root)/\(period)"
    try DurableFolder.make(folder)
    // Other pipelines renew the one list of editions.
    let parent = EditionList.parent(of: root)
    let lock = try FolderLock.wait(for: parent.isEmpty ? "/" : parent, check: check)
    defer { withExtendedLifetime(lock) {} }
    let list = EditionList(root: root, templates: templates)
    try list.check()
    try DirectoryPublication.recover(in: folder)
    for edition in try CatalogPublisher.editions(of: period, in: root) {
      try CatalogPublisher.verify("\(folder)/\(edition.folder)")
    }
    let edition = try next(period, .final, in: root, today: today, check: check, make: make)
    if !edition.isUnchanged { try list.write() }
    return edition
  }

  /// Writes the next draft of `period` below `<root>/<period>`, as `publish(final:)` does; a draft names experts and hides
  /// nothing, so that its folder is the user's alone.
  ///
  /// - Throws: `PipelineError`, `FileFailure`.
  public func write(
    draft period: Period, to root: String, check: () throws -> Void = {}, make: (CatalogEdition) throws -> Catalog
  ) throws -> PublishedEdition {
    let folder = "\(root)/\(period)"
    try DurableFolder.makePrivate(folder)
    let lock = try FolderLock.wait(for: folder, check: check)
    defer { withExtendedLifetime(lock) {} }
    try DirectoryPublication.recover(in: folder)
    return try next(period, .draft, in: root, today: nil, check: check, make: make)
  }

  /// The last edition of the kind where it says the same, else a new one.
  private func next(
    _ period: Period, _ kind: CatalogEdition.Kind, in root: String, today: Day?, check: () throws -> Void,
    make: (CatalogEdition) throws -> Catalog
  ) throws -> PublishedEdition {
    let folder = "\(root)/\(period)"
    let last = try CatalogPublisher.editions(of: period, in: root).filter { $0.kind == kind }
      .max { $0.number < $1.number }
    if let last {
      let path = "\(folder)/\(last.folder)"
      let dated = CatalogEdition(
        period: period, kind: kind, number: last.number, date: CatalogPublisher.date(of: last, in: path))
      let catalog = try make(dated)
      let tables = CatalogTables(catalog: catalog, texts: templates.texts).all
      let guide = FieldGuide(tables: tables, texts: templates.texts, language: .zh)
      let own = content(catalog, tables, guide, try CatalogNeighbours.of(catalog, in: root))
      let files = try FileTree.files(in: path)
      if CatalogPublisher.content(of: files) == CatalogPublisher.content(of: own) {
        return PublishedEdition(path: path, files: files.map(\.path), isUnchanged: true, supersededPath: nil)
      }
    }
    let next = CatalogEdition(period: period, kind: kind, number: (last?.number ?? 0) + 1, date: today)
    let catalog = try make(next)
    let files = try files(catalog, beside: CatalogNeighbours.of(catalog, in: root))
    try DirectoryPublication(target: "\(folder)/\(next.folder)", isPrivate: kind == .draft)
      .publish(files, check: check)
    return PublishedEdition(
      path: "\(folder)/\(next.folder)", files: files.map(\.path), isUnchanged: false, supersededPath: nil)
  }

  /// Publishes the edition for the bureau that belongs to a final one, as `<root>/<period>/final-1`; one that is there
  /// stays as it is, like the other.
  ///
  /// - Throws: `FileFailure`.
  public func publish(internal catalog: Catalog, to root: String, check: () throws -> Void = {}) throws
    -> PublishedEdition
  {
    try DurableFolder.makePrivate(root)
    let folder = "\(root)/\(catalog.edition.period)"
    let path = "\(folder)/\(catalog.edition.folder)"
    try DirectoryPublication.recover(in: folder)
    let isThere = FileTree.isFolder(path)
    let files = try files(catalog, beside: CatalogNeighbours.of(catalog, in: root))
    if !isThere { try DirectoryPublication(target: path, isPrivate: true).publish(files, check: check) }
    return PublishedEdition(path: path, files: files.map(\.path), isUnchanged: isThere, supersededPath: nil)
  }

  /// The editions of a period that are there, in no order.
  public static func editions(of period: Period, in root: String) throws -> [CatalogEdition] {
    let folder = "\(root)/\(period)"
    guard FileTree.isFolder(folder) else { return [] }
    return try FileTree.names(in: folder).compactMap { CatalogEdition(period: period, folder: $0) }
  }

  /// The answers that people put into the drafts of a period, in the order of the drafts and names; forms that nobody has
  /// filled in are left out.
  ///
  /// - Parameter root: folder of the drafts.
  public static func answers(of period: Period, in root: String) throws -> [OpinionFile] {
    let drafts = try editions(of: period, in: root).filter { $0.kind == .draft }.sorted { $0.number < $1.number }
    return try drafts.flatMap { draft in
      let folder = "\(root)/\(period)/\(draft.folder)"
      return try FilledForm.all(in: folder, as: draft.folder, OpinionForm.kind).map(OpinionFile.init)
    }.filter { !$0.isEmpty }
  }

  /// Drafts of earlier programs lie beside the final editions.
  ///
  /// - Parameters: folders of the final editions and of the drafts.
  /// - Throws: `PipelineError` where there are any: their answers would not be taken, and experts' names stand in them.
  public static func refuseDrafts(in root: String, drafts: String) throws {
    guard FileTree.isFolder(root) else { return }
    for period in try FileTree.names(in: root).sorted().compactMap({ Period($0) }) {
      guard let draft = try editions(of: period, in: root).first(where: { $0.kind == .draft }) else { continue }
      throw PipelineError(
        .draftAmongEditions, .config, at: "\(root)/\(period)/\(draft.folder)", "草案有专家姓名, 现在不放在公开的文件夹中",
        remedy: "把 \(root)/\(period) 中的 draft-* 都移到 \(drafts)/\(period), 意见表随草案一起移")
    }
  }

  /// - Throws: `PipelineError` where a final edition is not as it was published.
  static func verify(_ path: String) throws {
    let problems = try EditionCheck(path: path).problems
    guard problems.isEmpty else {
      throw PipelineError(
        .changedEdition, .config, at: path, "正式版被改动: \(problems.joined(separator: "; "))", remedy: "从备份恢复这一版; 要改就另编新版")
    }
  }

  /// The date of a final edition stands in its page's description.
  private static func date(of edition: CatalogEdition, in path: String) -> Day? {
    guard edition.kind == .final else { return nil }
    return DataPackage(folder: path)?.frozenOn.flatMap(DateText.parse)
  }

  /// Those files of an edition that say what it says, by path: the same data from other files, or by a newer program, make
  /// no new edition. What people fill in is none of them.
  private static func content(of files: [(path: String, bytes: [UInt8])]) -> [String: [UInt8]] {
    let kept = files.filter { file in
      [".html", ".csv"].contains(where: file.path.hasSuffix) && !EditionLitter.isName(file.path)
        && !OpinionForm.isAnswer(file.path)
    }.map { ($0.path, $0.bytes) }
    return Dictionary(kept) { first, _ in first }
  }
}
