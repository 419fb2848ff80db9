/// Texts that are put together in Swift; all others are named in the templates.
enum TextKey: String, CaseIterable {
  case reportsTitle = "reports_title"
  case sectionOverall = "section_overall"
  case sectionDemand = "section_demand"
  case sectionOccupation = "section_occupation"
  case sectionSeekers = "section_seekers"
  case sectionGroups = "section_groups"
  case sectionMarket = "section_market"
  case rowHead = "head_row"
  case ofWhich = "of_which"
  case count = "sub_count"
  case current = "sub_current"
  case demand = "demand"
  case seekers = "seekers"
  case ratio = "ratio"
  case trendChart = "chart_trend"
  case ratioChart = "chart_ratio"
  case gapChart = "chart_gap"
  case gapShortage = "chart_gap_shortage"
  case gapSurplus = "chart_gap_surplus"
  case industryChart = "chart_industry"
  case trendTable = "table_trend"
  case qualityTable = "table_quality"
  case indicatorTable = "table_indicators"
  case fieldPeriod = "field_period"
  case fieldRegion = "field_region"
  case fieldRegionName = "field_region_name"
  case fieldRow = "field_row"
  case fieldRowName = "field_row_name"
  case fieldUnit = "field_unit"
  case fieldDirection = "field_direction"
  case source
  case sourceTitle = "source_title"
  case dataset
  case files
  case rows
  case accepted
  case rejected
  case duplicate
  case unchanged
  case copies
  case problems
  case indicatorID = "indicator_id"
  case indicatorNumber = "indicator_number"
  case indicatorName = "indicator_name"
  case indicatorUnit = "indicator_unit"
  case indicatorDirection = "indicator_direction"
  case indicatorFormula = "indicator_formula"
  case indicatorSource = "indicator_source"
}
