import Documents
import Domain

/// The lists of before that are kept yet.
public struct FormerMatches {
  let lists: [MatchList.Former]
  /// Files that were removed since nobody can tell whom they name.
  var removed: [String] = []
}

/// Publishes match lists for the employment centre alone: a folder closed to everyone but its owner, which no page links.
public struct MatchPublisher {
  /// What came of it.
  public struct Result: Equatable {
    public let page: String
    /// In Chinese: how much is on the list, or why there is none.
    public let summary: String
    /// Lines of the folder's own files that cannot be read.
    public let problems: [String]
  }

  private let templates: TemplateSet
  private let root: String

  /// - Parameter root: the folder.
  public init(templates: TemplateSet, root: String) {
    self.templates = templates
    self.root = root
  }

  /// Removes lists whose time is over, and reads the others.
  ///
  /// - Throws: `FileFailure`.
  public func former(today: Day) throws -> FormerMatches {
    guard FileTree.isFolder(root) else { return FormerMatches(lists: []) }
    var lists: [MatchList.Former] = []
    var removed: [String] = []
    let header = MatchList.header(templates.texts)
    for name in try FileTree.names(in: root).sorted() {
      guard let (day, until) = MatchList.days(name) else { continue }
      guard until >= today else {
        try FileTree.remove("\(root)/\(name)")
        continue
      }
      let file = CSVText.rows(try FileTree.bytes(of: "\(root)/\(name)")) ?? []
      guard let seeker = file.first?.firstIndex(of: templates.texts(.matchSeeker)) else {
        // Whoever takes consent back could not be taken off it.
        try FileTree.remove("\(root)/\(name)")
        removed.append(name)
        continue
      }
      lists.append(
        MatchList.Former(
          name: name, day: day, until: until,
          cells: file.first == header ? file.filter { $0.count == header.count } : [],
          file: file, seeker: seeker))
    }
    return FormerMatches(lists: lists, removed: removed)
  }

  /// Writes the list, in the place of an earlier one of the same day, what came of those before, and the page.
  ///
  /// - Parameter place: of the final editions of the catalog, for people.
  /// - Throws: `FileFailure`.
  public func publish(
    _ report: MatchReport, former: FormerMatches, catalogs place: String, title: String, today: Day,
    check: () throws -> Void = {}
  ) throws -> Result {
    try DurableFolder.makePrivate(root)
    DurableFile.recover(in: root)
    let texts = templates.texts
    func replace(_ name: String, _ bytes: [UInt8]) throws {
      try check()
      try DurableFile.replace("\(root)/\(name)", with: bytes, mode: 0o600)
    }
    var kept: [MatchList.Former] = []
    for list in former.lists where list.day != report.day {
      // Who agrees no longer, or is no longer registered, is taken off at once.
      let cells =
        list.file.prefix(1)
        + list.file.dropFirst().filter { row in
          row.indices.contains(list.seeker) && report.agreeing.contains(row[list.seeker])
        }
      if cells.count < list.file.count { try replace(list.name, CSVText.bytes(Array(cells))) }
      kept.append(list)
    }
    var current: (name: String, until: Day)?
    let same = former.lists.filter { $0.day == report.day }
    if let day = report.day, report.reason == nil {
      let list = MatchList(day: day, rows: report.rows)
      // Nothing new does not prolong what is there.
      let unchanged = same.first { CSVText.rows(list.bytes(texts, until: $0.until)) == $0.cells }
      let until = unchanged?.until ?? Day(ordinal: today.ordinal + MatchList.life)
      let name = MatchList.name(of: day, until: until)
      try replace(name, list.bytes(texts, until: until))
      current = (name, until)
    }
    for list in same where list.name != current?.name { try FileTree.remove("\(root)/\(list.name)") }
    let (stored, unread) = try storedHits()
    let hits = MatchHits.merged(report.hits, stored)
    let problems =
      unread.map { texts(.hitsUnread, ["line": "\($0)"]) }
      + former.removed.map { texts(.listUnread, ["file": $0]) }
    // A file that cannot be read whole is left for people to mend.
    if !hits.isEmpty, unread.isEmpty { try replace(MatchHits.path, MatchHits.bytes(hits, texts)) }
    let page = MatchPage(
      report: report, current: current, kept: kept, hits: hits, problems: problems, title: title, place: place,
      templates: templates)
    try replace(MatchPage.path, templates.render(.matches, page.context))
    return Result(page: "\(root)/\(MatchPage.path)", summary: page.summary, problems: problems)
  }

  private func storedHits() throws -> (counts: [MatchHits.Count], unread: [Int]) {
    let path = "\(root)/\(MatchHits.path)"
    guard FileTree.exists(path) else { return ([], []) }
    return MatchHits.read(try FileTree.bytes(of: path), templates.texts)
  }
}
