import Domain
import Warehouse

/// The current rows of what a file held before its content changed, and which of them its new content has shown again.
struct FormerContent {
  /// The contents that the file has brought so far.
  let files: [Int]
  /// Current rows of them, before the load.
  let rows: Int
  private let runs: VersionRuns
  /// Place of each run's first version in `seen`.
  private let places: [Int]
  private var seen: [Bool]

  /// Nil for a file that brings its first content.
  init?(_ db: Database, _ layout: FactLayout, source: SourceSpec, name: String) throws {
    files = try Ledger.contents(db, source: source.id, name: name)
    guard let last = files.last else { return nil }
    let versions = HeldVersions(db, layout.table)
    runs = VersionRuns(try versions.made(by: files).ranges + (try versions.byFile(last)[last]?.ranges ?? []))
    var (places, count): ([Int], Int) = ([], 0)
    for run in runs.ranges {
      places.append(count)
      count += run.count
    }
    self.places = places
    seen = Array(repeating: false, count: count)
    var former = 0
    for (run, place) in zip(runs.ranges, places) {
      let superseded = try BulkStatement(db, "SELECT id FROM \(layout.table.superseded) WHERE id >= ? AND id < ?")
      superseded.bind(run.lowerBound, 1)
      superseded.bind(run.upperBound, 2)
      while try superseded.step() {
        seen[place + superseded.integer(0) - run.lowerBound] = true
        former += 1
      }
    }
    rows = count - former
  }

  /// Notes that the new content holds the row of a version, as it is or changed.
  mutating func see(_ id: Int) {
    guard let run = runs.run(of: id) else { return }
    seen[places[run] + id - runs.ranges[run].lowerBound] = true
  }

  /// Current versions whose rows the new content does not hold.
  var gone: [Int] {
    zip(runs.ranges, places).flatMap { run, place in run.filter { !seen[place + $0 - run.lowerBound] } }
  }
}
