import Crypto
import Foundation

/// The tables by which titles are coded, as the analysts keep them.
public struct TitleTables: Sendable {
  public let occupations: CodeList
  /// A text once: where several sources have it, the first of `TitleTerm.Source` counts.
  public let terms: [TitleTerm]
  public let heads: [TitleHead]
  /// Words that say nothing of the job.
  public let noise: [String]
  /// Ranks that stand before a job, and those that stand behind it.
  public let ranksBefore: [String]
  public let ranksBehind: [String]
  /// Names of places, which say nothing of a job either.
  public let places: [String]
  /// Whole titles that analysts have answered for, folded.
  public let answers: [String: Int]
  /// Changes with every file behind the tables.
  public let digest: String

  /// Names of the files; only the first must be there.
  public static let files = [
    "job-titles.csv", "job-title-heads.csv", "job-title-noise.csv", "job-title-aliases-dropped.csv",
    "job-title-industries.csv", "job-titles-local.csv",
  ]

  /// - Parameters:
  ///   - regions: names of places are taken from it.
  ///   - file: the path and the bytes of one of `files`; nil where there is none.
  /// - Throws: `PipelineError` TF304 where a table is wrong.
  public init(
    occupations: CodeList, regions: CodeList?, file: (String) throws -> (path: String, bytes: [UInt8])?
  ) throws {
    var reader = TitleTableReader(occupations: occupations)
    var hash = SHA256()
    for name in TitleTables.files {
      guard let (path, bytes) = try file(name) else { continue }
      hash.update(data: Data("\(name):\(bytes.count):".utf8))
      hash.update(data: Data(bytes))
      try reader.read(name, path: path, bytes: bytes)
    }
    digest = "\(hash.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined())"
    self.occupations = occupations
    terms = try reader.terms()
    heads = reader.heads
    noise = reader.noise
    (ranksBefore, ranksBehind) = (reader.ranksBefore, reader.ranksBehind)
    answers = reader.answers
    places = regions.map(TitleTables.places) ?? []
  }

  /// Provinces, cities and counties by their full names, and those that are called so without their kind: other short
  /// names of counties (通道, 和平) are words of many jobs.
  private static func places(_ regions: CodeList) -> [String] {
    var names: Set<String> = []
    for entry in regions.entries where entry.code.count == 6 && !entry.code.hasPrefix("9") && entry.name.count > 1 {
      names.insert(entry.name)
      guard entry.code.hasSuffix("00") || entry.name.hasSuffix("市") else { continue }
      for ending in ["省", "市", "地区", "盟"] where entry.name.hasSuffix(ending) {
        let short = String(entry.name.dropLast(ending.count))
        if short.count > 1 { names.insert(short) }
      }
    }
    return names.sorted()
  }
}
