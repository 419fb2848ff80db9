import Domain

/// How many occupations of a region have each level of warning.
struct OutlookLevels {
  /// The levels in use, the highest first, with the least chance that each begins at.
  let all: [(level: WarningLevel, least: Double, count: Int)]

  init(_ outlook: Outlook, _ region: OutlookRegion) {
    all = WarningLevel.allCases.reversed().compactMap { level in
      outlook.thresholds[level].map { least in
        (level, least, region.warnings.count { $0.level == level })
      }
    }
  }
}
