import Domain
import Warehouse

/// The lists of texts that no code list knew, a field each.
public enum ReviewLists {
  /// Brings all lists up to what the warehouse has met.
  ///
  /// - Parameters:
  ///   - sources: those of the pipeline.
  ///   - work: folder of the pipeline's own files.
  /// - Returns: how many texts wait for an answer in each field.
  /// - Throws: `PipelineError` TF301, TF303, `DatabaseError`, `FileFailure`.
  public static func update(
    _ db: Database, sources: [SourceSpec], book: CodeBook, work: String
  ) throws -> [(field: String, open: Int)] {
    var met: [String: [(source: String, text: String, rows: Int)]] = [:]
    for source in sources {
      for value in try FileTraits.values(db, source: source.id) {
        // A text that was masked, cut or damaged is not one that means anything.
        guard listID(of: value.field, source) != nil, !value.value.contains("**"), !value.value.hasSuffix("…"),
          !value.value.contains("\u{FFFD}"),
          source.values[value.field]?[value.value] == nil
        else { continue }
        met[value.field, default: []].append((source.id, value.value, value.rows))
      }
    }
    var waiting: [(field: String, open: Int)] = []
    for field in Set(sources.flatMap { fields(of: $0) }).sorted() {
      guard let id = sources.lazy.compactMap({ listID(of: field, $0) }).first else { continue }
      let list = try book.list(id)
      var review = try ReviewList(field, in: work)
      review.add((met[field] ?? []).filter { list.entry(named: $0.text) == nil }, list)
      try review.write(in: work)
      let open = review.entries.count { $0.answer.isEmpty }
      if open > 0 { waiting.append((field, open)) }
    }
    return waiting
  }

  /// What people have answered, by field: each list is read once for all sources.
  ///
  /// - Throws: `PipelineError` TF303, `FileFailure`.
  public static func read(_ sources: [SourceSpec], work: String) throws -> [String: ReviewList] {
    try Set(sources.flatMap(fields)).reduce(into: [:]) { $0[$1] = try ReviewList($1, in: work) }
  }

  /// Takes the answers into a source, where it does not say otherwise itself.
  ///
  /// - Parameter lists: as `read` gives them.
  /// - Throws: `PipelineError` TF301, TF303.
  public static func answered(
    _ source: SourceSpec, by lists: [String: ReviewList], book: CodeBook, work: String
  ) throws -> SourceSpec {
    var source = source
    for field in fields(of: source) {
      guard let id = listID(of: field, source), let review = lists[field] else { continue }
      let answers = try review.values(of: source.id, book.list(id), in: work) {
        id == "regions"
          ? try book.regionNames(home: source.pipelineRegion).read($0).code : try book.list(id).entry(named: $0)?.code
      }
      guard !answers.isEmpty else { continue }
      source.values[field, default: [:]].merge(answers) { own, _ in own }
    }
    return source
  }

  private static func fields(of source: SourceSpec) -> [String] {
    source.contract.fields.filter { $0.kind is CodeField || $0.kind is RegionField }.map(\.name)
  }

  private static func listID(of field: String, _ source: SourceSpec) -> String? {
    guard let kind = source.contract.field(field)?.kind, kind is CodeField || kind is RegionField else { return nil }
    return kind.list
  }
}
