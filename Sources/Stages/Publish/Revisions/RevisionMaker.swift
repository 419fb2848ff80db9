import Documents
import Domain

/// Makes the next revision of an edition: what differs, and what editions so far said of the main figures.
struct RevisionMaker {
  /// Vintages that the triangle shows; older ones have left the trend of the newest.
  private static let mostVintages = 8

  let root: String
  let bulletin: Bulletin
  let language: Language

  /// - Parameters:
  ///   - last: the edition that is revised, and its files.
  ///   - difference: what `bulletin` says otherwise.
  /// - Throws: `FileFailure`.
  func revision(
    of last: EditionName, _ files: [(path: String, bytes: [UInt8])], _ difference: EditionDifference,
    _ reason: Revision.Reason, note: String
  ) throws -> Revision {
    let number = last.revision + 1
    let steps = RevisionMaker.bytes(Provenance.path, files).flatMap { Provenance($0)?.revisions } ?? []
    let own = difference.changes.map { change in
      Revision.Change(
        step: number, table: RevisionTables.name(ofPath: change.table), row: change.row, column: change.column,
        before: change.before, after: change.after)
    }
    let changes = RevisionMaker.bytes(RevisionTables.changesPath, files).map(RevisionTables.changes) ?? []
    return Revision(
      steps: steps + [.init(number: number, reason: reason, note: note, cells: own.count)], changes: changes + own,
      triangle: RevisionTriangle(vintages: try earlier(number) + [vintage(number)]))
  }

  private func vintage(_ number: Int) -> RevisionTriangle.Vintage {
    let values = bulletin.regions.flatMap { region in
      region.trend.map {
        RevisionTriangle.Value(
          period: $0.period, region: region.code, demand: $0.demand.csv, seekers: $0.seekers.csv, ratio: $0.ratio.csv)
      }
    }
    return RevisionTriangle.Vintage(period: bulletin.period, revision: number, values: values)
  }

  /// Those of the same kind up to the period, oldest first.
  private func earlier(_ number: Int) throws -> [RevisionTriangle.Vintage] {
    let names = try FileTree.names(in: root).compactMap { EditionName(folder: $0) }.filter {
      $0.language == language && $0.audience == bulletin.audience && $0.period.unit == bulletin.period.unit
        && ($0.period.ordinal, $0.revision) < (bulletin.period.ordinal, number)
    }
    return try names.sorted { ($0.period.ordinal, $0.revision) < ($1.period.ordinal, $1.revision) }
      .suffix(RevisionMaker.mostVintages - 1).map { name in
        let path = name.audience == .bureau ? InternalMark.name(RevisionTables.trendPath) : RevisionTables.trendPath
        let values = RevisionTables.values(try FileTree.bytes(of: "\(root)/\(name.folder)/\(path)"))
        return RevisionTriangle.Vintage(period: name.period, revision: name.revision, values: values)
      }
  }

  private static func bytes(_ path: String, _ files: [(path: String, bytes: [UInt8])]) -> [UInt8]? {
    files.first { $0.path == path || $0.path == InternalMark.name(path) }?.bytes
  }
}
