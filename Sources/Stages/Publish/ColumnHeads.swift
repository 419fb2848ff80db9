import Domain

/// The column headings of a table: measures whose ids continue the id of an earlier one (`demand`, `demand_share`)
/// stand together under its name. A table that would be one such group needs no second level.
struct ColumnHeads {
  struct Group {
    let label: String
    let unit: String
    /// Empty for a measure that stands alone.
    let columns: [(label: String, unit: String)]
  }

  let groups: [Group]

  init(_ measures: [Measure], _ texts: Texts, _ language: Language) {
    var groups: [Group] = []
    var rest = measures[...]
    let isOneGroup = measures.allSatisfy { measure in measures.first.map(measure.continues) ?? false }
    while let lead = rest.first {
      let members = isOneGroup ? rest.prefix(1) : rest.prefix { $0.continues(lead) }
      rest = rest.dropFirst(members.count)
      let name = language.text(texts.label(of: lead))
      let unit = language.text(texts.unit(of: lead))
      guard members.count > 1 else {
        groups.append(Group(label: name, unit: unit, columns: []))
        continue
      }
      let first = (label: texts(lead.unit == texts.label(.persons) ? .count : .current, language), unit: unit)
      let others = members.dropFirst().map { measure in
        (
          label: ColumnHeads.short(language.text(texts.label(of: measure)), under: name),
          unit: language.text(texts.unit(of: measure))
        )
      }
      groups.append(Group(label: name, unit: "", columns: [first] + others))
    }
    self.groups = groups
  }

  /// One heading a measure, for tables with one row of them: 「求职人数 所占比重」.
  var inOneRow: [String] {
    groups.flatMap { group in
      group.columns.isEmpty
        ? [group.label] : [group.label] + group.columns.dropFirst().map { "\(group.label) \($0.label)" }
    }
  }

  var hasTwoLevels: Bool { groups.contains { !$0.columns.isEmpty } }

  /// 「求人倍率环比」 under 「求人倍率」 is 「环比」.
  private static func short(_ label: String, under name: String) -> String {
    label.hasPrefix(name) && label != name ? String(label.dropFirst(name.count)) : label
  }
}

extension Measure {
  fileprivate func continues(_ lead: Measure) -> Bool { id == lead.id || id.hasPrefix(lead.id + "_") }
}
