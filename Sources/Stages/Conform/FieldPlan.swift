import Domain

/// Where one field of the contract comes from in one file, and how it is read.
struct FieldPlan: Sendable {
  let name: String
  let kind: FieldKind
  /// Column in the file, from 0; nil: every row has `fallback`.
  let column: Int?
  /// UTF-8 of the constant or default; empty: missing.
  let fallback: [UInt8]
  let isRequired: Bool
  /// Slots of the field's integer columns.
  let slots: [Int]
  /// Raw text -> canonical text, from the source file.
  let values: [String: String]

  init(_ field: Field, contract: Contract, source: SourceSpec, header: HeaderMap) {
    name = field.name
    kind = field.kind
    let constant = source.constants[field.name]
    column = constant == nil ? header.columns[field.name] : nil
    fallback = Array((constant ?? source.defaults[field.name] ?? "").utf8)
    isRequired = field.isRequired && !(field.kind == .key && !source.key.isEmpty)
    slots = field.kind.columns(of: field.name).map(contract.slot)
    values = source.values[field.name] ?? [:]
  }

  /// Longest text taken, in characters.
  var limit: Int {
    switch kind {
    case .text(let max): max
    case .key, .unit: 64
    default: 200
    }
  }

  /// The canonical text where the source file maps this one.
  func mappedText(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard !values.isEmpty, let text = values[String(decoding: bytes, as: UTF8.self)] else { return nil }
    return Array(text.utf8)
  }
}
