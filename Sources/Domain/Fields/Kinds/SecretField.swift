/// A text that is compared and never kept (the number of a deed, an address): its pseudonym.
public struct SecretField: FieldKind {
  public static let name = "secret"

  public init(_ parameters: Parameters) {}

  public var storage: FieldStorage { .integers([""]) }
  public var description: String { "化名后比对, 原文不留存" }

  public func decode(_ text: String, _ decoding: FieldDecoding) -> Decoded {
    .value(decoding.secret(TextFold.fold(text)))
  }
  public func views(of name: String) -> [FieldView] { [FieldView(.init(name, .opaque), "CAST(\(name) AS BLOB)")] }
}
