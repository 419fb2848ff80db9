import Declarations
import Domain

/// What a pipeline file says of the scorecard of the bureau's plan.
public struct ScorecardSpec: Sendable {
  let title: String
  /// The quarter that it is made of where the command names none.
  let period: Period
  let plan: ScorecardPlan
  /// The SELECT that reads what the sections wrote of each measure.
  let ledger: Condition
  /// Folder of the catalogs, whose final editions checks ask for; nil: none.
  let catalogs: String?
  let templates: String
  /// Folder of the scorecards, closed to everyone but its owner.
  let publish: String
  let disclosure: DisclosureRules

  static let key = "scorecard"
  static let keys = [key]

  /// Nil where the file has no `scorecard`.
  ///
  /// - Throws: `PipelineError` that names file, line and column of what is wrong or missing.
  init?(_ source: PipelineFile) throws {
    guard source.map.node(ScorecardSpec.key) != nil else { return nil }
    let own = try source.map.map(
      ScorecardSpec.key, keys: ["title", "period", "measures", "ledger", "catalogs", "templates", "publish"])
    title = try own.text("title")
    guard let period = Period(try own.text("period")), period.unit == .quarter else {
      throw own.bad("period", "记分卡按季度编", "写成 2026Q3")
    }
    self.period = period
    plan = try ScorecardFile(source.file(try own.text("measures")), source).plan()
    ledger = try source.select(own.text("ledger"))
    catalogs = try own.optionalText("catalogs").map(source.file)
    templates = source.file(try own.text("templates"))
    publish = source.file(try own.text("publish"))
    disclosure = try DisclosureRulesFile.read(source.file(try source.map.text("rules")))
  }
}
