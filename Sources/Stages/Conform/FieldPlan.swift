import Domain
import Tabular

/// Where one field of the contract comes from in one file, and how it is read.
///
/// A class, as is `ConformPlan`: a copy of a struct of so many references would cost more than the decoding of a cell.
final class FieldPlan: Sendable {
  let name: String
  let kind: any FieldKind
  let isKey: Bool
  let isCreditCode: Bool
  /// True where another text than that of the cell is kept: a list of names. Asked of every row, like `limit`: a question
  /// to the kind itself costs as much as the decoding of a cell.
  let isCanonical: Bool
  /// Longest text taken, in characters.
  let limit: Int
  /// What a header may call the field, as its bytes are cut out of the file.
  private let names: [[UInt8]]
  /// Column in the file, from 0; nil: every row has `fallback`.
  let column: Int?
  /// The constant or default, in the encoding of the cells: they share a memo; empty: missing.
  let fallback: [UInt8]
  let isRequired: Bool
  /// Picture of the text (see `SourceSpec.shapes`); empty: any.
  let shape: [UInt8]
  /// Code list that the text must stand in.
  let list: CodeList?
  /// Slots of the field's integer columns.
  let slots: [Int]
  /// Raw text -> canonical text, from the source file.
  let values: [String: String]
  /// Where it is read otherwise than other fields.
  let decoder: FieldDecoding?

  /// - Parameters:
  ///   - decoder: that of the file.
  ///   - doubtful: fields whose pays are none of a month (see `SampledColumns`).
  ///   - encoding: that of the cells as they are cut out of the file.
  init(
    _ field: Field, contract: Contract, source: SourceSpec, header: HeaderMap, book: CodeBook, decoder: FieldDecoding,
    doubtful: Set<String>, encoding: TextEncoding
  ) throws {
    name = field.name
    kind = field.kind
    isKey = field.kind.text == .key
    isCreditCode = field.kind.text == .creditCode
    isCanonical = field.kind is CodesField || field.kind is KeysField
    limit = field.kind.limit
    names = HeaderMap.wanted(field, source).map { encoding.encoded($0) }
    let constant = source.constants[field.name]
    column = constant == nil ? header.columns[field.name] : nil
    fallback = encoding.encoded(constant ?? source.defaults[field.name] ?? field.fallbackText ?? "")
    isRequired =
      (field.isRequired || source.required.contains(field.name)) && !(field.kind.text == .key && !source.key.isEmpty)
    let shapes = contract.checks.compactMap { $0 as? Shape }
    shape = Array((source.shapes[field.name] ?? shapes.first { $0.field == field.name }?.picture ?? "").utf8)
    list = try source.lists[field.name].map(book.list)
    slots = field.columns.map(contract.slot)
    values = source.values[field.name] ?? [:]
    guard source.pay[field.name] != nil || doubtful.contains(field.name) else {
      self.decoder = nil
      return
    }
    var own = decoder
    own.pay = source.pay[field.name] ?? .init()
    own.isPayDoubtful = doubtful.contains(field.name)
    self.decoder = own
  }

  /// True where a cell is what a header may call the field.
  func isName(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    names.contains { $0.count == cell.count && $0.elementsEqual(cell) }
  }

  /// What is wrong with a text, and what stands for it in the source file.
  func check(_ text: UnsafeBufferPointer<UInt8>, mayHoldReplacement: Bool) -> (rule: Rule?, mapped: [UInt8]?) {
    if let mapped = mappedText(text) { return (nil, mapped) }
    // A character is at most 4 bytes, so only long texts need counting.
    if text.count > limit, String(decoding: text, as: UTF8.self).count > limit { return (.tooLong, nil) }
    if isCreditCode, !USCC.isValid(text) { return (.creditCode, nil) }
    if !hasShape(text) { return (.shape, nil) }
    return (mayHoldReplacement && TextMarks(of: text).hasReplacement ? .replacement : nil, nil)
  }

  /// The text that is kept where `isCanonical`, or what is wrong with the cell's.
  func canonical(
    _ bytes: UnsafeBufferPointer<UInt8>, _ decoder: FieldDecoding
  ) -> (rule: Rule?, mapped: [UInt8]?) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.count <= limit else { return (.tooLong, nil) }
    switch kind.canonical(values[text] ?? text, decoder) {
    case .text(let text): return (nil, Array(text.utf8))
    case .problem(let rule): return (rule, nil)
    case nil: return (nil, nil)
    }
  }

  /// True where `text` is of the field's shape: `A` stands for a capital letter, `9` for a digit.
  func hasShape(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    shape.isEmpty
      || shape.count == text.count
        && zip(shape, text).allSatisfy { picture, byte in
          switch picture {
          case UInt8(ascii: "A"): (0x41...0x5A).contains(byte)
          case UInt8(ascii: "9"): (0x30...0x39).contains(byte)
          default: picture == byte
          }
        }
  }

  /// The canonical text where the source file maps this one.
  func mappedText(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard !values.isEmpty, let text = values[String(decoding: bytes, as: UTF8.self)] else { return nil }
    return Array(text.utf8)
  }
}
