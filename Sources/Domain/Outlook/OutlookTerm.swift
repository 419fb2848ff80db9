/// The terms of forecasts and warnings that `talentflow explain` knows, as tables name them. Their words stand in
/// `texts/outlook.csv`, under their ids.
public enum OutlookTerm: String, Sendable, CaseIterable {
  case median = "p50"
  case interval80 = "p10"
  case interval95 = "p2_5"
  case gap = "gap_p50"
  case chance
  case warning
  case weak
  case backtest
  case mase
  case rmsse
  case msis
  case bias
  case coverage95 = "coverage_95"
  case naive2
  case lastYear = "last_year"
  case method
}
