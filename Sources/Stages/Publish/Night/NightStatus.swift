import Domain
import Foundation

/// `status.json` of a night: for other programs. Its keys are documented in `Sources/talentflow/OPERATIONS.md` and stay
/// as they are.
public struct NightStatus: Codable, Sendable, Equatable {
  public static let path = "status.json"

  /// What came in.
  public struct Counts: Codable, Sendable, Equatable {
    public let files: Int
    public let rows: Int
    public let accepted: Int
    public let rejected: Int
    public let duplicate: Int
    public let unchanged: Int
    /// Nil of nights before these rows were counted apart.
    public let skipped: Int?
  }

  public struct Entry: Codable, Sendable, Equatable {
    public let id: String
    public let occurrence: Int
    public let kind: AlertKind
    public let state: AlertState
    public let firstSeen: String
    public let title: String
    public let figure: String
    public let reason: String
    public let place: String
  }

  public let date: String
  public let run: Int
  public let started: String
  /// `quiet`: nothing came and nothing is new; `attention`: somebody has something to do; else `ok`.
  public let state: String
  public let total: Counts
  public let sources: [String: Counts]
  public let alerts: [Entry]
  public let missed: [String]
  public let notes: [String]
  public let previous: String?

  init(_ report: NightReport) {
    date = report.day.iso
    run = report.run
    started = report.started
    total = NightStatus.counts(report.sources)
    sources = Dictionary(uniqueKeysWithValues: report.sources.map { ($0.id, NightStatus.counts([$0])) })
    alerts = report.alerts.map { alert in
      let content = alert.content
      return Entry(
        id: content.id, occurrence: alert.occurrence, kind: content.kind, state: alert.state,
        firstSeen: alert.firstSeen.iso, title: content.title, figure: content.figure, reason: content.reason,
        place: content.place)
    }
    missed = report.missed.map(\.iso)
    notes = report.notes
    previous = report.previous?.iso
    let isWork = report.alerts.contains { !$0.content.kind.isMarket && $0.state != .cleared }
    state = isWork ? "attention" : total.files == 0 && report.count(.new) == 0 ? "quiet" : "ok"
  }

  private static func counts(_ sources: [NightReport.Source]) -> Counts {
    func sum(_ count: (NightReport.Source) -> Int) -> Int { sources.reduce(0) { $0 + count($1) } }
    return Counts(
      files: sum(\.files), rows: sum(\.rows), accepted: sum(\.accepted), rejected: sum(\.rejected),
      duplicate: sum(\.duplicate), unchanged: sum(\.unchanged), skipped: sum(\.skipped))
  }

  func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(self)) + [0x0A]
  }

  /// Reads what `json` wrote; nil for anything else.
  public init?(_ bytes: [UInt8]) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    guard let status = try? decoder.decode(NightStatus.self, from: Data(bytes)) else { return nil }
    self = status
  }
}
