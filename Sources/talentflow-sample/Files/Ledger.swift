/// Keeps what becomes of every row, by the rules for versions and repeats.
final class Ledger {
  /// What became of the rows of a file.
  struct FileCount {
    let system: String
    let file: String
    var rows = 0
    var accepted = 0
    var rejected = 0
    var duplicate = 0
    var unchanged = 0
  }

  /// A refused row.
  struct Reject {
    let system: String
    let file: String
    /// Physical line, the header is line 1.
    let line: Int
    let rule: String
  }

  private struct Version {
    let digest: UInt64
    let updated: SampleTime
    let file: Int
    let fact: MarketFact?
  }

  private(set) var files: [FileCount] = []
  private(set) var rejects: [Reject] = []
  private var versions: [String: Version] = [:]

  func open(system: String, file: String) { files.append(FileCount(system: system, file: file)) }

  /// Takes the next row of the file opened last.
  func record(_ row: SampleRow, bytes: [UInt8], line: Int) {
    let file = files.count - 1
    files[file].rows += 1
    if let flaw = row.flaw {
      files[file].rejected += 1
      rejects.append(Reject(system: files[file].system, file: files[file].file, line: line, rule: flaw.rule))
      return
    }
    let version = Version(digest: Ledger.digest(bytes), updated: row.updated, file: file, fact: row.fact)
    guard let current = versions[row.key] else {
      files[file].accepted += 1
      versions[row.key] = version
      return
    }
    let isOwn = current.file == file
    if current.digest == version.digest {
      if isOwn { files[file].duplicate += 1 } else { files[file].unchanged += 1 }
    } else if version.updated >= current.updated {
      if isOwn { files[file].duplicate += 1 } else { files[file].accepted += 1 }
      versions[row.key] = version
    } else {
      files[file].duplicate += 1
    }
  }

  /// The facts of the versions that hold in the end, in no particular order.
  var facts: [MarketFact] { versions.values.compactMap(\.fact) }

  /// FNV-1a.
  private static func digest(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
