/// Tells why an occupation is short (METHODS, 紧缺类型). What is not known makes no type.
struct ShortageTyping {
  let rules: ShortageRules.Types

  func types(_ figures: ShortageFigures, points: [ShortageIndicator: Int]) -> [ShortageType] {
    ShortageType.allCases.filter { type in
      switch type {
      case .quantity: isQuantity(figures, points)
      case .skill: isSkill(figures)
      case .supply: isSupply(figures, points)
      case .dynamic: isDynamic(figures)
      }
    }
  }

  /// 数量型: ratio high, few seekers.
  private func isQuantity(_ figures: ShortageFigures, _ points: [ShortageIndicator: Int]) -> Bool {
    points[.ratio] ?? 0 >= rules.quantityRatioPoints && figures.demand > 0
      && Double(figures.seekers) <= rules.quantitySeekersPerOpening * Double(figures.demand)
  }

  /// 能力型: enough applicants, a small part of them suitable.
  private func isSkill(_ figures: ShortageFigures) -> Bool {
    guard let applicants = figures.applicantsPerOpening, let suitable = figures.values[.applicants], applicants > 0
    else { return false }
    return applicants >= rules.skillApplicants && suitable < rules.skillSuitableShare * applicants
  }

  /// 供给型: low fill rate, hardly any fresh graduates among the seekers.
  private func isSupply(_ figures: ShortageFigures, _ points: [ShortageIndicator: Int]) -> Bool {
    guard let graduates = figures.graduateShare else { return false }
    return points[.fillRate] ?? 0 >= rules.supplyFillPoints && graduates < rules.supplyGraduateShare
  }

  /// 动态型: demand has grown fast on the year.
  private func isDynamic(_ figures: ShortageFigures) -> Bool {
    let (now, before) = (Double(figures.demand), Double(figures.demandBefore))
    return before > 0 && (now - before) * 100 >= rules.dynamicGrowth * before
  }
}
