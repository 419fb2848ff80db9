import Declarations
import Documents
import Domain
import Foundation
import Stages
import Warehouse

/// What the editions of a run are made of, by digest.
enum EditionMaterial {
  /// - Parameter hasTables: whether they are made of declared tables.
  /// - Throws: `FileFailure` where a file cannot be read, `DatabaseError`.
  static func read(
    _ spec: PipelineSpec, templates: String, _ warehouse: Warehouse, hasTables: Bool = false
  ) throws -> Provenance.Material {
    let unlisted = spec.datasets.unlisted
    let files = try warehouse.queue.read(Ledger.files).filter { !unlisted.contains($0.dataset) }
    return Provenance.Material(
      inputs: files.map { Provenance.Input(source: $0.source, file: $0.name, sha256: $0.sha256, rows: $0.rows) },
      codeLists: try digests(of: spec.codeLists, [".csv"]).merging(titleTables(spec)) { own, _ in own },
      rules: try spec.rules.map { try rules(in: $0) } ?? [:],
      datasets: try digests(of: spec.datasetFolder, [".yaml", ".sql"]),
      tables: hasTables ? try spec.declared.tableFolder.map { try digests(of: $0, [".yaml"]) } : nil,
      templates: try digests(of: templates, [".mustache", ".css", ".js"])
        .merging(try digests(of: templates, inside: TemplateSet.texts, [".csv"])) { own, _ in own })
  }

  private static func rules(in folder: String) throws -> [String: String] {
    let own = try digests(of: folder, [".yaml"])
    let lists = RuleListFile.folder
    guard FileManager.default.fileExists(atPath: "\(folder)/\(lists)") else { return own }
    return try own.merging(digests(of: folder, inside: lists, [".yaml"])) { own, _ in own }
  }

  /// Those by which titles are coded, and what audits have found of them.
  private static func titleTables(_ spec: PipelineSpec) throws -> [String: String] {
    guard spec.book.titles != nil else { return [:] }
    return try digests(of: spec.codeLists, inside: TitleTableFolder.name, [".csv"])
  }

  /// Of a folder inside `folder`, by path.
  private static func digests(
    of folder: String, inside name: String, _ endings: [String]
  ) throws -> [String: String] {
    let own = try digests(of: "\(folder)/\(name)", endings)
    return Dictionary(uniqueKeysWithValues: own.map { ("\(name)/\($0)", $1) })
  }

  private static func digests(of folder: String, _ endings: [String]) throws -> [String: String] {
    let names = try FileTree.names(in: folder).filter { name in
      !name.hasPrefix(".") && endings.contains(where: name.hasSuffix) && FileTree.isPlainFile("\(folder)/\(name)")
    }
    return Dictionary(
      uniqueKeysWithValues: try names.map { ($0, SHA256Sums.digest(try FileTree.bytes(of: "\(folder)/\($0)"))) })
  }
}
