import Declarations
import Domain
import Stages
import Tables
import Warehouse

/// Screens the postings of a warehouse, and puts what was found together as leads for the sections.
struct PostingSupervision {
  private let spec: PipelineSpec
  private let warehouse: Warehouse
  /// Of the postings, and of other datasets that have such texts.
  private let screenings: [PostingScreening]
  private let postings: Contract
  let rules: [PostingRule]

  /// - Returns: nil where the pipeline has no rules for postings, or knows no postings.
  /// - Throws: `PipelineError` where a rule is wrong.
  init?(_ spec: PipelineSpec, _ warehouse: Warehouse, workers: Int, interruption: Interruption) throws {
    guard let contract = spec.datasets.named(MarketDataset.postings),
      let screener = try PostingSupervision.screener(of: spec)
    else { return nil }
    (self.spec, self.warehouse, postings) = (spec, warehouse, contract)
    rules = screener.rules
    screenings = spec.datasets.contracts.filter { !$0.screened.isEmpty }.map {
      PostingScreening($0, screener, workers: workers, check: interruption.check)
    }
  }

  /// The rules of a pipeline; nil where it has none for postings.
  ///
  /// - Throws: `PipelineError` where a rule is wrong.
  static func screener(of spec: PipelineSpec) throws -> Screener? {
    guard let folder = spec.rules, PostingRuleFolder.exists(in: folder) else { return nil }
    return try PostingRuleFolder.read(folder)
  }

  /// Screens what is new.
  ///
  /// - Parameter again: everything.
  func screen(again: Bool = false) throws -> PostingScreening.Outcome {
    try warehouse.queue.write { db in
      try screenings.map { try $0.run(db, again: again) }.reduce(PostingScreening.Outcome(rules: rules.count), +)
    }
  }

  /// Whether postings were screened by rules of other versions.
  func isOutdated() throws -> Bool {
    try warehouse.queue.read { db in try screenings.contains { try $0.isOutdated(db) } }
  }

  /// The leads of each rule, and the letters of each section.
  ///
  /// - Parameters:
  ///   - answers: those of all sections, by lead.
  ///   - day: today.
  func outcome(_ answers: [String: LeadAnswer], _ delivery: Delivery, day: Day, _ texts: Texts) throws
    -> (lists: [CheckList], letters: [String: [UInt8]])
  {
    guard let last = delivery.day(of: [postings.findingsName], today: day) else { return ([], [:]) }
    let connection = try spec.declared.connection(path: warehouse.path, isPublic: false)
    let reviews = RuleReview.byRule(answers.values, day: day)
    let letters = try AdviceLetters(rules, reviews: reviews, texts: texts).files(connection, on: last)
    return (try LeadLists(rules, reviews: reviews).lists(connection, on: last), letters)
  }
}
