import Domain

/// Whether the texts that a source file gives (constants, defaults, targets of value maps) can be read as their fields.
public struct SourceCheck {
  private let source: SourceSpec
  private let decoder: FieldDecoding

  /// - Throws: `PipelineError` TF301 where a code list is missing.
  public init(_ source: SourceSpec, book: CodeBook) throws {
    self.source = source
    // Persons are never written into a source file, so the key has no bearing.
    decoder = try source.decoding(book, Pseudonym(key: []))
  }

  /// The rule that `text` breaks as a value of `field`; nil where it can be read.
  public func problem(_ text: String, of field: String) -> Rule? {
    guard let kind = source.contract.field(field)?.kind else { return nil }
    return source.missing.contains(text) ? nil : decoder.decode(text, kind).problem
  }
}
