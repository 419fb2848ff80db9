import Domain
import Warehouse

/// The rows of a check's examples as the loader would make them.
struct ExampleRow {
  private let datasets: Datasets
  private let lists: [String: CodeList]

  init(_ datasets: Datasets, _ lists: [CodeList]) {
    self.datasets = datasets
    self.lists = Dictionary(lists.map { ($0.id, $0) }) { first, _ in first }
  }

  /// - Throws: `PipelineError` TF725 for a field, a date or a code that there is not.
  func values(_ dataset: String, _ fields: [String: String]) throws -> [String: SQLValue] {
    let named = datasets.named(dataset)
    guard let contract = named ?? datasets.contracts.first(where: { $0.findingsName == dataset }),
      let view = named?.view.view ?? contract.findings?.view
    else { throw wrong("没有数据集 \(dataset)") }
    var values: [String: SQLValue] = [:]
    for (name, text) in fields {
      guard let column = view.column(name) else { throw wrong("\(dataset) 没有字段 \(name), 或它不在 SQL 中 (keep: packed)") }
      values[name] = try value(text, column, contract.field(name)?.kind)
    }
    for field in contract.fields {
      if let text = field.fallbackText, values[field.name] == nil, let column = view.column(field.name) {
        values[field.name] = try value(text, column, field.kind)
      }
      if let first = field.kind as? FirstOfField {
        values[field.name] = first.fields.lazy.compactMap { fields[$0] }.first.map { .blob(Array($0.utf8)) }
      }
      if field.kind is PeriodField, let text = fields[field.name], let period = Period(text) {
        values["\(field.name)_start"] = .text(period.firstDay.iso)
        values["\(field.name)_end"] = .text(period.lastDay.iso)
      }
    }
    if let employer = contract.employer, let code = employer.code.flatMap({ fields[$0] }) ?? fields[employer.name] {
      values["employer"] = .blob(Array(code.utf8))
    }
    if values["entry"] == nil {
      values["entry"] = .text(contract.key.compactMap { fields[$0] }.joined(separator: "/"))
    }
    return values
  }

  private func value(_ text: String, _ column: DatasetView.Column, _ kind: (any FieldKind)?) throws -> SQLValue {
    if column.isArray {
      let parts = ListText.parts(text)
      for part in parts { try check(part, column) }
      return .text(ListText.json(parts))
    }
    switch column.storage {
    case .opaque: return .blob(Array(text.utf8))
    case .number:
      if let whole = Int(text) { return .integer(whole) }
      guard let number = Double(text) else { throw wrong("\(column.name)=\(text) 不是数") }
      return .real(number)
    case .text:
      if kind?.reading == .date, Day(iso: text) == nil { throw wrong("\(column.name)=\(text) 不是日期") }
      try check(text, column)
      return .text(text)
    }
  }

  private func check(_ text: String, _ column: DatasetView.Column) throws {
    guard let list = column.list.flatMap({ lists[$0] }), text != "无要求" else { return }
    let isKnown = list.isShownByCode ? list.entry(code: text) != nil : list.entries.contains { $0.name == text }
    guard isKnown else { throw wrong("\(text) 不在代码表 \(list.id) 中") }
  }

  private func wrong(_ message: String) -> PipelineError {
    PipelineError(.failedExample, .config, at: "例子", message, remedy: "改正例子中的字段或取值")
  }
}
