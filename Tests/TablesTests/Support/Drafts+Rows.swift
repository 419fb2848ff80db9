import Domain
import Foundation
import Tables
import Warehouse

extension Drafts {
  /// A row that a dataset of the drafts cannot have.
  struct BadRow: Error, CustomStringConvertible {
    let description: String
  }

  /// The values of a row by column, of texts as they stand in examples and in the rows of the harness.
  func row(_ dataset: String, _ texts: [String: String]) throws -> [String: SQLValue] {
    guard let fields = fields[dataset], let view = views.first(where: { $0.name == dataset }) else {
      throw BadRow(description: "\(dataset) is no dataset")
    }
    var values: [String: SQLValue] = [:]
    for (name, text) in texts {
      guard let column = view.column(name) else { throw BadRow(description: "\(dataset) has no field \(name)") }
      if let list = column.list, let names = codes[list],
        let wrong = text.split(separator: ";").first(where: { !names.contains(String($0)) })
      {
        throw BadRow(description: "\(wrong) is no \(list)")
      }
      switch column.storage {
      case .number:
        guard let number = Int(text).map({ SQLValue.integer($0) }) ?? Double(text).map({ SQLValue.real($0) }) else {
          throw BadRow(description: "\(text) is no number")
        }
        values[name] = number
      case .opaque: values[name] = .blob(Array(text.utf8))
      case .text: values[name] = .text(text)
      }
    }
    for field in fields {
      switch field.kind {
      case "codes", "keys":
        let parts = texts[field.name].map { $0.split(separator: ";").map(String.init) }
        values[field.name] = parts.map { .text("[" + $0.map { "\"\($0)\"" }.joined(separator: ", ") + "]") } ?? .null
      case "first-of": values[field.name] = field.fields.compactMap { values[$0] }.first ?? .null
      case "period":
        if let text = texts[field.name], let period = Period(text) {
          values[field.name + "_start"] = .text(period.firstDay.iso)
          values[field.name + "_end"] = .text(period.lastDay.iso)
        }
      default: break
      }
      if let standard = field.standard, values[field.name] == nil { values[field.name] = .text(standard) }
    }
    if values["entry"] == nil {
      values["entry"] = .text(
        (keys[dataset] ?? []).compactMap { texts[$0] ?? plain(values[$0]) }.joined(separator: "/"))
    }
    return values
  }

  private func plain(_ value: SQLValue?) -> String? {
    switch value {
    case .text(let text)?: text
    case .integer(let number)?: String(number)
    default: nil
    }
  }
}
