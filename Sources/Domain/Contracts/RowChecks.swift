extension RowCheck {
  /// The main date lies at most one day after the run's day.
  static let notInFuture = RowCheck { contract in
    let main = contract.slot(contract.mainDate)
    return { row, context in
      guard let day = row[main], day > context.today.ordinal + 1 else { return [] }
      return [Problem(.future, contract.mainDate)]
    }
  }

  /// `fields` do not lie before the main date; those that do are emptied.
  static func notBefore(_ fields: [String]) -> RowCheck {
    RowCheck { contract in
      let main = contract.slot(contract.mainDate)
      let slots = fields.map(contract.slot)
      return { row, _ in
        guard let start = row[main], slots.contains(where: { (row[$0] ?? start) < start }) else { return [] }
        var problems: [Problem] = []
        for (field, slot) in zip(fields, slots) {
          guard let day = row[slot], day < start else { continue }
          row[slot] = nil
          problems.append(Problem(.dateOrder, field))
        }
        return problems
      }
    }
  }

  /// `fields` follow each other in time; nothing is emptied.
  static func inOrder(_ fields: [String]) -> RowCheck {
    RowCheck { contract in
      let slots = fields.map(contract.slot)
      return { row, _ in
        var latest = Int.min
        for (field, slot) in zip(fields, slots) {
          guard let day = row[slot] else { continue }
          if day < latest { return [Problem(.stageOrder, field)] }
          latest = day
        }
        return []
      }
    }
  }

  /// No more are filled than were asked for.
  static let filledWithinOpenings = RowCheck { contract in
    let slots = (filled: contract.slot("filled"), openings: contract.slot("openings"))
    return { row, _ in
      guard let filled = row[slots.filled], let openings = row[slots.openings], filled > openings else { return [] }
      return [Problem(.filled, "filled")]
    }
  }

  /// Two pay columns say the same as one pay text.
  static let payFromLimits = RowCheck { contract in
    let (low, high) = (contract.slot("pay_low"), contract.slot("pay_high"))
    let (least, most) = (contract.slot("pay_min"), contract.slot("pay_max"))
    let (state, months) = (contract.slot("pay_state"), contract.slot("pay_months"))
    return { row, _ in
      guard row[low] == nil, row[high] == nil else { return [] }
      let limits = (row[least], row[most])
      guard limits.0 != nil || limits.1 != nil else { return [] }
      if let first = limits.0, let second = limits.1, first > second {
        row[least] = nil
        row[most] = nil
        return [Problem(.pay, "pay_max")]
      }
      (row[low], row[high]) = limits
      row[state] = PayState.stated.rawValue
      if row[months] == nil { row[months] = 12 }
      return []
    }
  }

  /// 自带 breaks the rules of transfer.
  static let notSelfCarried = RowCheck { contract in
    let mode = contract.slot("transfer_mode")
    return { row, _ in row[mode] == TransferMode.selfCarried ? [Problem(.selfCarried, "transfer_mode")] : [] }
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
