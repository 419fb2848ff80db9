import Documents
import Domain

/// Makes editions of the bulletin: pages, data tables, their description, checksums and an archive.
///
/// The same bulletin gives the same bytes, whatever the clock, the machine or the locale.
public struct Publisher: Sendable {
  private static let superseded = "superseded"
  let templates: TemplateSet
  private let material: Provenance.Material
  private let seal: EditionSeal

  /// - Parameters:
  ///   - material: what else the editions are made of.
  ///   - key: signs the checksums; nil: they are not signed.
  public init(templates: TemplateSet, material: Provenance.Material = .init(), key: SigningKey? = nil) {
    self.templates = templates
    self.material = material
    seal = EditionSeal(key: key)
  }

  /// Every file of an edition in the order of the paths, the archive last.
  ///
  /// - Parameter neighbours: what its bar may lead to.
  /// - Throws: `PipelineError` for a bulletin that cannot be laid out.
  func files(
    _ bulletin: Bulletin, language: Language, beside neighbours: EditionNeighbours = EditionNeighbours()
  ) throws -> [(path: String, bytes: [UInt8])] {
    try check(bulletin)
    let name = EditionName(bulletin, language)
    let tables = try EditionTables(bulletin, templates.texts, language).all()
    var files: [(path: String, bytes: [UInt8])] = tables.map { ($0.path, $0.bytes) }
    let workbook = try EditionWorkbook(
      of: tables, path: name.workbook, title: language.text(bulletin.title),
      publisher: language.text(bulletin.publisher), period: language.name(of: bulletin.period),
      dataUntil: bulletin.dataUntil, templates.texts, language)
    files.append((workbook.path, workbook.bytes))
    let guide = FieldGuide(tables: tables, texts: templates.texts, language: language)
    files.append((guide.path, guide.bytes))
    files.append((DataPackage.path, try DataPackage(bulletin, tables, [workbook, guide], language).json()))
    for page in RegionPage.all(
      of: bulletin, templates: templates, language: language, beside: neighbours)
    {
      files.append((page.path, templates.render(.bulletin, page.context)))
      files += page.pageCharts.map { $0.file(language.name(of: bulletin.period)) }
    }
    files += outlookPages(of: bulletin, language, neighbours)
    let provenance = Provenance(
      edition: "bulletin-\(name.folder)", period: bulletin.period, revision: bulletin.revision, material)
    files.append((Provenance.path, try provenance.json()))
    if bulletin.audience == .bureau { files = InternalMark.applied(to: files) }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    files += try seal.files(for: files)
    files.append((name.archive, try EditionArchive.bytes(of: files)))
    return files
  }

  /// Publishes the edition as `<root>/<period>`, or a revision as `<root>/<period>-r2`, in one step and renews the list
  /// of editions beside `root`.
  ///
  /// - Parameters:
  ///   - languages: those that the run publishes the bulletin in.
  ///   - check: called between the steps that take time; may throw to give up.
  /// - Throws: `PipelineError`, also where an edition that was published for good was changed by hand, or where there is
  ///   none to revise; `FileFailure` of Documents. The edition is then whole, the old one or the new one.
  public func publish(
    _ bulletin: Bulletin, language: Language, to root: String, as standing: Standing = .working,
    languages: [Language] = [], check: () throws -> Void = {}
  ) throws -> PublishedEdition {
    let isPublic = bulletin.audience == .everybody && bulletin.embargo == nil
    func neighbours(_ bulletin: Bulletin) throws -> EditionNeighbours {
      try EditionNeighbours.of(EditionName(bulletin, language), in: root, languages: languages, isListed: isPublic)
    }
    let edition = Edition(
      bulletin: bulletin, language: language,
      files: try files(bulletin, language: language, beside: neighbours(bulletin)), root: root, standing: standing)
    try check()
    // Other pipelines may publish beside this one, and all renew the one list.
    let parent = isPublic ? EditionList.parent(of: root) : root
    if isPublic { try DurableFolder.make(root) } else { try DurableFolder.makePrivate(root) }
    let lock = try FolderLock.wait(for: parent.isEmpty ? "/" : parent, check: check)
    defer { withExtendedLifetime(lock) {} }
    let list = EditionList(root: root, templates: templates)
    if isPublic { try list.check() }
    try DirectoryPublication.recover(in: root)
    DurableFile.recover(in: "\(root)/\(Publisher.superseded)")
    let revisions = try Publisher.revisions(of: bulletin.period, language, bulletin.audience, in: root)
    let published =
      if let last = revisions.last, standing != .working || last.revision > 1 {
        try keep(edition, beside: revisions, last, neighbours, check)
      } else {
        try replace(edition, check)
      }
    if isPublic { try list.write() }
    return published
  }

  /// What is published, and where.
  private struct Edition {
    let bulletin: Bulletin
    let language: Language
    let files: [(path: String, bytes: [UInt8])]
    let root: String
    let standing: Standing

    var name: EditionName { EditionName(bulletin, language) }
  }

  /// Number of the newest revision of an edition that is there; 0 where it was never published.
  public static func lastRevision(
    of period: Period, _ language: Language, _ audience: Audience, in root: String
  ) -> Int {
    (try? revisions(of: period, language, audience, in: root))?.last?.revision ?? 0
  }

  /// The editions of a period that are there, the newest revision last.
  static func revisions(
    of period: Period, _ language: Language, _ audience: Audience, in root: String
  ) throws -> [EditionName] {
    guard FileTree.isFolder(root) else { return [] }
    return try FileTree.names(in: root).compactMap { EditionName(folder: $0) }.filter {
      $0.period == period && $0.language == language && $0.audience == audience
    }.sorted { $0.revision < $1.revision }
  }

  /// Leaves an edition as it is, and where it is to be revised publishes what differs beside it.
  private func keep(
    _ edition: Edition, beside all: [EditionName], _ last: EditionName,
    _ neighbours: (Bulletin) throws -> EditionNeighbours,
    _ check: () throws -> Void
  ) throws -> PublishedEdition {
    let (bulletin, language, root) = (edition.bulletin, edition.language, edition.root)
    for path in all.map({ "\(root)/\($0.folder)" }) {
      let problems = try EditionCheck(path: path).problems
      guard !problems.isEmpty else { continue }
      throw PipelineError(
        .changedEdition, .config, at: path, "已发布的公报被改动: \(problems.joined(separator: "; "))",
        remedy: "从备份恢复这个文件夹; 要改就编修订版 (--revise)")
    }
    let path = "\(root)/\(last.folder)"
    let existing = try FileTree.files(in: path)
    let difference = try EditionDifference(figuresOf: existing, at: path, to: edition.files)
    guard case .revised(let reason, let note) = edition.standing, !difference.isEmpty else {
      return PublishedEdition(
        path: path, files: existing.map(\.path), isUnchanged: true, differing: difference.changes.count,
        supersededPath: nil)
    }
    var revised = bulletin
    revised.revision = try RevisionMaker(root: root, bulletin: bulletin, language: language).revision(
      of: last, existing, difference, reason, note: note)
    let target = "\(root)/\(EditionName(revised, language).folder)"
    let own = try files(revised, language: language, beside: neighbours(revised))
    try DirectoryPublication(target: target).publish(own, check: check)
    return PublishedEdition(
      path: target, files: own.map(\.path), isUnchanged: false, revised: difference.changes.count, supersededPath: nil)
  }

  /// Publishes `files`; an edition with other figures that they replace is kept as an archive.
  private func replace(_ edition: Edition, _ check: () throws -> Void) throws -> PublishedEdition {
    let (files, name, root) = (edition.files, edition.name, edition.root)
    let target = "\(root)/\(name.folder)"
    if case .revised = edition.standing {
      throw PipelineError(.notYetPublished, .config, at: target, "还没有发布过, 没有可以修订的", remedy: "去掉 --revise 先发布")
    }
    let existing = FileTree.isFolder(target) ? try FileTree.files(in: target) : []
    let isUnchanged = seal.isUnchanged(existing, files)
    var superseded: String?
    if !isUnchanged {
      if !existing.isEmpty, Publisher.figures(existing) != Publisher.figures(files) {
        superseded = try archive(existing, name, root)
      }
      try DirectoryPublication(target: target).publish(files, check: check)
    }
    return PublishedEdition(
      path: target, files: files.map(\.path), isUnchanged: isUnchanged, supersededPath: superseded)
  }

  /// Keeps the archive of an edition that is about to be replaced; the name says which content it has.
  private func archive(_ existing: [(path: String, bytes: [UInt8])], _ name: EditionName, _ root: String) throws
    -> String
  {
    let archive = try existing.first { $0.path == name.archive }?.bytes ?? EditionArchive.bytes(of: existing)
    let path = "\(root)/\(Publisher.superseded)/\(name.folder)-\(SHA256Sums.digest(archive).prefix(8)).zip"
    if !FileTree.exists(path) { try DurableFile.replace(path, with: archive) }
    return path
  }

  /// A page an occupation group.
  private func outlookPages(
    of bulletin: Bulletin, _ language: Language, _ neighbours: EditionNeighbours
  ) -> [(path: String, bytes: [UInt8])] {
    guard let outlook = bulletin.outlook else { return [] }
    let groups = OutlookGroup.all(in: outlook)
    return groups.map { group in
      let page = OutlookGroupPage(
        bulletin: bulletin, outlook: outlook, group: group, groups: groups, templates: templates, language: language,
        neighbours: neighbours)
      return (group.path, templates.render(.outlookGroup, page.context))
    }
  }

  private func check(_ bulletin: Bulletin) throws {
    guard !bulletin.regions.isEmpty else {
      throw PipelineError(.unknownRegion, .config, at: bulletin.period.description, "公报没有地区", remedy: "检查流水线的地区设置")
    }
    var seen: Set<String> = []
    for region in bulletin.regions {
      let isPlain = !region.code.isEmpty && region.code.utf8.allSatisfy { (0x30...0x39).contains($0) }
      guard isPlain, seen.insert(region.code).inserted else {
        throw PipelineError(.unknownRegion, .config, at: region.code, "地区代码不是数字或重复", remedy: "检查流水线的地区设置")
      }
    }
    guard bulletin.audiences.allSatisfy({ $0 == bulletin.audience }) else {
      throw PipelineError(
        .inconsistentEdition, .config, at: bulletin.period.description, "公报的数字是为另一类读者编的", remedy: "请把这条信息报告给开发者")
    }
    if let outlook = bulletin.outlook { _ = try OutlookCheck(outlook, in: bulletin) }
  }

  private static func map(_ files: [(path: String, bytes: [UInt8])]) -> [String: [UInt8]] {
    Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
  }

  private static func figures(_ files: [(path: String, bytes: [UInt8])]) -> [String: [UInt8]] {
    map(files).filter { path, _ in
      path.hasPrefix("tables/") && !FieldGuide.paths.contains(path) && path != "tables/quality.csv"
        && path != "tables/indicators.csv"
    }
  }
}
