extension RowCheck {
  /// The main date lies at most one day after the run's day.
  static let notInFuture = RowCheck { row, contract, context in
    guard let day = row[contract.slot(contract.mainDate)], day > context.today.ordinal + 1 else { return [] }
    return [Problem(.future, contract.mainDate)]
  }

  /// `fields` do not lie before the main date; those that do are emptied.
  static func notBefore(_ fields: [String]) -> RowCheck {
    RowCheck { row, contract, _ in
      guard let start = row[contract.slot(contract.mainDate)] else { return [] }
      return fields.compactMap { field in
        let slot = contract.slot(field)
        guard let day = row[slot], day < start else { return nil }
        row[slot] = nil
        return Problem(.dateOrder, field)
      }
    }
  }

  /// `fields` follow each other in time; nothing is emptied.
  static func inOrder(_ fields: [String]) -> RowCheck {
    RowCheck { row, contract, _ in
      var latest = Int.min
      for field in fields {
        guard let day = row[contract.slot(field)] else { continue }
        if day < latest { return [Problem(.stageOrder, field)] }
        latest = day
      }
      return []
    }
  }

  /// No more are filled than were asked for.
  static let filledWithinOpenings = RowCheck { row, contract, _ in
    guard let filled = row[contract.slot("filled")], let openings = row[contract.slot("openings")], filled > openings
    else { return [] }
    return [Problem(.filled, "filled")]
  }

  /// Two pay columns say the same as one pay text.
  static let payFromLimits = RowCheck { row, contract, _ in
    let (low, high) = (contract.slot("pay_low"), contract.slot("pay_high"))
    guard row[low] == nil, row[high] == nil else { return [] }
    let limits = (row[contract.slot("pay_min")], row[contract.slot("pay_max")])
    guard limits.0 != nil || limits.1 != nil else { return [] }
    if let first = limits.0, let second = limits.1, first > second {
      row[contract.slot("pay_min")] = nil
      row[contract.slot("pay_max")] = nil
      return [Problem(.pay, "pay_max")]
    }
    (row[low], row[high]) = limits
    row[contract.slot("pay_state")] = PayState.stated.rawValue
    if row[contract.slot("pay_months")] == nil { row[contract.slot("pay_months")] = 12 }
    return []
  }

  /// 自带 breaks the rules of transfer.
  static let notSelfCarried = RowCheck { row, contract, _ in
    guard row[contract.slot("transfer_mode")] == TransferMode.selfCarried else { return [] }
    return [Problem(.selfCarried, "transfer_mode")]
  }
}

/// Whether a pay was stated; 面议 is a state of its own, not a missing value.
public enum PayState: Int, Sendable {
  case stated = 1
  case negotiable = 2
}

/// Codes of `transfer-mode.csv` that a check speaks of.
enum TransferMode {
  static let selfCarried = CodeNumber.number("4")
}
