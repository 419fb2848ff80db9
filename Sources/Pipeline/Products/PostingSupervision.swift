import Declarations
import Domain
import Stages
import Tables
import Warehouse

/// Screens the postings of a warehouse, and puts what was found together as leads for the sections.
struct PostingSupervision {
  private let spec: PipelineSpec
  private let warehouse: Warehouse
  private let screening: PostingScreening
  let rules: [PostingRule]

  /// - Returns: nil where the pipeline has no rules for postings, or knows no postings.
  /// - Throws: `PipelineError` where a rule is wrong.
  init?(_ spec: PipelineSpec, _ warehouse: Warehouse, workers: Int, interruption: Interruption) throws {
    guard let contract = spec.datasets.named(MarketDataset.postings),
      let screener = try PostingSupervision.screener(of: spec)
    else { return nil }
    (self.spec, self.warehouse) = (spec, warehouse)
    rules = screener.rules
    screening = PostingScreening(contract, screener, workers: workers, check: interruption.check)
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
    try warehouse.queue.write { try screening.run($0, again: again) }
  }

  /// Whether postings were screened by rules of other versions.
  func isOutdated() throws -> Bool { try warehouse.queue.read(screening.isOutdated) }

  /// The leads of each rule, and the letters of each section.
  ///
  /// - Parameters:
  ///   - answers: those of all sections, by lead.
  ///   - day: today.
  func outcome(_ answers: [String: LeadAnswer], _ delivery: Delivery, day: Day, _ texts: Texts) throws
    -> (lists: [CheckList], letters: [String: [UInt8]])
  {
    guard let last = delivery.day(of: [Contract.findingsName], today: day) else { return ([], [:]) }
    let connection = try spec.declared.connection(path: warehouse.path, isPublic: false)
    let reviews = RuleReview.byRule(answers.values, day: day)
    let letters = try AdviceLetters(rules, reviews: reviews, texts: texts).files(connection, on: last)
    return (try LeadLists(rules, reviews: reviews).lists(connection, on: last), letters)
  }
}
