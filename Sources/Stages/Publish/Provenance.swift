import Domain
import Foundation

/// `edition.json`: what an edition was made of, by digest, so that it can be told whether two were made of the same.
/// It names no path, no clock and no machine. Forecasts draw no random numbers, so that there is no seed to name.
public struct Provenance: Codable, Sendable, Equatable {
  static let path = "edition.json"

  /// A file of an export, as the ledger holds it.
  public struct Input: Codable, Sendable, Equatable {
    let source: String
    let file: String
    let sha256: String
    let rows: Int

    /// - Parameter file: its name; personal numbers in it are masked.
    public init(source: String, file: String, sha256: String, rows: Int) {
      (self.source, self.sha256, self.rows) = (source, sha256, rows)
      self.file = Redaction.shown(file, limit: 200)
    }
  }

  /// What goes into editions beside the data.
  public struct Material: Sendable {
    let inputs: [Input]
    let codeLists: [String: String]
    let rules: [String: String]
    let templates: [String: String]
    /// Nil for what is made of no declared tables.
    let tables: [String: String]?
    let datasets: [String: String]

    /// - Parameters:
    ///   - inputs: in any order.
    ///   - codeLists, rules, datasets, tables, templates: SHA-256 by file name.
    public init(
      inputs: [Input] = [], codeLists: [String: String] = [:], rules: [String: String] = [:],
      datasets: [String: String] = [:], tables: [String: String]? = nil, templates: [String: String] = [:]
    ) {
      self.inputs = inputs.sorted { ($0.source, $0.file, $0.sha256) < ($1.source, $1.file, $1.sha256) }
      (self.codeLists, self.rules, self.datasets) = (codeLists, rules, datasets)
      (self.tables, self.templates) = (tables, templates)
    }
  }

  struct Program: Codable, Equatable {
    var name = "talentflow"
    var version = ProgramVersion.current
  }

  let edition: String
  let period: String
  let revision: Int
  /// What was revised and why, step by step; nil for an edition that revises none.
  let revisions: [Revision.Step]?
  let program: Program
  let inputs: [Input]
  let codeLists: [String: String]
  let rules: [String: String]
  /// Nil for editions of before datasets were declared.
  let datasets: [String: String]?
  /// Files of the declared tables; nil for a catalog.
  let tables: [String: String]?
  let templates: [String: String]

  init(edition: String, period: Period, revision: Revision? = nil, _ material: Material) {
    (self.edition, self.period, program) = (edition, period.description, Program())
    (self.revision, revisions) = (revision?.number ?? 1, revision?.steps)
    (inputs, codeLists) = (material.inputs, material.codeLists)
    (rules, datasets) = (material.rules, material.datasets)
    (tables, templates) = (material.tables, material.templates)
  }

  /// Nil for what is no `edition.json`.
  init?(_ json: [UInt8]) {
    guard let provenance = try? JSONDecoder().decode(Provenance.self, from: Data(json)) else { return nil }
    self = provenance
  }

  /// The same text for the same content: keys sorted.
  func json() throws -> [UInt8] { try JSONText.bytes(of: self) }
}
