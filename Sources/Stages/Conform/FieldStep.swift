import Domain

/// What to do with one field of a row: plain values only, so that the loop over the fields copies nothing that counts
/// references. What is rare is looked up in the `FieldPlan` of the same index.
struct FieldStep {
  enum Action {
    /// A text that is kept.
    case text
    case creditCode
    case timestamp
    /// A date that the source file does not map.
    case date
    case person
    /// Whatever a memo stands in front of: codes, dates, numbers.
    case value
    /// Nothing is kept.
    case nothing
  }

  /// Of the field's plan.
  let index: Int
  let action: Action
  /// Column in the file; -1 where every row has the fallback.
  let column: Int
  /// First of the field's integer columns.
  let slot: Int
  let slots: Int
  let limit: Int
  let isRequired: Bool
  /// True where a text is mapped, of a shape, or in a list.
  let isChecked: Bool
  let hasFallback: Bool
  /// True of a part of the business key: it is taken as it is or not at all.
  let isKey: Bool

  init(_ field: FieldPlan, index: Int) {
    self.index = index
    action =
      switch field.kind.storage {
      case .text(.creditCode): .creditCode
      case .text: .text
      case .nothing: .nothing
      case .integers(_, .timestamp): .timestamp
      case .integers(_, .date) where field.values.isEmpty: .date
      case .integers(_, .person): .person
      case .integers: .value
      }
    column = field.column ?? -1
    slot = field.slots.first ?? 0
    slots = field.slots.count
    limit = field.limit
    isRequired = field.isRequired
    isChecked = !field.values.isEmpty || !field.shape.isEmpty || field.list != nil || field.isCanonical
    hasFallback = !field.fallback.isEmpty
    isKey = field.isKey
  }

  /// True where a row without a cell for it needs no work.
  var isIdle: Bool {
    column < 0 && !hasFallback && !isRequired && action != .text && action != .creditCode || action == .nothing
  }
}
